import type { SignerMail, SignOn } from './sign-on.ts';

/** Seconds within which a mail of the same kind answers another request, too. */
const coolDownSeconds = 60;

/** Hours within which a sign-on's owner is thanked once, however often something about it is confirmed. */
const thanksEveryHours = 24;

const answersToRequests: readonly SignerMail[] = [
  'confirm',
  'confirm-change',
  'signed-already',
  'reminder',
  'last-reminder',
];

/** Whether a mail answers a request that anybody could make, and so counts against the address's daily cap. */
export const isAnswerToRequest = (mail: SignerMail): boolean => answersToRequests.includes(mail);

/**
 * Which mail a sign-on's `owes` mark stands for, decided from the row as it is when the mail is sent (`now`); none when
 * what called for it is over, was answered by a mail of the same kind within the minute before the request, or would
 * thank a second time in a day: whoever holds the link could press its button all day long.
 */
export function owedMail(signOn: SignOn, now: Date): SignerMail | undefined {
  const mail = signOn.owes ? mailFor(signOn) : undefined;
  const sentAt = mail && signOn.mailed[mail];
  if (!sentAt) return mail;
  return Date.parse(sentAt) >= sinceWhen(signOn, mail, now) ? undefined : mail;
}

/** A mail of the same kind since this instant is enough. */
function sinceWhen({ requestedAt, askedAt }: SignOn, mail: SignerMail, now: Date): number {
  if (isAnswerToRequest(mail)) return Date.parse(requestedAt) - coolDownSeconds * 1000;
  if (mail === 'asked-again' && askedAt !== undefined) return Date.parse(askedAt);
  return now.getTime() - thanksEveryHours * 60 * 60_000;
}

function mailFor(signOn: SignOn): SignerMail | undefined {
  const hasSubmission = signOn.submission !== undefined;
  switch (signOn.status) {
    case 'pending':
    case 'withdrawn':
      return hasSubmission ? 'confirm' : undefined;
    case 'confirmed':
      // Who fills in the form after being asked wants the link to the button, as at first.
      if (signOn.askedAt !== undefined)
        return hasSubmission && signOn.requestedAt > signOn.askedAt ? 'confirm' : 'asked-again';
      if (hasSubmission)
        return signOn.submissionHash === signOn.signedHash ? 'signed-already' : 'confirm-change';
      if (signOn.review === 'waiting') return 'in-review';
      return signOn.eligible === 'yes' ? 'signed' : 'waiting';
    case 'rejected':
      return undefined;
  }
}
