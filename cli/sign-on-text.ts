import { safeSubject } from '../shared/rendering/document/safe-text.ts';
import { shownDetails } from '../shared/sign-on/confirmation.ts';
import type { Evidence } from '../shared/sign-on/evidence.ts';
import { correctedSpelling } from '../shared/sign-on/printed-words.ts';
import { type Details, detailsSchema, type SignerMail, type SignOn } from '../shared/sign-on/sign-on.ts';
import { minuteText } from './time-text.ts';

/** The name of the organization or person that signed. */
export function signatoryName(signOn: SignOn): string {
  const details = signOn.signed ?? shownDetails(signOn);
  return safeSubject(details?.organizationName ?? details?.name ?? '(nothing left)');
}

/** City and region. Empty if neither was given. */
export function placeText(signOn: SignOn): string {
  const { city, region } = signOn.signed ?? shownDetails(signOn) ?? {};
  return safeSubject([city, region].filter(Boolean).join(', '));
}

/** The name and the place, so that two organizations with one name can be told apart. */
export function placedName(signOn: SignOn): string {
  const place = placeText(signOn);
  return `“${signatoryName(signOn)}”${place === '' ? '' : ` (${place})`}`;
}

/** The same, with the first digits of the id where another one has the same name and place. */
export const namedApart = (signOn: SignOn, ...others: (SignOn | undefined)[]): string =>
  others.some((other) => other && other.id !== signOn.id && placedName(other) === placedName(signOn))
    ? `${placedName(signOn)} [${signOn.id.slice(0, 8)}]`
    : placedName(signOn);

/** The place and the website, which help to find out who an organization is. Empty if neither was given. */
export function whereaboutsText(signOn: SignOn): string {
  const { website } = signOn.signed ?? shownDetails(signOn) ?? {};
  return [placeText(signOn), website && safeSubject(website)].filter(Boolean).join('; ');
}

/** The person who signs for an organization, with their title. */
export function signerText(signOn: SignOn): string {
  const details = signOn.signed ?? shownDetails(signOn);
  if (!details || signOn.kind === 'individual') return '';
  return safeSubject([details.name, details.title].filter(Boolean).join(', '));
}

/** Fields whose name in the API is not a plain word. */
const fieldWords: Partial<Record<keyof Details, string>> = {
  organizationName: 'organization',
  publicName: 'printed name',
};

/** What a waiting change would print differently, field by field. */
export const changeText = ({ signed, proposed }: SignOn): string =>
  detailsSchema
    .omit({ agreedTo: true, answers: true, newsletter: true, newsletterAt: true })
    .keyof()
    .options.filter((field) => signed?.[field] !== proposed?.[field])
    .map((field) => fieldChangeText(field, signed?.[field], proposed?.[field]))
    .join(', ');

function fieldChangeText(field: keyof Details, from: string | undefined, to: string | undefined): string {
  const words = (text: string | undefined) => (text === undefined ? 'nothing' : `“${safeSubject(text)}”`);
  return `${fieldWords[field] ?? field} ${words(from)} to ${words(to)}`;
}

/** What the signer has corrected since the words were approved or counted at first. Empty if nothing. */
export function correctedSpellingText(signOn: SignOn, timeZone: string): string {
  const corrected = correctedSpelling(signOn).map(({ field, from, to }) => fieldChangeText(field, from, to));
  const at = signOn.mended && minuteText(signOn.mended.at, timeZone);
  return corrected.length > 0 ? `spelling corrected ${at}: ${corrected.join(', ')}` : '';
}

