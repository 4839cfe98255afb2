import type { Settings } from '../../campaign/settings.ts';
import { shortLine, subjectName } from '../../rendering/document/safe-text.ts';
import { type SignOnFact, signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { MailPart } from './compose.tsx';

/** The data of every mail to a signer. */
export interface SignerMailData {
  settings: Settings;
  kind: SignOn['kind'];
  /** The typed or signed details. Their language is the mail's. */
  details: Details;
  /** Link to the signer's own page. */
  link: string;
  unsubscribeLink: string;
}

const naming: readonly SignOnFact['field'][] = ['organizationName', 'name', 'publicName'];

/** What is printed or linked of a signature. */
const printed: readonly SignOnFact['field'][] = [...naming, 'website', 'scope', 'city', 'region', 'country'];

/**
 * A typed name in which mail programs see no host, which they would turn into a link: "X.org". Behind the dot is a
 * space without width. The reader may be somebody for whom a stranger typed it.
 */
export const withoutHosts = (typed: string): string =>
  typed.replace(/[.\u3002\uFF0E\uFF61\u2024](?=[\p{L}\p{N}]{2})/gu, '$&\u200B');

/** Digits that mail programs would make a number to call, with any sign between them. */
const numberToCall = /\+?\p{Nd}[\p{Nd}().\-\u2010-\u2015\u2022\u00B7\u2027/ ]{5,}\p{Nd}/gu;

/** In a mail, a typed text is short. The page behind the link shows all of it. */
const maxTypedInMail = 80;

/** What a stranger may have typed, for a mail: short, and nothing in it becomes a link. */
export const typedInMail = (typed: string): string =>
  withoutHosts(shortLine(typed, maxTypedInMail)).replace(numberToCall, (number) =>
    number.replace(/\p{Nd}(?=.)/gu, '$&\u200B'),
  );

type FactsData = Pick<SignerMailData, 'kind' | 'details' | 'settings'>;

/** Who signs: enough for a person to see what the mail is about. The page behind the link shows the rest. */
export const signerFacts = (data: FactsData): MailPart => facts(data, naming);

/** The same, and the place and the website: for a decision about these words. */
export const printedFacts = (data: FactsData): MailPart => facts(data, printed);

const facts = ({ kind, details, settings }: FactsData, fields: typeof printed): MailPart => ({
  type: 'facts',
  rows: signOnFacts(kind, details, settings)
    .filter(({ field }) => fields.includes(field))
    .map((fact) => ({ ...fact, value: typedInMail(fact.value) })),
});

/**
 * The organization's name for a subject, so that two signatures of one person are two threads. Undefined for a person.
 */
export const organizationInSubject = ({ details }: Pick<SignerMailData, 'details'>): string | undefined =>
  details.organizationName === undefined ? undefined : subjectName(details.organizationName);
