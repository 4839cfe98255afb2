import type { Settings } from '../campaign/settings.ts';
import type { Details, SignOn } from './sign-on.ts';

/** Hours after the close in which whoever submitted before it may still confirm. */
const graceHours = 24;

/** Hash of what a signer's page shows: the words that wait for the button, else those that are signed. */
export const shownHash = (signOn: SignOn): string | undefined => signOn.submissionHash ?? signOn.signedHash;

/** The words that a signer's page shows. */
export const shownDetails = (signOn: SignOn): Details | undefined => signOn.submission ?? signOn.signed;

export type Confirmation =
  /** There are words to confirm: a first time, again after a withdrawal, or as a change. */
  | { answer: 'confirm'; details: Details; hash: string }
  /** Nothing to write: confirmed before, and counted or about to be. */
  | { answer: 'already-confirmed' }
  /** Confirmed before, and an organizer has not looked at it yet. */
  | { answer: 'waiting-for-review' }
  /** Confirmed before, but another signature of the organization holds its place. */
  | { answer: 'already-signed-by-organization' }
  | { answer: 'changed' | 'closed' | 'withdrawn' | 'rejected' };

/**
 * What pressing the button means for a sign-on as it stands. `shown` is the hash of what the page showed: if the words
 * have changed since, nobody has agreed to them.
 */
export function confirmation(
  signOn: SignOn,
  { settings, shown, now }: { settings: Settings; shown?: string | undefined; now: Date },
): Confirmation {
  if (signOn.status === 'rejected') return { answer: 'rejected' };
  if (shown !== undefined && shown !== shownHash(signOn)) return { answer: 'changed' };
  const { submission, submissionHash } = signOn;
  const isConfirmed = signOn.status === 'confirmed';
  if (!submission || !submissionHash || (isConfirmed && submissionHash === signOn.signedHash)) {
    if (!isConfirmed) return { answer: 'withdrawn' };
    if (signOn.review === 'waiting') return { answer: 'waiting-for-review' };
    return { answer: signOn.eligible === 'yes' ? 'already-confirmed' : 'already-signed-by-organization' };
  }
  if (isPastGrace(settings, now)) return { answer: 'closed' };
  return { answer: 'confirm', details: submission, hash: submissionHash };
}

function isPastGrace({ closesAt }: Settings, now: Date): boolean {
  return closesAt !== undefined && now.getTime() >= Date.parse(closesAt) + graceHours * 60 * 60 * 1000;
}