/** One piece of evidence as text for organizers. `other`: the sign-on that it names, if it is known. */
export function evidenceText(flag: Evidence, other?: SignOn): string {
  const nameOr = (key: string): string => (other ? signatoryName(other) : key.replace(/^.*?\d+:/, ''));
  const idAndPlace = (id: string): string =>
    [id.slice(0, 8), other && placeText(other)].filter(Boolean).join(', ');
  switch (flag.flag) {
    case 'disposable-mail':
      return `disposable email address (${flag.domain})`;
    case 'free-mail':
      return `free email address (${flag.domain})`;
    case 'other-domain':
      return `email address at ${flag.mail}, website at ${flag.website}`;
    case 'no-website':
      return 'no website to compare with the email address';
    case 'look-alike':
      return `name similar to “${nameOr(flag.organizationKey)}”, which has signed (${idAndPlace(flag.id)}; likeness ${flag.score} of 100)`;
    case 'same-name':
      return `an organization of this name in another place, with another domain, has signed (${flag.id.slice(0, 8)})`;
    case 'rejected-before':
      return `an organizer has rejected a sign-on of this name, of a similar one, with this website, or from this mailbox or its domain (${flag.id.slice(0, 8)})`;
    case 'former-name':
      return `an organization that counts had this name before (${flag.id.slice(0, 8)}${other ? `, ${signatoryName(other)}` : ''})`;
    case 'second-domain':
      return `a different domain or place than those of the signature that counts, or counted last, for this organization (${flag.id.slice(0, 8)}${other ? `, ${other.email}` : ''})`;
    case 'protected-name':
      return `name similar to “${safeSubject(flag.name)}”, which this campaign protects; the email address is not at that organization’s domain`;
    case 'invited-elsewhere':
      return `is invited; the invitation went to another domain (${flag.host})`;
    case 'same-website':
      return `same website as “${nameOr(flag.organizationKey)}”, which has signed (${idAndPlace(flag.id)})`;
    case 'shared-domain':
      return `email addresses at ${flag.domain} have confirmed for ${flag.others} other organizations`;
    case 'shared-address':
      return flag.others === 1
        ? 'the same email address has confirmed another signature'
        : `the same email address has confirmed ${flag.others} other signatures`;
    case 'burst':
      return `one of ${flag.signOns} signatures from the same network at about the same time`;
    case 'not-a-name':
      return 'the name does not look like a name';
    case 'mixed-scripts':
      return 'a word in the name mixes letters of two alphabets';
    case 'form':
      return suspicionText(flag.suspicion);
  }
}

function suspicionText(suspicion: string): string {
  switch (suspicion) {
    case 'honeypot':
      return 'a hidden field was filled in';
    case 'hurried':
      return 'the form was sent faster than a person can fill it in';
    default:
      return `reported by the form: ${safeSubject(suspicion)}`;
  }
}

const mailWords: Record<SignerMail, string> = {
  confirm: 'confirmation link',
  'confirm-change': 'change to confirm',
  signed: 'thank you',
  'signed-already': 'already signed',
  waiting: 'organization already signed',
  'in-review': 'in review',
  'asked-again': 'asked again',
  published: 'published',
  reminder: 'reminder',
  'last-reminder': 'last reminder',
};

const unsubscribedWords = {
  letter: 'unsubscribed from emails about this letter',
  site: 'unsubscribed from all emails from this site',
} as const;

/** The last email to a signer, and what its address has unsubscribed from. */
export function mailText(signOn: SignOn, timeZone: string): string {
  const { unsubscribed } = signOn;
  return [lastMailText(signOn, timeZone), ...(unsubscribed ? [unsubscribedWords[unsubscribed]] : [])].join(
    ', ',
  );
}

/** The last email to a signer with its time in the campaign's time zone, and whether it bounced. */
function lastMailText(signOn: SignOn, timeZone: string): string {
  const { mailedAt, pendingMail, mailHeldUntil, mailFeedback } = signOn;
  const [last] = Object.entries(mailedAt).toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  const held =
    mailHeldUntil === undefined
      ? ''
      : ` (waits until ${minuteText(mailHeldUntil, timeZone)}, since the mailbox has had its emails of the day; \`resend\` sends it now if there were fewer than five)`;
  if (!last) return pendingMail ? `not sent yet${held}` : 'none';
  const [mail, at] = last;
  const words = Object.entries(mailWords).find(([name]) => name === mail)?.[1] ?? mail;
  const back = mailFeedback ? `, ${mailFeedback.what} ${minuteText(mailFeedback.at, timeZone)}` : '';
  return `${words} ${minuteText(at, timeZone)}${back}${pendingMail ? `, the next one not sent yet${held}` : ''}`;
}
