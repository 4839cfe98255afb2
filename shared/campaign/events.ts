import * as z from 'zod';
import { mailDelayReasons } from './mail-delay.ts';
import { instantSchema, slugSchema } from './settings.ts';

/** Decisions and happenings of a campaign, each written in the transaction of the change that it tells of. */
const campaignEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('applied'),
    changed: z.array(z.string()),
    why: z.string().optional(),
    /** Whether everybody who signed the letter as it was is asked again. */
    asksAgain: z.boolean().optional(),
  }),
  /** Everybody has been asked who agreed to another letter; `waiting` had not answered by then. */
  z.object({ type: z.literal('asked-again'), waiting: z.int() }),
  z.object({ type: z.enum(['held', 'resumed', 'paused', 'unpaused', 'publish-forced', 'delivered']) }),
  z.object({
    type: z.literal('published'),
    organizations: z.int(),
    individuals: z.int(),
    /** Organizations whose names the PDF prints with an empty box for a letter that no typeface has. */
    withoutGlyphs: z.array(z.string()).optional(),
  }),
  /** An item of the table is not what its schema says and is left out. `item`: its partition and sort key. */
  z.object({ type: z.literal('item-unreadable'), item: z.string() }),
  /** The site job failed several times in a row. */
  z.object({ type: z.literal('site-failing') }),
  /** A PDF could not be made. */
  z.object({ type: z.literal('print-failed'), documents: z.array(z.string()) }),
  z.object({
    type: z.literal('recount-short'),
    counted: z.object({ organizations: z.int(), individuals: z.int() }),
    found: z.object({ organizations: z.int(), individuals: z.int() }),
  }),
  z.object({ type: z.literal('taken-down') }),
  z.object({ type: z.literal('corrected'), documents: z.array(z.string()), note: z.string() }),
  /** Embargoed copies were called for, for so many contacts. */
  z.object({ type: z.literal('embargoed'), until: instantSchema, contacts: z.int() }),
  z.object({ type: z.literal('fell-below'), organizations: z.int(), individuals: z.int() }),
  /** An organization's signature was taken back while others of the same organization wait for its place. */
  z.object({ type: z.literal('claim-vacated'), organizationName: z.string(), waiting: z.array(z.string()) }),
  z.object({
    type: z.enum([
      ...['promoted', 'approved', 'rejected', 'reinstated', 'resent', 'sign-on-erased'],
      ...['change-approved', 'change-rejected'],
    ] as const),
    signOnId: z.string(),
  }),
  /** What organizers have to decide. Sign-ons wait for review: how many (of a large campaign at least), and the names of some organizations. */
  z.object({
    type: z.literal('review-waiting'),
    organizations: z.int(),
    individuals: z.int(),
    isWhole: z.boolean(),
    names: z.array(z.string()),
    /** Sign-ons that count, and of which a change waits. */
    changes: z.int().optional(),
    /** Organizations whose name was mended, and count on. */
    mended: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
    /** Places that have fallen vacant since the last digest, with who waits for them. */
    vacated: z.array(z.object({ organizationName: z.string(), waiting: z.array(z.string()) })).optional(),
    /** Duplicates since then whose domain is another than that of the sign-on which counts. */
    duplicates: z.array(z.object({ organizationName: z.string(), id: z.string() })).optional(),
  }),
  /** `other`'s organization and `keep`'s are one from now on. */
  z.object({ type: z.literal('merged'), keep: z.string(), other: z.string() }),
  /** The sign-on is of another organization than `from`'s, which counted for its name or was merged with it. */
  z.object({ type: z.literal('split'), signOnId: z.string(), from: z.string().optional() }),
  /** `file`: hash of a table of signatures. */
  z.object({ type: z.literal('imported'), file: z.string(), imported: z.int() }),
  /** All personal data of the campaign, on its date or on request. */
  z.object({ type: z.enum(['erasure-begun', 'erased']) }),
  /** Shares of thresholds, in percent, that were reached since the last one. */
  z.object({
    type: z.literal('milestone'),
    reached: z.array(
      z.object({
        kind: z.enum(['organizations', 'individuals']),
        count: z.int(),
        threshold: z.int(),
        percent: z.int(),
      }),
    ),
  }),
  /** About the letter to its recipient. */
  z.object({ type: z.enum(['letter-mail-unknown', 'letter-mail-refused']) }),
  /** The letter, or the one with its updated list, came back from an address that it was mailed to. */
  z.object({ type: z.literal('letter-bounced'), letter: z.enum(['first', 'supplement']) }),
  /** The mail service takes no mail; what is owed waits. */
  z.object({ type: z.literal('mail-delayed'), reason: z.enum(mailDelayReasons) }),
  /** The letter with its updated list was called for, to be mailed or to be handed over. */
  z.object({ type: z.literal('supplement-asked'), by: z.enum(['email', 'hand']) }),
  /** What became of it. Numbers are of the list that goes with it, and of what changed since the one before. */
  z.object({
    type: z.enum([
      'supplement-sent',
      'supplement-unknown',
      'supplement-refused',
      'supplement-ready',
      'supplement-idle',
    ]),
    organizations: z.int(),
    individuals: z.int(),
    addedOrganizations: z.int(),
    addedIndividuals: z.int(),
    withdrawn: z.int(),
  }),
  /** `contact` is a name and outlet, never an address. */
  z.object({
    type: z.enum(['press-mail-unknown', 'press-mail-refused']),
    contact: z.string(),
    /** Which mail; absent: the release. */
    mail: z.enum(['embargo', 'correction']).optional(),
  }),
]);
export type CampaignEvent = z.infer<typeof campaignEventSchema>;

/** The name of a kind of event. */
export const campaignEventTypeSchema = z.union(
  campaignEventSchema.options.map((option) => option.shape.type),
);

export const eventSchema = z.object({
  slug: slugSchema,
  id: z.ulid(),
  at: instantSchema,
  /** `system`, `organizer` (somebody at a terminal), or the address of the organizer who decided in the console. */
  actor: z.string().min(1),
  event: campaignEventSchema,
  /** As on a sign-on: the organizers' notice is owed as long as this stands. */
  pendingMail: z.string().optional(),
  /** How many of the organizers, in the campaign's order, have been told. */
  notifiedCount: z.int().optional(),
});
