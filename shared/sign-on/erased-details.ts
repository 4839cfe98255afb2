import { type Details, detailsSchema, type SignOn } from './sign-on.ts';

/**
 * Which attributes of a stored sign-on stay after its erasure. Every new attribute must be added here. `signed` stays
 * without personal data, and the nonce is replaced, so that every link stops working.
 */
const survivesErasure = {
  slug: true,
  id: true,
  kind: true,
  status: true,
  eligible: true,
  counted: true,
  nonce: true,
  requestedAt: true,
  confirmedAt: true,
  withdrawnAt: true,
  organizationKey: true,
  ownKey: true,
  decidedAt: true,
  demotedAt: true,
  proposed: false,
  proposedHash: false,
  proposedAt: false,
  proposedFlags: false,
  mended: false,
  resentAt: false,
  signed: true,
  signedHash: true,
  review: true,
  reviewRequestedAt: true,
  mailedAt: true,
  keep: true,
  expiresAt: true,
  askedAgainAt: false,
  indexMark: true,
  imported: false,
  email: false,
  submission: false,
  submissionHash: false,
  pendingMail: false,
  mailCharged: false,
  suspicions: false,
  unsuspectedHash: false,
  network: false,
  mailHeldUntil: false,
  mailNetwork: false,
  mailSlowed: false,
  mailedHash: false,
  signedOrigin: false,
  flags: false,
  mailFeedback: false,
  unsubscribed: false,
} as const satisfies Record<keyof SignOn, boolean>;

/** The attributes that are removed when a sign-on that counts is erased. */
export const personalAttributes: readonly string[] = Object.entries(survivesErasure)
  .filter(([, isStaying]) => !isStaying)
  .map(([name]) => name);

/** The signed words that stay, beside an empty name: an organization's own data; of a person, that somebody has signed. */
const keptDetails: Record<SignOn['kind'], readonly string[]> = {
  organization: ['organizationName', 'website', 'scope', 'city', 'region', 'country', 'language', 'agreedTo'],
  individual: ['publicName', 'language', 'agreedTo'],
};

/** The signed words that go, beside the name. */
export const personalDetails = (kind: SignOn['kind']): string[] =>
  detailsSchema.keyof().options.filter((name) => name !== 'name' && !keptDetails[kind].includes(name));

/** What stays of signed words. */
export function erasedDetails(kind: SignOn['kind'], signed: Details): Details {
  const given = Object.entries(signed).filter(
    ([name, value]) => keptDetails[kind].includes(name) && value !== undefined,
  );
  return { ...Object.fromEntries(given), name: '', language: signed.language };
}

/** Whether no personal data is left. A signer on paper has no address either, but has a name. */
export const isErased = ({ email, submission, signed }: SignOn): boolean =>
  email === '' && submission === undefined && !signed?.name;
