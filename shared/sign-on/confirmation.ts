import { hasAgreed, type Letters, shownLetterHash } from '../campaign/letter-hashes.ts';
import { ownLanguage } from '../campaign/localized-settings.ts';
import type { Settings } from '../campaign/settings.ts';
import type { Language } from '../i18n/language.ts';
import { detailsHash } from './ids.ts';
import type { Details, SignOn } from './sign-on.ts';

/** Hours after the close in which whoever submitted before it may still confirm. */
const graceHours = 24;

/** A campaign's settings, in any language, and the letter that is shown. */
export interface CampaignContext {
  settings: Settings;
  letters?: Letters | undefined;
  /** Then nothing is left to its signers but to take their names off. */
  isTakenDown?: boolean;
}

/** The words that a signer's page shows: those that wait for the button, else those that are signed. */
export const shownDetails = (signOn: SignOn): Details | undefined => signOn.submission ?? signOn.signed;

/** Whether what is signed stands, and other words, which a stranger may have typed, wait for its owner's button. */
export const hasUnconfirmedChange = ({ status, submission, submissionHash, signedHash }: SignOn): boolean =>
  status === 'confirmed' && submission !== undefined && submissionHash !== signedHash;

/** The language in which its owner is spoken to on the site: a change that waits says nothing of it. */
export const ownersLanguage = (signOn: SignOn): Language | undefined =>
  (hasUnconfirmedChange(signOn) ? signOn.signed : shownDetails(signOn))?.language;

/**
 * Whether the letter has changed, not only in its wording, since a signer agreed to it: their button is then for the
 * letter as it stands.
 */
export function hasLetterChanged(signOn: SignOn, { letters }: Pick<CampaignContext, 'letters'>): boolean {
  const details = shownDetails(signOn);
  return details !== undefined && !hasAgreed(letters, details.agreedTo);
}

/** Whether what is signed counts no more, or is about to, until its owner agrees to the letter as it stands. */
export const mustAgreeAgain = (
  { status, signed, askedAgainAt }: SignOn,
  { letters }: Pick<CampaignContext, 'letters'>,
): boolean =>
  status === 'confirmed' &&
  signed !== undefined &&
  (askedAgainAt !== undefined || !hasAgreed(letters, signed.agreedTo));

/** Words, and the letter that goes with them; the hash says both. */
export interface ConfirmableDetails {
  details: Details;
  hash: string;
}

/** What a signer's button is for: the words that their page shows, and the letter as it stands. */
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
 * What pressing the button means for a sign-on as it stands. `shown` is the hash of what the page showed: if words or
 * letter have changed since, nobody has agreed to them. Without it, it is pressed for both as they stand.
 */
export function decideConfirmation(
  signOn: SignOn,
  { shown, now, ...standing }: CampaignContext & { shown?: string | undefined; now: Date },
): ConfirmationDecision {
  if (signOn.status === 'rejected') return { answer: 'rejected' };
  const offer = confirmableDetails(signOn, standing);
  if (shown !== undefined && shown !== offer?.hash) return { answer: 'changed' };
  const isConfirmed = signOn.status === 'confirmed';
  const isNew =
    signOn.submission !== undefined && !(isConfirmed && signOn.submissionHash === signOn.signedHash);
  if (!offer || !(isNew || mustAgreeAgain(signOn, standing))) {
    if (!isConfirmed) return { answer: 'withdrawn' };
    if (signOn.review === 'waiting') return { answer: 'waiting-for-review' };
    return { answer: signOn.eligible === 'yes' ? 'already-confirmed' : 'already-signed-by-organization' };
  }
  if (isPastGracePeriod(standing.settings, now)) return { answer: 'closed' };
  return { answer: 'confirm', ...offer };
}

/** Whether by `now` nobody can confirm any more, whenever they submitted. */
export function isPastGracePeriod({ closesAt }: Pick<Settings, 'closesAt'>, now: Date): boolean {
  return closesAt !== undefined && now.getTime() >= Date.parse(closesAt) + graceHours * 60 * 60 * 1000;
}
