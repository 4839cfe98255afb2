import type { SignerMail, SignOn } from './sign-on.ts';
import { signerMailRules } from './signer-mail-rules.ts';

/** Seconds in which a mail of the same kind answers another request, too. */
const repeatIntervalSeconds = 60;

/** Hours in which a signer gets a mail such as "signed" once, however often something is confirmed. */
const thanksIntervalHours = 24;

/** What a sign-on has while a mail to its signer is due, the marks of the network included. */
export const pendingMailAttributes = [
  'pendingMail',
  'mailHeldUntil',
  'mailNetwork',
  'mailCharged',
  'mailSlowed',
] as const satisfies (keyof SignOn)[];

/**
 * Which mail a sign-on's `pendingMail` mark stands for, decided from the row when the mail is sent (`now`). Undefined
 * if the reason has gone, if a mail of the same kind was sent since a minute before the request, or if the signer was
 * thanked in the last day: whoever has the link could press its button all day.
 */
export function pendingSignerMail(signOn: SignOn, now: Date): SignerMail | undefined {
  const mail = signOn.pendingMail ? mailFor(signOn) : undefined;
  const sentAt = mail && signOn.mailedAt[mail];
  if (!sentAt) return mail;
  // Whoever corrects the form at once gets a mail with the new words.
  if (
    signerMailRules[mail].asksToConfirm &&
    signOn.mailedHash !== undefined &&
    signOn.mailedHash !== signOn.submissionHash
  )
    return mail;
  return Date.parse(sentAt) >= enoughSince(signOn, mail, now) ? undefined : mail;
}

/**
 * A mail of the same kind since this instant is enough. After an organizer's decision or `resend`, an earlier mail is
 * not.
 */
function enoughSince(signOn: SignOn, mail: SignerMail, now: Date): number {
  const asked = [signOn.decidedAt, signOn.resentAt].map((at) => (at === undefined ? 0 : Date.parse(at)));
  return Math.max(enoughWithoutDecisionSince(signOn, mail, now), ...asked);
}

function enoughWithoutDecisionSince(
  { requestedAt, askedAgainAt }: SignOn,
  mail: SignerMail,
  now: Date,
): number {
  if (signerMailRules[mail].answersRequest) return Date.parse(requestedAt) - repeatIntervalSeconds * 1000;
  if (mail === 'asked-again' && askedAgainAt !== undefined) return Date.parse(askedAgainAt);
  return now.getTime() - thanksIntervalHours * 60 * 60_000;
}

/**
 * Whether an organizer asked for this mail again, it has not been sent since, and no form has come since. Then it counts
 * against the cap of the mailbox, and not against the share of a network.
 */
export const isResending = (
  { resentAt, requestedAt, mailedAt }: Pick<SignOn, 'resentAt' | 'requestedAt' | 'mailedAt'>,
  mail: SignerMail,
): boolean =>
  signerMailRules[mail].answersMark &&
  resentAt !== undefined &&
  resentAt >= requestedAt &&
  (mailedAt[mail] ?? '') < resentAt;

/** Whether the mail that is due waits for the next day, since its mailbox has had its mails of the day. */
export const isMailHeld = (
  { pendingMail, mailHeldUntil = '' }: Pick<SignOn, 'pendingMail' | 'mailHeldUntil'>,
  now: Date,
): boolean => pendingMail !== undefined && mailHeldUntil > now.toISOString();

function mailFor(signOn: SignOn): SignerMail | undefined {
  const hasSubmission = signOn.submission !== undefined;
  switch (signOn.status) {
    case 'pending':
    case 'withdrawn':
      return hasSubmission ? 'confirm' : undefined;
    case 'confirmed':
      // Whoever fills in the form after being asked wants the link to the button, as at first.
      if (signOn.askedAgainAt !== undefined)
        return hasSubmission && signOn.requestedAt > signOn.askedAgainAt ? 'confirm' : 'asked-again';
      // A decision that comes after the last request is mailed, whatever change waits.
      if (hasSubmission && (signOn.decidedAt ?? '') <= signOn.requestedAt)
        return signOn.submissionHash === signOn.signedHash ? 'signed-already' : 'confirm-change';
      if (signOn.review === 'waiting') return 'in-review';
      return signOn.eligible === 'yes' ? 'signed' : 'waiting';
    case 'rejected':
      return undefined;
  }
}
