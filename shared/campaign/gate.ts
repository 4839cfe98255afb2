import * as z from 'zod';
import { isInWindow, nextOpening, publicationWindowSchema } from './publication-window.ts';
import { instantSchema, slugSchema } from './settings.ts';
import { sentSupplementSchema, supplementSchema } from './supplement.ts';

const publicationStates = ['collecting', 'publishing', 'published', 'taken-down'] as const;

const yesOrNo = z.enum(['yes', 'no']);

/** What a campaign's folder says about its publication. A threshold that is not given is 0, which is always reached. */
const gateSettingsSchema = z.object({
  thresholdOrganizations: z.int().min(0),
  thresholdIndividuals: z.int().min(0),
  /** The gate stays shut before this instant; without a time it is the epoch, so that one comparison serves all. */
  notBefore: instantSchema,
  /** Once `notBefore` has come, this many suffice; a kind that has no such number keeps its threshold. */
  atNotBeforeOrganizations: z.int().min(1).optional(),
  atNotBeforeIndividuals: z.int().min(1).optional(),
  /** The gate opens only within these hours; absent: at any. */
  window: publicationWindowSchema.optional(),
  quotesApproved: yesOrNo,
  /**
   * How the letter comes to its recipient. By hand: the gate waits until somebody says that it has. By e-mail: once
   * published, before anybody else is told. Absent: not by this system.
   */
  delivery: z.enum(['email', 'hand']).optional(),
});
export type GateSettings = z.infer<typeof gateSettingsSchema>;

/**
 * The small item that every decision about a publication is a condition on.
 * `organizations` and `individuals` count the sign-ons whose `counted` is "yes"; only `tally` moves them.
 */
export const gateSchema = gateSettingsSchema.extend({
  slug: slugSchema,
  status: z.enum(publicationStates),
  organizations: z.int(),
  individuals: z.int(),
  held: yesOrNo,
  /** Set by `campaign publish`: counts and time no longer matter, hold, quotes and delivery still do. */
  forced: yesOrNo,
  /** When `campaign delivered` said that the letter is in its recipient's hands. */
  deliveredAt: instantSchema.optional(),
  openedAt: instantSchema.optional(),
  /** Instant of the claimed snapshot: the publication's date wherever one is shown. */
  publishedAt: instantSchema.optional(),
  /** The highest share of each threshold, in percent, of which the organizers were told. */
  notifiedOrganizationsPercent: z.int().optional(),
  notifiedIndividualsPercent: z.int().optional(),
  /** When the organizers were told that a published campaign fell below its threshold. */
  belowThresholdNotifiedAt: instantSchema.optional(),
  /** Key of the claimed snapshot in the private bucket; set once, and from then on everything comes from it. */
  snapshot: z.string().optional(),
  /** The numbers of the claimed snapshot: what headline and mails say, whatever is counted later. */
  releasedOrganizations: z.int().optional(),
  releasedIndividuals: z.int().optional(),
  /** When embargoed copies of the release were last called for; they name `notBefore`. */
  embargoedAt: instantSchema.optional(),
  /** Ids of the corrections since, the first one first; the last one's texts are those that are shown. */
  corrections: z.array(z.string()).optional(),
  /** When the organizers took the campaign down; from then on every page of it is gone, and no mail goes out. */
  takenDownAt: instantSchema.optional(),
  /** The lease that stood when the campaign was taken down: its holder cannot renew it. */
  revokedLease: z.string().optional(),
  lease: z.string().optional(),
  leaseExpiresAt: instantSchema.optional(),
  /** A new mark whenever something shown on the site changed; the site job clears it before it reads. */
  dirty: z.string().optional(),
  /** How often the site job has begun since it last came to its end. */
  siteRuns: z.int().optional(),
  /** The site job failed; it does not begin again before this instant. */
  siteRetryAt: instantSchema.optional(),
  /** When the organizers were told that the site job keeps failing; gone once it succeeds. */
  siteFailureNotifiedAt: instantSchema.optional(),
  /** When the pages with lists and counts were last written: they follow at most twice a minute. */
  pagesWrittenAt: instantSchema.optional(),
  /** For when the next writing of the pages is queued; absent when nothing waits to be shown. */
  pagesDueAt: instantSchema.optional(),
  /** The letter is owed to its recipient by mail; press and signers are told only once this is gone. */
  pendingLetterMail: z.string().optional(),
  /** The life of that one mail, once an attempt was made. */
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
  /** The last supplement, however far it is. */
  supplement: supplementSchema.optional(),
  /** It is owed to the recipient by mail. */
  pendingSupplementMail: z.string().optional(),
  /** The last one that went for certain, or was made to be handed over: the next one says what changed since. */
  lastSupplement: sentSupplementSchema.optional(),
  /** When each one was mailed. */
  supplementsSentAt: z.array(instantSchema).optional(),
  /** The publication's mails were called for, and no sweep has called for them a second time yet. */
  pendingPublicationMail: z.string().optional(),
  /** When the organizers were last told that a recount fell short. */
  recountShortNotifiedAt: instantSchema.optional(),
  /** Hash of a file of signatures that is being written, or was not written to its end. */
  importId: z.string().optional(),
  /** Since when a changed letter stands for which not everybody who must be asked again has been. */
  askingStartedAt: instantSchema.optional(),
  /** When the organizers were last told of what waits for their review. */
  reviewNotifiedAt: instantSchema.optional(),
  /** Mark of an erasure of all personal data that has begun and is not done. */
  erasureId: z.string().optional(),
  /** When the last one was done. */
  erasedAt: instantSchema.optional(),
  /** Keys of the PDFs that are on the site; pages link to no others. */
  pdfKeys: z.array(z.string()).optional(),
  /** When the organizers were last told that a PDF could not be made. */
  pdfFailureNotifiedAt: instantSchema.optional(),
  /** Status and openness that the pages show, so that `sweep` sees when time alone has changed them. */
  renderedState: z.string().optional(),
});
export type Gate = z.infer<typeof gateSchema>;

