import * as z from 'zod';
import { confirmationStopSchema } from './confirmation-stop.ts';
import { isInWindow, nextOpening, publicationWindowSchema } from './publication-window.ts';
import { instantSchema, slugSchema, yesOrNoSchema } from './settings.ts';
import { sentSupplementSchema, supplementSchema } from './supplement.ts';

const publicationStates = ['collecting', 'publishing', 'published', 'taken-down'] as const;

/** What a campaign's folder says about its publication. A missing threshold is 0, which is always reached. */
const gateSettingsSchema = z.object({
  thresholdOrganizations: z.int().min(0),
  thresholdIndividuals: z.int().min(0),
  /** The gate stays shut before this instant. Without a time it is the epoch, so one comparison is enough. */
  notBefore: instantSchema,
  /** From `notBefore` on, this many suffice. A kind without such a number keeps its threshold. */
  atNotBeforeOrganizations: z.int().min(1).optional(),
  atNotBeforeIndividuals: z.int().min(1).optional(),
  /** The gate opens only within these hours. Absent: at any time. */
  window: publicationWindowSchema.optional(),
  quotesApproved: yesOrNoSchema,
  /**
   * How the letter gets to its recipient. `hand`: the gate waits until an organizer says that it was handed over.
   * `email`: it is mailed after publication, before anybody else is told. Absent: not by this system.
   */
  delivery: z.enum(['email', 'hand']).optional(),
});
export type GateSettings = z.infer<typeof gateSettingsSchema>;

/**
 * The small item with the state of a publication. Every decision about it is a condition on this item. `organizations`
 * and `individuals` count the sign-ons whose `counted` is "yes". Only `countSignOns` changes them.
 */
