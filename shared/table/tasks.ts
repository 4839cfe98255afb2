import * as z from 'zod';
import { pressMailingKinds } from './mailings.ts';

/**
 * What a message in the mail queue asks for. Messages carry keys, never addresses or texts: which mail is due is
 * decided when it is sent, from the row as it stands then.
 */
export const mailTaskSchema = z.discriminatedUnion('task', [
  /** The mail that the row's `pendingMail` mark stands for. */
  z.object({
    task: z.literal('pending'),
    PK: z.string(),
    SK: z.string(),
    attempt: z.int().optional(),
    /** `sweep` has released it after it was slowed. */
    isReleased: z.boolean().optional(),
  }),
  /** A reminder that was due to a row when it was read. */
  z.object({ task: z.literal('reminder'), PK: z.string(), SK: z.string(), attempt: z.int().optional() }),
  /** Once published: the letter to its recipient, before anybody else is told. */
  z.object({ task: z.literal('letter'), slug: z.string(), attempt: z.int().optional() }),
  /** The letter with its updated list to its recipient, again. */
  z.object({ task: z.literal('supplement'), slug: z.string(), attempt: z.int().optional() }),
  /** Once published: the news to a signatory, the release to a press contact. */
  z.object({ task: z.literal('publication'), PK: z.string(), SK: z.string(), attempt: z.int().optional() }),
  /**
   * An embargoed copy or a correction to a press contact; `id` is the mailing's, for a correction the correction's,
   * too.
   */
  z.object({
    task: z.literal('press-mail'),
    PK: z.string(),
    SK: z.string(),
    kind: z.enum(pressMailingKinds),
    id: z.string(),
    attempt: z.int().optional(),
  }),
  /** Queues those of a page of the press list, then itself from where it stopped. */
  z.object({
    task: z.literal('mailing'),
    slug: z.string(),
    kind: z.enum(pressMailingKinds),
    id: z.string(),
    after: z.string().optional(),
  }),
  /** Queues those of a page of a message's audience, then itself from where it stopped. `mailing`: who asked for it. */
  z.object({
    task: z.literal('message-page'),
    slug: z.string(),
    id: z.string(),
    mailing: z.string(),
    shard: z.int(),
    after: z.string().optional(),
    attempt: z.int().optional(),
  }),
  /** A message to the signer or the invited organization with this key, as this recipient (`recipientOf`). */
  z.object({
    task: z.literal('message-mail'),
    PK: z.string(),
    SK: z.string(),
    id: z.string(),
    recipient: z.string(),
    attempt: z.int().optional(),
  }),
  /** Counts what became of a message, page by page, and waits at the first recipient of whom that is not known. */
  z.object({
    task: z.literal('message-count'),
    slug: z.string(),
    id: z.string(),
    mailing: z.string(),
    after: z.string().optional(),
    sent: z.int(),
    failed: z.int(),
    attempt: z.int().optional(),
  }),
  /** Queues a page of a published campaign's signatories (one shard), then itself from where it stopped. */
  z.object({ task: z.literal('signers'), slug: z.string(), shard: z.int(), after: z.string().optional() }),
  /** The same for its press list. */
  z.object({ task: z.literal('press'), slug: z.string(), after: z.string().optional() }),
]);
export type MailTask = z.infer<typeof mailTaskSchema>;

/** A message in the site queue: look at this campaign's site, and write what is due. */
export const siteTaskSchema = z.object({ slug: z.string() });
export type SiteTask = z.infer<typeof siteTaskSchema>;
