import * as z from 'zod';
import { instantSchema, type Settings, slugSchema } from './settings.ts';

const publicationStates = ['collecting', 'publishing', 'published', 'taken-down'] as const;

const yesOrNo = z.enum(['yes', 'no']);

/** What a campaign's folder says about its publication. A threshold that is not given is 0, which is always reached. */
const gateSettingsSchema = z.object({
  thresholdOrganizations: z.int().min(0),
  thresholdIndividuals: z.int().min(0),
  /** The gate stays shut before this instant; without a time it is the epoch, so that one comparison serves all. */
  notBefore: instantSchema,
  quotesApproved: yesOrNo,
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
  /** Set by `campaign publish`: counts and time no longer matter, hold and quotes still do. */
  forced: yesOrNo,
  openedAt: instantSchema.optional(),
  /** Instant of the claimed snapshot: the publication's date wherever one is shown. */
  publishedAt: instantSchema.optional(),
  /** When the organizers were told that a published campaign fell below its threshold. */
  fellBelowAt: instantSchema.optional(),
  /** Key of the claimed snapshot in the private bucket; set once, and from then on everything comes from it. */
  snapshot: z.string().optional(),
  /** The numbers of the claimed snapshot: what headline and mails say, whatever is counted later. */
  releasedOrganizations: z.int().optional(),
  releasedIndividuals: z.int().optional(),
  lease: z.string().optional(),
  leaseUntil: instantSchema.optional(),
  /** A new mark whenever something shown on the site changed; the site job clears it before it reads. */
  dirty: z.string().optional(),
  /** When the pages with lists and counts were last written: they follow at most twice a minute. */
  pagesAt: instantSchema.optional(),
  /** For when the next writing of the pages is queued; absent when nothing waits to be shown. */
  pagesDueAt: instantSchema.optional(),
  /** The publication's mails were called for, and no sweep has called for them a second time yet. */
  mailsDue: z.string().optional(),
  /** When the organizers were last told that a recount fell short. */
  recountShortAt: instantSchema.optional(),
  /** Status and openness that the pages show, so that `sweep` sees when time alone has changed them. */
  shown: z.string().optional(),
});
export type Gate = z.infer<typeof gateSchema>;

/** `notBefore` of a campaign that gives no time. */
export const noTime = '1970-01-01T00:00:00.000Z';

export type Obstacle = 'threshold' | 'time' | 'hold' | 'quotes' | 'delivery';

/** Whether every threshold is reached; one that is not given always is. */
export const isThresholdReached = (gate: Gate): boolean =>
  gate.organizations >= gate.thresholdOrganizations && gate.individuals >= gate.thresholdIndividuals;

/** What keeps a gate shut at `now`, in the order in which people read it; nothing left means that it opens. */
export function waitingFor(gate: Gate, now: Date): Obstacle[] {
  const forced = gate.forced === 'yes';
  const obstacles: [Obstacle, boolean][] = [
    ['threshold', !forced && !isThresholdReached(gate)],
    ['time', !forced && gate.notBefore > now.toISOString()],
    ['hold', gate.held === 'yes'],
    ['quotes', gate.quotesApproved === 'no'],
  ];
  return obstacles.filter(([, shut]) => shut).map(([obstacle]) => obstacle);
}

/** A campaign's state as outsiders see it (`progress.json`, `status`). */
export type CampaignStatus =
  | 'scheduled'
  | 'collecting'
  | 'publishing'
  | 'published'
  | 'closed'
  | 'taken-down';

/** `closed` means ended without a publication; a published campaign stays `published` after its close. */
export function campaignStatus(settings: Settings, gate: Gate, now: Date): CampaignStatus {
  if (gate.status !== 'collecting') return gate.status;
  const at = now.toISOString();
  if (settings.opensAt && at < settings.opensAt) return 'scheduled';
  if (settings.closesAt && at >= settings.closesAt && waitingFor(gate, now).includes('threshold'))
    return 'closed';
  return 'collecting';
}

export type Openness = 'open' | 'not-open-yet' | 'closed' | 'paused';

/** Whether a new sign-on is taken at `now`, and why not. */
export function openness(settings: Settings, paused: boolean, now: Date): Openness {
  const at = now.toISOString();
  if (settings.opensAt && at < settings.opensAt) return 'not-open-yet';
  if (settings.closesAt && at >= settings.closesAt) return 'closed';
  return paused ? 'paused' : 'open';
}