export const gateSchema = gateSettingsSchema.extend({
  slug: slugSchema,
  status: z.enum(publicationStates),
  organizations: z.int(),
  individuals: z.int(),
  held: yesOrNoSchema,
  /** Set by `campaign publish`: counts and time no longer matter. Hold, quotes and delivery still do. */
  forced: yesOrNoSchema,
  /** When an organizer ran `campaign delivered`. */
  deliveredAt: instantSchema.optional(),
  openedAt: instantSchema.optional(),
  /** Instant of the claimed snapshot. It is shown as the date of publication everywhere. */
  publishedAt: instantSchema.optional(),
  /** The highest share of each threshold, in percent, that the organizers were told of. */
  notifiedOrganizationsPercent: z.int().optional(),
  notifiedIndividualsPercent: z.int().optional(),
  /** When the organizers were told that a published campaign fell below its threshold. */
  belowThresholdNotifiedAt: instantSchema.optional(),
  /** Key of the claimed snapshot in the private bucket. Set once. From then on everything is made from it. */
  snapshot: z.string().optional(),
  /** The numbers of the claimed snapshot, for headline and mails, whatever is counted later. */
  releasedOrganizations: z.int().optional(),
  releasedIndividuals: z.int().optional(),
  /** When embargoed copies of the release were last asked for. They name `notBefore`. */
  embargoedAt: instantSchema.optional(),
  /** Ids of the corrections, the earliest first. The texts of the last one are shown. */
  corrections: z.array(z.string()).optional(),
  /** When the organizers took the campaign down. From then on all its pages are gone, and no mail is sent. */
  takenDownAt: instantSchema.optional(),
  /** The lease at the time of the take-down. Its holder cannot renew it. */
  revokedLease: z.string().optional(),
  lease: z.string().optional(),
  leaseExpiresAt: instantSchema.optional(),
  /** A new mark whenever something shown on the site has changed. The site job clears it before it reads. */
  dirty: z.string().optional(),
  /** The counts that the last event `Counted` told. Set with the last counts of a batch. */
  announcedOrganizations: z.int().optional(),
  announcedIndividuals: z.int().optional(),
  /** Runs of the site job since the last one that succeeded. */
  siteRuns: z.int().optional(),
  /** The site job has failed, and does not run again before this instant. */
  siteRetryAt: instantSchema.optional(),
  /** When the organizers were told that the site job keeps failing. Removed when it succeeds. */
  siteFailureNotifiedAt: instantSchema.optional(),
  /** When the pages with lists and counts were last written. They are written at most twice a minute. */
  pagesWrittenAt: instantSchema.optional(),
  /** When the next writing of the pages is queued for. Absent if nothing waits to be shown. */
  pagesDueAt: instantSchema.optional(),
  /** Set as long as the letter is due to its recipient by mail. Press and signers are told only after it. */
  pendingLetterMail: z.string().optional(),
  /** The state of that mail, once an attempt was made. */
  letterMail: z
    .object({
      /** `unknown`: SES gave no answer, and has reported nothing yet. `delivered`, `bounced`: as SES reported. */
      state: z.enum([
        'claimed',
        'unknown',
        'sent',
        'delivered',
        'bounced',
        'refused',
        'handed-over',
        'not-wanted',
      ]),
      at: instantSchema,
      claim: z.string(),
    })
    .optional(),
  /** When the organizers were last told that their mail waits for the mail service. */
  mailDelayNotifiedAt: instantSchema.optional(),
  /** Confirmations that wait since too many came back, or that an owner has let go. */
  confirmationStop: confirmationStopSchema.optional(),
  /** The last supplement, in any state. */
  supplement: supplementSchema.optional(),
  /** Set as long as the supplement is due to the recipient by mail. */
  pendingSupplementMail: z.string().optional(),
  /** The last supplement that was certainly sent or handed over. The next one says what changed since. */
  lastSupplement: sentSupplementSchema.optional(),
  /** When each one was mailed. */
  supplementsSentAt: z.array(instantSchema).optional(),
  /** Set when the publication's mails are due, until `sweep` has queued them a second time. */
  pendingPublicationMail: z.string().optional(),
  /** When the organizers were last told that a recount fell short. */
  recountShortNotifiedAt: instantSchema.optional(),
  /** Hash of a file that is being imported, or whose import was interrupted. */
  importId: z.string().optional(),
  /** Since when the letter has changed while not everybody has been asked again. */
  askingStartedAt: instantSchema.optional(),
  /** How far the asking is that began at `startedAt`: the next page, and how many on earlier pages have not answered. */
  askingProgress: z
    .object({ startedAt: instantSchema, waiting: z.int(), shard: z.int(), after: z.string().optional() })
    .optional(),
  /** When the organizers were last told what waits for review. */
  reviewNotifiedAt: instantSchema.optional(),
  /** Id of an erasure of all personal data that has begun and is not done. */
  erasureId: z.string().optional(),
  /** When the last erasure was done. */
  erasedAt: instantSchema.optional(),
  /** When an import began, signing was opened again, or a list got entries: an erasure may not have found these. */
  personalDataAt: instantSchema.optional(),
  /** A deletion of the campaign that has begun (`operations/deleting/`). */
  deletion: z
    .object({
      id: z.string(),
      /** State and hold before. The deletion goes on only as long as the state is still this one. */
      was: z.enum(publicationStates),
      held: yesOrNoSchema,
      /** What is removed now: the sign-ons, then the files, then everything else. */
      step: z.enum(['sign-ons', 'files', 'rest']),
    })
    .optional(),
  /** Keys of the PDFs that exist on the site. Pages link to no others. */
  pdfKeys: z.array(z.string()).optional(),
  /** When the organizers were last told that an artifact could not be made. */
  pdfFailureNotifiedAt: instantSchema.optional(),
  /**
   * Id of the stored listing that the pages are made from, set before it is built. As long as it is set, `dispatch`
   * notes each sign-on whose position on the list has changed.
   */
  listing: z.string().optional(),
  /** Status and openness that the pages show, so that `sweep` notices when time has changed them. */
  renderedState: z.string().optional(),
});
export type Gate = z.infer<typeof gateSchema>;

/** The thresholds as people and programs see them: null if not given. */
export const thresholdOf = ({
  thresholdOrganizations,
  thresholdIndividuals,
}: Pick<Gate, 'thresholdOrganizations' | 'thresholdIndividuals'>) => ({
  organizations: thresholdOrganizations || null,
  individuals: thresholdIndividuals || null,
});

