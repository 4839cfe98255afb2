import type { SignerMail, SignOn } from './sign-on.ts';

/** Seconds within which a mail of the same kind answers another request, too. */
export const coolDownSeconds = 60;

const answersToRequests: readonly SignerMail[] = ['confirm', 'confirm-change', 'signed-already'];

/** Whether a mail answers a request that anybody could make, and so counts against the address's daily cap. */
export const isAnswerToRequest = (mail: SignerMail): boolean => answersToRequests.includes(mail);

/**
 * Which mail a sign-on's `owes` mark stands for, decided from the row as it is when the mail is sent; none when what
 * called for it is over, or was answered by a mail of the same kind within the minute before the request.
 */
export function owedMail(signOn: SignOn): SignerMail | undefined {
  const mail = signOn.owes ? mailFor(signOn) : undefined;
  return mail && isAnswerToRequest(mail) && wasJustSent(signOn, mail) ? undefined : mail;
}

function mailFor(signOn: SignOn): SignerMail | undefined {
  const hasSubmission = signOn.submission !== undefined;
  switch (signOn.status) {
    case 'pending':
    case 'withdrawn':
      return hasSubmission ? 'confirm' : undefined;
    case 'confirmed':
      if (hasSubmission)
        return signOn.submissionHash === signOn.signedHash ? 'signed-already' : 'confirm-change';
      return signOn.eligible === 'yes' ? 'signed' : 'waiting';
    case 'rejected':
      return undefined;
  }
}

function wasJustSent({ mailed, requestedAt }: SignOn, mail: SignerMail): boolean {
  const sentAt = mailed[mail];
  return sentAt !== undefined && Date.parse(sentAt) >= Date.parse(requestedAt) - coolDownSeconds * 1000;
}
