import * as z from 'zod';
import { mailDelayReasons } from './mail-delay.ts';
import { instantSchema, slugSchema } from './settings.ts';

/** What can happen to a campaign. Each event is written in the transaction of its change. */
const campaignEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('applied'),
    changed: z.array(z.string()),
    why: z.string().optional(),
    /** Whether everybody who signed the old letter is asked again. */
    asksAgain: z.boolean().optional(),
  }),
  /** Everybody who agreed to another letter has been asked. `waiting` had not answered by then. */
  z.object({ type: z.literal('asked-again'), waiting: z.int() }),
  z.object({ type: z.enum(['held', 'resumed', 'paused', 'unpaused', 'publish-forced', 'delivered']) }),
  z.object({
    type: z.literal('published'),
    organizations: z.int(),
    individuals: z.int(),
    /** Organizations in whose names the PDF prints an empty box, since no font has a letter of it. */
    withoutGlyphs: z.array(z.string()).optional(),
  }),
  /** An item of the table does not match its schema and is left out. `item`: its partition and sort key. */
  z.object({ type: z.literal('item-unreadable'), item: z.string() }),
  /** The site job failed several times in a row. */
  z.object({ type: z.literal('site-failing') }),
  /** A PDF or a picture could not be made. */
  z.object({ type: z.literal('print-failed'), documents: z.array(z.string()) }),
  z.object({
    type: z.literal('recount-short'),
    counted: z.object({ organizations: z.int(), individuals: z.int() }),
    found: z.object({ organizations: z.int(), individuals: z.int() }),
  }),
  z.object({ type: z.literal('taken-down') }),
  z.object({ type: z.literal('corrected'), documents: z.array(z.string()), note: z.string() }),
  /** Embargoed copies were asked for, for this many contacts. */
  z.object({ type: z.literal('embargoed'), until: instantSchema, contacts: z.int() }),
  /** A message was asked for, and what became of it. `message`: the first digits of its id. */
  z.object({
    type: z.literal('message-asked'),
    audience: z.enum(['signers', 'invited']),
    message: z.string(),
    recipients: z.int(),
  }),
  z.object({
    type: z.literal('message-sent'),
    audience: z.enum(['signers', 'invited']),
    message: z.string(),
    sent: z.int(),
    failed: z.int(),
  }),
  z.object({ type: z.literal('fell-below'), organizations: z.int(), individuals: z.int() }),
  /** An organization's claim became vacant while others wait for it. */
  z.object({ type: z.literal('claim-vacated'), waiting: z.array(z.string()) }),
  z.object({
    type: z.enum([
      ...['promoted', 'demoted', 'approved', 'rejected', 'reinstated', 'resent', 'sign-on-erased'],
      ...['change-approved', 'change-rejected'],
    ] as const),
    signOnId: z.string(),
  }),
  /**
   * What organizers have to decide: how many sign-ons wait for review (in a large campaign, at least), and the names of
   * some organizations. Words that signers typed are here until the organizers are told (`withoutTypedWords`).
   */
  z.object({
    type: z.literal('review-waiting'),
    organizations: z.int(),
    individuals: z.int(),
    isWhole: z.boolean(),
    names: z.array(z.string()),
    /** For each of `names`, the flags of its sign-on. Without their data, which erasing would have to find here. */
    reasons: z.array(z.array(z.string())).optional(),
    /** Sign-ons that count and have a change that waits. */
    changes: z.int().optional(),
    /** Organizations whose name was corrected and that still count. */
    mended: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
    /** How many there are besides those that are named. */
    moreMended: z.int().optional(),
    /** Claims that became vacant since the last digest, with those who wait for them. */
    vacated: z.array(z.object({ organizationName: z.string(), waiting: z.array(z.string()) })).optional(),
    moreVacated: z.int().optional(),
    /**
     * Duplicates since then whose domain or place differs from that of the sign-on that counts, with what else speaks
     * against each.
     */
    duplicates: z
      .array(
        z.object({
          organizationName: z.string(),
          id: z.string(),
          reasons: z.array(z.string()).optional(),
        }),
      )
      .optional(),
    moreDuplicates: z.int().optional(),
  }),
  /** The organizations of `other` and `keep` are one from now on. */
  z.object({ type: z.literal('merged'), keep: z.string(), other: z.string() }),
  /** The sign-on is of another organization than that of `from`, which counted under its name or was merged with it. */
  z.object({ type: z.literal('split'), signOnId: z.string(), from: z.string().optional() }),
  /** `file`: hash of the imported table. */
  z.object({ type: z.literal('imported'), file: z.string(), imported: z.int() }),
  /** All personal data of the campaign is erased, on its date or on request. */
  z.object({ type: z.enum(['erasure-begun', 'erased']) }),
  /** Shares of thresholds, in percent, that were reached since the last such event. */
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
  /** The letter or a supplement bounced for an address. */
  z.object({ type: z.literal('letter-bounced'), letter: z.enum(['first', 'supplement']) }),
  /** The mail service takes no mail. Pending mails wait. */
  z.object({ type: z.literal('mail-delayed'), reason: z.enum(mailDelayReasons) }),
  /** Confirmations wait since too many of them came back: all of the campaign, or those that some networks ask for. */
  z.object({
    type: z.literal('confirmations-stopped'),
    of: z.enum(['campaign', 'networks']),
    sent: z.int(),
    bounced: z.int(),
  }),
  /** An owner has let them go. */
  z.object({ type: z.literal('confirmations-resumed') }),
  /** A supplement was asked for, to be mailed or handed over. */
  z.object({ type: z.literal('supplement-asked'), by: z.enum(['email', 'hand']) }),
  /** How it ended. The numbers are of its list, and of the changes since the letter before. */
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
    /** Which mail. Absent: the release. */
    mail: z.enum(['embargo', 'correction']).optional(),
  }),
]);
export type CampaignEvent = z.infer<typeof campaignEventSchema>;