/** `notBefore` of a campaign that gives no time. */
export const EPOCH = '1970-01-01T00:00:00.000Z';

export type Obstacle = 'threshold' | 'time' | 'hold' | 'quotes' | 'delivery' | 'import' | 'asking';

const optionalSettings = [
  'atNotBeforeOrganizations',
  'atNotBeforeIndividuals',
  'window',
  'delivery',
] as const;

/** The gate with other settings, to see what they would do. */
export function withGateSettings(gate: Gate, settings: GateSettings): Gate {
  const kept = { ...gate };
  for (const setting of optionalSettings) delete kept[setting];
  return { ...kept, ...settings };
}

/** How many must have signed at `at`: from `notBefore` on, the lower of the two numbers. 0 if none is given. */
export function requiredCounts(gate: Gate, at: Date): { organizations: number; individuals: number } {
  const { thresholdOrganizations, thresholdIndividuals } = gate;
  if (at.toISOString() < gate.notBefore)
    return { organizations: thresholdOrganizations, individuals: thresholdIndividuals };
  return {
    organizations: Math.min(thresholdOrganizations, gate.atNotBeforeOrganizations ?? thresholdOrganizations),
    individuals: Math.min(thresholdIndividuals, gate.atNotBeforeIndividuals ?? thresholdIndividuals),
  };
}

/** How many of each kind must still sign at `at`. */
export function missingCounts(gate: Gate, at: Date): { organizations: number; individuals: number } {
  const needed = requiredCounts(gate, at);
  return {
    organizations: Math.max(0, needed.organizations - gate.organizations),
    individuals: Math.max(0, needed.individuals - gate.individuals),
  };
}

/** Whether enough have signed at `at`, of each kind that has a threshold. */
export function isThresholdReached(gate: Gate, at: Date): boolean {
  const { organizations, individuals } = missingCounts(gate, at);
  return organizations === 0 && individuals === 0;
}

/** What keeps a gate shut at `now`, in the order in which people read it. Empty: it can open. */
export function gateObstacles(gate: Gate, now: Date): Obstacle[] {
  const forced = gate.forced === 'yes';
  const obstacles: [Obstacle, boolean][] = [
    ['threshold', !forced && !isThresholdReached(gate, now)],
    ['time', !forced && !isPublicationTime(gate, now)],
    ['hold', gate.held === 'yes'],
    ['quotes', gate.quotesApproved === 'no'],
    ['delivery', gate.delivery === 'hand' && gate.deliveredAt === undefined],
    ['import', gate.importId !== undefined],
    ['asking', gate.askingStartedAt !== undefined],
  ];
  return obstacles.filter(([, shut]) => shut).map(([obstacle]) => obstacle);
}

/** Whether a gate waits for nothing but signatures, and opens with so many `more`. */
export function opensWith(gate: Gate, more: Pick<Gate, 'organizations' | 'individuals'>, now: Date): boolean {
  const raised = {
    ...gate,
    organizations: gate.organizations + more.organizations,
    individuals: gate.individuals + more.individuals,
  };
  return (
    gate.status === 'collecting' &&
    gateObstacles(gate, now).includes('threshold') &&
    gateObstacles(raised, now).length === 0
  );
}

const isPublicationTime = ({ notBefore, window }: Gate, now: Date): boolean =>
  notBefore <= now.toISOString() && (window === undefined || isInWindow(window, now));

/**
 * The instant from which time no longer keeps a gate shut: the first one inside the window from `notBefore` on.
 * Undefined if time does not keep it shut now. Other obstacles can make it later.
 */
export function gateOpensAt(gate: Gate, now: Date): Date | undefined {
  if (!gateObstacles(gate, now).includes('time')) return undefined;
  const earliest = new Date(Math.max(now.getTime(), Date.parse(gate.notBefore)));
  return gate.window === undefined ? earliest : nextOpening(gate.window, earliest);
}
