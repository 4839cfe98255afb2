import type { Settings } from '../campaign/settings.ts';
import type { FieldRefusal } from './field-refusals.ts';
import { withNewsletterTime } from './newsletter.ts';
import type { Details, SignOn } from './sign-on.ts';
import { organizationSubmissionSchema, readSubmission } from './submission.ts';

/** Body of a correction, for its description. What is sent is read by `readCorrection`. */
export const correctionSchema = organizationSubmissionSchema
  .omit({ kind: true, email: true, authorized: true, letter: true })
  .partial();

/** The fields that identify a sign-on, and the letter that it agrees to. No correction changes these. */
const immutableFields = ['email', 'kind', 'letter'];

/**
 * The words that a correction changes: those that are signed, or wait for an organizer to replace them, or wait for the
 * first button. A change that waits is not corrected: it may be a stranger's, and its owner has not agreed to it.
 */
export const correctableDetails = ({ status, signed, proposed, submission }: SignOn): Details | undefined => {
  switch (status) {
    case 'confirmed':
      return proposed ?? signed;
    case 'pending':
    case 'withdrawn':
      return submission;
    case 'rejected':
      return undefined;
  }
};

type CorrectionSettings = Pick<Settings, 'language' | 'questions' | 'newsletter'> & { now: Date };

export type CheckedCorrection = { ok: true; details: Details } | { ok: false; errors: FieldRefusal[] };

/**
 * Applies a correction to words: a given field replaces the old one, an empty one removes it, a missing one stays. The
 * rules of a submission apply. `now` is the time of a new answer about news. Never throws.
 */
export function readCorrection(
  typed: Record<string, unknown>,
  { kind, email }: Pick<SignOn, 'kind' | 'email'>,
  current: Details,
  { language, questions, newsletter, now }: CorrectionSettings,
): CheckedCorrection {
  // What nobody types stays, whatever is sent.
  const { agreedTo, showSignatories, newsletterAt: _, answers, ...words } = current;
  const refused = immutableFields.filter((field) => Object.hasOwn(typed, field));
  const isOrganization = kind === 'organization';
  const others = Object.entries(typed).filter(([field]) => !immutableFields.includes(field));
  const read = readSubmission(
    { ...words, ...(isOrganization && { authorized: true }), ...Object.fromEntries(others), kind, email },
    {
      language,
      questions,
      // An answer stands also where the campaign no longer asks.
      newsletter: newsletter ?? (words.newsletter === undefined ? undefined : ''),
      signatories: { organizations: isOrganization, individuals: !isOrganization },
    },
    answers ?? {},
  );
  const errors: FieldRefusal[] = [
    ...refused.map((field): FieldRefusal => ({ field, code: 'unknown-field' })),
    ...(read.ok ? [] : read.errors),
  ];
  if (!read.ok || errors.length > 0) return { ok: false, errors };
  const details = {
    ...read.details,
    ...(agreedTo !== undefined && { agreedTo }),
    ...(showSignatories !== undefined && { showSignatories }),
  };
  return { ok: true, details: withNewsletterTime(details, now, current) };
}