/**
 * The event as the log keeps it once its notice is sent, so that "It wasn't me" need not look for words in it.
 * Undefined if it has none. A notice that is due says what was typed when it was written.
 */
export const withoutTypedWords = (event: CampaignEvent): CampaignEvent | undefined =>
  event.type === 'review-waiting'
    ? {
        ...event,
        names: [],
        reasons: [],
        mended: event.mended?.map(() => ({ from: '', to: '' })),
        vacated: event.vacated?.map((claim) => ({ ...claim, organizationName: '' })),
        duplicates: event.duplicates?.map(({ id }) => ({ organizationName: '', id })),
      }
    : undefined;

/** The name of a kind of event. */
export const campaignEventTypeSchema = z.union(
  campaignEventSchema.options.map((option) => option.shape.type),
);

export const eventSchema = z.object({
  slug: slugSchema,
  id: z.ulid(),
  at: instantSchema,
  /** `system`, `organizer` (command line), or the address of the organizer who decided in the console. */
  actor: z.string().min(1),
  event: campaignEventSchema,
  /** As on a sign-on: set as long as the organizers' notice is due. */
  pendingMail: z.string().optional(),
  /** Addresses of the organizers who were told, while others are not. */
  notified: z.set(z.string()).optional(),
});

/** Kinds of events that the organizers get a mail about. */
const noticeTypes = [
  'published',
  'milestone',
  // The other organizers must know why nothing is published, or why it may be at any moment.
  'held',
  'resumed',
  'print-failed',
  'item-unreadable',
  'site-failing',
  'recount-short',
  'taken-down',
  'fell-below',
  'mail-delayed',
  'confirmations-stopped',
  'letter-bounced',
  'letter-mail-unknown',
  'letter-mail-refused',
  'supplement-sent',
  'supplement-unknown',
  'supplement-refused',
  'supplement-ready',
  'supplement-idle',
  'review-waiting',
  'press-mail-unknown',
  'press-mail-refused',
] as const;

/** An event that the organizers are told of. */
export type Notice = CampaignEvent & { type: (typeof noticeTypes)[number] };

/** Whether the organizers get a mail about an event. */
export const isNotice = (event: CampaignEvent): event is Notice =>
  noticeTypes.some((type) => type === event.type);
