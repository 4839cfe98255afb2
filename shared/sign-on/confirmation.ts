import { hasAgreed, type Letters, shownLetterHash } from '../campaign/letter-hashes.ts';
import { ownLanguage } from '../campaign/localized-settings.ts';
import type { Settings } from '../campaign/settings.ts';
import type { Language } from '../i18n/language.ts';
import { detailsHash } from './ids.ts';
import type { Details, SignOn } from './sign-on.ts';

/** Hours after the close in which a sign-on that was submitted in time may be confirmed. */
const graceHours = 24;

/** A campaign's settings, in any language, and the letter that is shown. */
export interface CampaignContext {
  settings: Settings;
  letters?: Letters | undefined;
  /** Then signers can only withdraw. */
  isTakenDown?: boolean;
}

/** The words that a signer's page shows: those that wait for the button, else those that are signed. */
export const shownDetails = (signOn: SignOn): Details | undefined => signOn.submission ?? signOn.signed;

/** Whether words are signed while other words, which a stranger may have typed, wait for the owner's button. */
export const hasUnconfirmedChange = ({ status, submission, submissionHash, signedHash }: SignOn): boolean =>
  status === 'confirmed' && submission !== undefined && submissionHash !== signedHash;

/** The language of the owner's page. A change that waits does not decide it. */
export const ownersLanguage = (signOn: SignOn): Language | undefined =>
  (hasUnconfirmedChange(signOn) ? signOn.signed : shownDetails(signOn))?.language;

/**
 * Whether the letter has changed in meaning since a signer agreed to it. Their button is then for the current letter.
 */
export function hasLetterChanged(signOn: SignOn, { letters }: Pick<CampaignContext, 'letters'>): boolean {
  const details = shownDetails(signOn);
  return details !== undefined && !hasAgreed(letters, details.agreedTo);
}

/** Whether the signed words no longer count, or soon will not, until the owner agrees to the current letter. */
export const mustAgreeAgain = (
  { status, signed, askedAgainAt }: SignOn,
  { letters }: Pick<CampaignContext, 'letters'>,
): boolean =>
  status === 'confirmed' &&
  signed !== undefined &&
  (askedAgainAt !== undefined || !hasAgreed(letters, signed.agreedTo));

/** Words and the letter that goes with them. The hash is of both. */
export interface ConfirmableDetails {
  details: Details;
  hash: string;
}

/** What a signer's button agrees to: the words on their page, and the current letter. */
export function confirmableDetails(
  signOn: SignOn,
  campaign: CampaignContext,
): ConfirmableDetails | undefined {
  const details = shownDetails(signOn);
  if (!details) return undefined;
  if (!hasLetterChanged(signOn, campaign)) {
    const stored = signOn.submission ? signOn.submissionHash : signOn.signedHash;
    return { details, hash: stored ?? detailsHash(details) };
  }
  const { settings, letters } = campaign;
  const agreedTo = shownLetterHash(letters, details.language, ownLanguage(settings));
  const { agreedTo: _, ...words } = details;
  const anew = { ...words, ...(agreedTo !== undefined && { agreedTo }) };
  return { details: anew, hash: detailsHash(anew) };
}

export type ConfirmationDecision =
  /** There are words to confirm: for the first time, after a withdrawal, or as a change. */
  | { answer: 'confirm'; details: Details; hash: string }
  /** Nothing to write: confirmed before, and counted or soon to be. */
  | { answer: 'already-confirmed' }
  /** Confirmed before, and waiting for an organizer's review. */
  | { answer: 'waiting-for-review' }
  /** Confirmed before, and a duplicate: another one holds the organization's claim, or the claim is vacant. */
  | { answer: 'already-signed-by-organization' }
  | { answer: 'changed' | 'closed' | 'withdrawn' | 'rejected' };

/**
 * Decides what pressing the button means for a sign-on. `shownHash` is the hash of what the page showed. If words or
 * letter have changed since, nobody has agreed to them. Without it, the button is for both as they are now.
 */
export function decideConfirmation(
  signOn: SignOn,
  { shownHash, now, ...context }: CampaignContext & { shownHash?: string | undefined; now: Date },
): ConfirmationDecision {
  if (signOn.status === 'rejected') return { answer: 'rejected' };
  const offer = confirmableDetails(signOn, context);
  if (shownHash !== undefined && shownHash !== offer?.hash) return { answer: 'changed' };
  const isConfirmed = signOn.status === 'confirmed';
  const isNew =
    signOn.submission !== undefined && !(isConfirmed && signOn.submissionHash === signOn.signedHash);
  if (!offer || !(isNew || mustAgreeAgain(signOn, context))) {
    if (!isConfirmed) return { answer: 'withdrawn' };
    if (signOn.review === 'waiting') return { answer: 'waiting-for-review' };
    return { answer: signOn.eligible === 'yes' ? 'already-confirmed' : 'already-signed-by-organization' };
  }
  if (isPastGracePeriod(context.settings, now)) return { answer: 'closed' };
  return { answer: 'confirm', ...offer };
}

/** Whether nobody can confirm any more at `now`, whenever they submitted. */
export function isPastGracePeriod({ closesAt }: Pick<Settings, 'closesAt'>, now: Date): boolean {
  return closesAt !== undefined && now.getTime() >= Date.parse(closesAt) + graceHours * 60 * 60 * 1000;
}
