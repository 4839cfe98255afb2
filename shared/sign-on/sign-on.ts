import * as z from 'zod';
import { instantSchema, slugSchema, yesOrNoSchema } from '../campaign/settings.ts';
import { languageSchema } from '../i18n/language.ts';
import { answersSchema } from './answers.ts';
import { flagSchema } from './flags.ts';
import { mailFeedbackSchema } from './mail-feedback.ts';

export const signOnKinds = ['organization', 'individual'] as const;
export const scopes = ['national', 'state', 'local'] as const;
export const publicNames = ['full', 'initials', 'withheld'] as const;
export const signOnStates = ['pending', 'confirmed', 'withdrawn', 'rejected'] as const;

/**
 * What a signer typed, and what they agreed to with it. Address and kind are not in it: the sign-on's id contains them,
 * and they never change.
 */
export const detailsSchema = z.object({
  organizationName: z.string().optional(),
  website: z.string().optional(),
  scope: z.enum(scopes).optional(),
  name: z.string(),
  title: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  country: z.string().optional(),
  publicName: z.enum(publicNames).optional(),
  language: languageSchema,
  /** SHA-256 in base64url of the source of the letter that was shown. Absent from before this was kept. */
  agreedTo: z.string().optional(),
  /** To the campaign's own questions, for organizers alone. */
  answers: answersSchema.optional(),
  /** Whether news is wanted, and since when that answer stands; absent: the box was not ticked. */
  newsletter: z.boolean().optional(),
  newsletterAt: instantSchema.optional(),
  /** Which link brought them, as the organizers named it. */
  source: z.string().optional(),
  /** The form said that who is counted is listed before publication, too. */
  showSignatories: z.literal('always').optional(),
});
export type Details = z.infer<typeof detailsSchema>;

/**
 * Mails to a signer, by which stored rows say what was sent. `waiting` is that of a duplicate. `signer-mail-rules.ts`
 * says how they differ.
 */
export const signerMails = [
  'confirm',
  'confirm-change',
  'signed',
  'signed-already',
  'waiting',
  'in-review',
  'asked-again',
  'published',
  'reminder',
  'last-reminder',
] as const;
export type SignerMail = (typeof signerMails)[number];

/** A stored sign-on. Only `signed` is ever counted or printed. `submission` waits for its owner's button. */
export const signOnSchema = z.object({
  slug: slugSchema,
  id: z.string(),
  kind: z.enum(signOnKinds),
  /** Empty after erasing. */
  email: z.string().default(''),
  status: z.enum(signOnStates),
  eligible: yesOrNoSchema,
  counted: yesOrNoSchema,
  nonce: z.string(),
  submission: detailsSchema.optional(),
  submissionHash: z.string().optional(),
  requestedAt: instantSchema,
  signed: detailsSchema.optional(),
  signedHash: z.string().optional(),
  confirmedAt: instantSchema.optional(),
  withdrawnAt: instantSchema.optional(),
  /** The claim that this row holds or waits for. Absent for individuals, and for sign-ons that do neither. */
  organizationKey: z.string().optional(),
  /** The claim of its own name, if that was merged into `organizationKey`. */
  ownKey: z.string().optional(),
  /** Words that change what is printed or linked and wait for an organizer, while those in `signed` stay in print. */
  proposed: detailsSchema.optional(),
  proposedHash: z.string().optional(),
  proposedAt: instantSchema.optional(),
  /** The flags of the words in `proposed`. */
  proposedFlags: z.array(flagSchema).optional(),
  /** The words that were last approved, or counted at first, and when `signed` has corrected their spelling. */
  mended: z.object({ from: detailsSchema, at: instantSchema }).optional(),
  /** When an organizer last asked that its mail is sent again. */
  resentAt: instantSchema.optional(),
  /** When an organizer last decided about it. Its signer is told the result. */
  decidedAt: instantSchema.optional(),
  /** When an organizer's decision gave its organization's claim to another one. Removed when it is allocated anew. */
  demotedAt: instantSchema.optional(),
  /** What the form noticed when it was sent (`honeypot`, `hurried`). It becomes evidence at confirmation. */
  suspicions: z.array(z.string()).optional(),
  /**
   * Beside `suspicions`: `submissionHash` of the words that came without suspicion just before, or `none`. If they are
   * the words of now, too, there is no suspicion (`suspicionsOf`).
   */
  unsuspectedHash: z.string().optional(),
  /** Mark of the last removal of its entries from the index of names (`withIndex`). */
  indexMark: z.string().optional(),
  /** Mark of the network that `submission` came from (`dailyNetworkHash`), if the campaign has a review. */
  network: z.string().optional(),
  /** The same for the submission that was confirmed first, with the time at which it was sent. */
  signedOrigin: z.object({ network: z.string(), at: instantSchema }).optional(),
  /**
   * `waiting`: confirmed, and an organizer must review it before it counts. `approved`: one has. Absent: not needed.
   */
  review: z.enum(['waiting', 'approved']).optional(),
  /**
   * Since when its signer is asked to agree to a changed letter. Removed when they have. Until then it is confirmed and
   * not eligible, and neither holds a claim nor waits for one.
   */
  askedAgainAt: instantSchema.optional(),
  /** Since when it waits for review. Of a doubtful duplicate that organizers are told of: since when it is one. */
  reviewRequestedAt: instantSchema.optional(),
  /** Its flags, found when the button was pressed. */
  flags: z.array(flagSchema).optional(),
  /** A mail is due as long as this mark is set. Each event that calls for a mail sets a new mark. */
  pendingMail: z.string().optional(),
  /** The mail that is due waits until then, since its mailbox has had all mails of the day. */
  mailHeldUntil: instantSchema.optional(),
  /**
   * Mark of the network that asked for the mail that is due (`mailNetworkMark`). It stays until the signer is thanked.
   */
  mailNetwork: z.string().optional(),
  /** The confirmation mail was taken from the budget of its network. */
  mailCharged: z.literal('yes').optional(),
  /**
   * The mail that is due waits, because its network asks for many or because confirmations are stopped: since when, and
   * when `sweep` last released it.
   */
  mailSlowed: z.object({ at: instantSchema, releasedAt: instantSchema.optional() }).optional(),
  /** `submissionHash` of the words in the last mail that asked to confirm. */
  mailedHash: z.string().optional(),
  /** What its address has unsubscribed from: the mails of this letter, or all of this site. */
  unsubscribed: z.enum(['letter', 'site']).optional(),
  /** When each mail was last accepted by SES. */
  mailedAt: z.partialRecord(z.enum(signerMails), instantSchema),
  mailFeedback: mailFeedbackSchema.optional(),
  /** Collected elsewhere and confirmed by the organizers: when, and their evidence for it. */
  imported: z
    .object({ at: instantSchema, signedOn: z.string().optional(), evidence: z.string().optional() })
    .optional(),
  /**
   * Set at the first confirmation, together with an `expiresAt` that is a string and so no TTL. From then on the row
   * does not expire, until "It wasn't me" empties it (`emptySignOn`).
   */
  keep: z.string().optional(),
  expiresAt: z.union([z.number(), z.string()]).optional(),
});
export type SignOn = z.infer<typeof signOnSchema>;

/** What a row has while words wait for their owner's button. */
export const submissionAttributes = [
  'submission',
  'submissionHash',
  'network',
] as const satisfies (keyof SignOn)[];