/** The thresholds as people and programs are told them: null where none is given. */
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

/** The gate as it would be with other settings, for whoever asks what they would do. */
export function withGateSettings(gate: Gate, settings: GateSettings): Gate {
  const {
    atNotBeforeOrganizations: _,
    atNotBeforeIndividuals: __,
    window: ___,
    delivery: ____,
    ...kept
  } = gate;
  return { ...kept, ...settings };
}

/** How many must have signed at `at`: once `notBefore` has come, the lower of the two numbers. 0 where none is given. */
function requiredCounts(gate: Gate, at: Date): { organizations: number; individuals: number } {
  const { thresholdOrganizations, thresholdIndividuals } = gate;
  if (at.toISOString() < gate.notBefore)
    return { organizations: thresholdOrganizations, individuals: thresholdIndividuals };
  return {
    organizations: Math.min(thresholdOrganizations, gate.atNotBeforeOrganizations ?? thresholdOrganizations),
    individuals: Math.min(thresholdIndividuals, gate.atNotBeforeIndividuals ?? thresholdIndividuals),
  };
}

/** Whether as many have signed as must have at `at`, of each kind that has a threshold. */
export function isThresholdReached(gate: Gate, at: Date): boolean {
  const needed = requiredCounts(gate, at);
  return gate.organizations >= needed.organizations && gate.individuals >= needed.individuals;
}

/** What keeps a gate shut at `now`, in the order in which people read it; nothing left means that it opens. */
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

const isPublicationTime = ({ notBefore, window }: Gate, now: Date): boolean =>
  notBefore <= now.toISOString() && (window === undefined || isInWindow(window, now));

/**
 * The instant from which time no longer keeps a gate shut: the first one within the window once `notBefore` has come. None
 * if time does not keep it shut now. Whatever else is waited for can make it later.
 */
export function gateOpensAt(gate: Gate, now: Date): Date | undefined {
  if (!gateObstacles(gate, now).includes('time')) return undefined;
  const earliest = new Date(Math.max(now.getTime(), Date.parse(gate.notBefore)));
  return gate.window === undefined ? earliest : nextOpening(gate.window, earliest);
}
