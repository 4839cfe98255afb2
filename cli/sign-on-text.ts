import { safeSubject } from '../shared/rendering/document/safe-text.ts';
import { shownDetails } from '../shared/sign-on/confirmation.ts';
import type { Evidence } from '../shared/sign-on/evidence.ts';
import type { SignerMail, SignOn } from '../shared/sign-on/sign-on.ts';

/** The organization, or the person, that a sign-on is of. */
export function signatoryName(signOn: SignOn): string {
  const details = signOn.signed ?? shownDetails(signOn);
  return safeSubject(details?.organizationName ?? details?.name ?? '(nothing left)');
}

/** Who signs for an organization, with what they are there. */
export function signerText(signOn: SignOn): string {
  const details = signOn.signed ?? shownDetails(signOn);
  if (!details || signOn.kind === 'individual') return '';
  return safeSubject([details.name, details.title].filter(Boolean).join(', '));
}

/** One piece of evidence in words for organizers. */
export function evidenceText(flag: Evidence): string {
  switch (flag.flag) {
    case 'disposable-mail':
      return `throwaway address (${flag.domain})`;
    case 'free-mail':
      return `an address that anybody can get (${flag.domain})`;
    case 'other-domain':
      return `the address is at ${flag.mail}, the website at ${flag.website}`;
    case 'no-website':
      return 'no website of its own to hold the address against';
    case 'look-alike':
      return `nearly the name of “${flag.organizationKey.replace(/^\d+:/, '')}”, which has signed (${flag.id.slice(0, 8)}, likeness ${flag.score} of 100)`;
    case 'shared-address':
      return flag.others === 1
        ? 'the same address has confirmed for another organization'
        : `the same address has confirmed for ${flag.others} other organizations`;
    case 'burst':
      return `one of ${flag.signOns} from the same network at about the same time`;
    case 'form':
      return suspicionText(flag.suspicion);
  }
}

function suspicionText(suspicion: string): string {
  switch (suspicion) {
    case 'honeypot':
      return 'a field was filled in that people do not see';
    case 'hurried':
      return 'the form was sent sooner than a person can fill it in';
    default:
      return `the form noticed: ${safeSubject(suspicion)}`;
  }
}

const mailWords: Record<SignerMail, string> = {
  confirm: 'link',
  'confirm-change': 'change to confirm',
  signed: 'thanks',
  'signed-already': 'signed already',
  waiting: 'duplicate',
  'in-review': 'in review',
  'asked-again': 'asked again',
  published: 'published',
  reminder: 'reminder',
  'last-reminder': 'last reminder',
};

const minuteOf = (at: string): string => at.slice(5, 16).replace('T', ' ');

/** The last mail that went to a signer, with its day and minute (UTC), and what came back. */
export function mailText({ mailedAt, pendingMail, mailFeedback }: SignOn): string {
  const [last] = Object.entries(mailedAt).toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  if (!last) return pendingMail ? 'owed' : 'none';
  const [mail, at] = last;
  const words = Object.entries(mailWords).find(([name]) => name === mail)?.[1] ?? mail;
  const back = mailFeedback ? `, ${mailFeedback.what} ${minuteOf(mailFeedback.at)}` : '';
  return `${words} ${minuteOf(at)}${back}${pendingMail ? ', another owed' : ''}`;
}
