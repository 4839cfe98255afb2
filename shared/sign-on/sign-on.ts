import * as z from 'zod';
import { instantSchema, slugSchema } from '../campaign/settings.ts';
import { languageSchema } from '../i18n/language.ts';
import { flagSchema } from './flags.ts';

export const signOnKinds = ['organization', 'individual'] as const;
export const scopes = ['national', 'state', 'local'] as const;
export const publicNames = ['full', 'initials', 'withheld'] as const;
export const signOnStates = ['pending', 'confirmed', 'withdrawn', 'rejected'] as const;

/**
 * What a signer typed, and to what they agreed with it; without address and kind: those make the sign-on's id and never
 * change.
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
  /** SHA-256 in base64url of the letter's source that was shown; absent from before it was kept. */
  agreedTo: z.string().optional(),
});
export type Details = z.infer<typeof detailsSchema>;

const yesOrNo = z.enum(['yes', 'no']);

/** What came back from a signer's mailbox, or that SES took no mail to it; a mail of which nothing came back is taken to have arrived. */
export const mailFeedbackTypes = ['bounced', 'complained', 'refused'] as const;

/** Mails to a signer. `confirm`, `signed-already` and `confirm-change` answer a request. */
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

/** A sign-on as it is stored. Only `signed` is ever counted or printed; `submission` waits for its owner's button. */
export const signOnSchema = z.object({
  slug: slugSchema,
  id: z.string(),
  kind: z.enum(signOnKinds),
  /** Empty of whoever was erased. */
  email: z.string().default(''),
  status: z.enum(signOnStates),
  eligible: yesOrNo,
  counted: yesOrNo,
  nonce: z.string(),
  submission: detailsSchema.optional(),
  submissionHash: z.string().optional(),
  requestedAt: instantSchema,
  signed: detailsSchema.optional(),
  signedHash: z.string().optional(),
  confirmedAt: instantSchema.optional(),
  withdrawnAt: instantSchema.optional(),
  /** The claim that this row holds or waits for; absent for individuals and whoever has neither. */
  organizationKey: z.string().optional(),
  /** The claim of its own name, where that was merged into `organizationKey`. */
  ownKey: z.string().optional(),
  /** Words that change what is printed or linked and wait for an organizer, while those in `signed` stay in print. */
  proposed: detailsSchema.optional(),
  proposedHash: z.string().optional(),
  proposedAt: instantSchema.optional(),
  /** What speaks against the words in `proposed`. */
  proposedFlags: z.array(flagSchema).optional(),
  /** The words that were last approved, or counted at first, where `signed` has mended their spelling since, and when. */
  mended: z.object({ from: detailsSchema, at: instantSchema }).optional(),
  /** When an organizer last asked that its mail is sent again. */
  resentAt: instantSchema.optional(),
  /** When an organizer last decided about it: its owner is told what holds since. */
  decidedAt: instantSchema.optional(),
  /** What the form noticed when it was sent (`honeypot`, `hurried`); judged with the other evidence at the button. */
  suspicions: z.array(z.string()).optional(),
  /** Mark of the network that `submission` came from (`networkMark`), where the campaign has a review. */
  network: z.string().optional(),
  /** The same of the submission that was confirmed first, with the time at which it was sent. */
  signedOrigin: z.object({ network: z.string(), at: instantSchema }).optional(),
  /** `waiting`: confirmed, and an organizer looks at it before it counts; `approved`: one has. Absent: no need. */
  review: z.enum(['waiting', 'approved']).optional(),
  /**
   * Since when its owner is asked to agree to a letter that has changed; gone once they have. Until then it is confirmed,
   * not eligible, and has to do with no claim.
   */
  askedAgainAt: instantSchema.optional(),
  /** Since when it waits for review. */
  reviewRequestedAt: instantSchema.optional(),
  /** What speaks against it, found when the button was pressed. */
  flags: z.array(flagSchema).optional(),
  /** A mail is owed as long as this mark stands; a new mark for each event that calls for one. */
  pendingMail: z.string().optional(),
  /** The mail that is owed waits until then, since its mailbox has had all of a day's. */
  mailHeldUntil: instantSchema.optional(),
  /** Mark of the network that asked for the mail that is owed (`mailNetworkMark`). */
  mailNetwork: z.string().optional(),
  /** `submissionHash` of the words that were in the last mail that asked to confirm them. */
  mailedHash: z.string().optional(),
  /** When each mail was last accepted by SES. */
  mailedAt: z.partialRecord(z.enum(signerMails), instantSchema),
  /** The last thing that came back from the address, and when. */
  mailFeedback: z.object({ what: z.enum(mailFeedbackTypes), at: instantSchema }).optional(),
  /** Collected elsewhere, and confirmed by the organizers: when, and what they have that shows it. */
  imported: z
    .object({ at: instantSchema, signedOn: z.string().optional(), evidence: z.string().optional() })
    .optional(),
  /** Set with the confirmation to a string, which is no TTL: nothing confirmed can ever expire. */
  keep: z.string().optional(),
  expiresAt: z.union([z.number(), z.string()]).optional(),
});
export type SignOn = z.infer<typeof signOnSchema>;
