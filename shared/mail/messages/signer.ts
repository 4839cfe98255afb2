import type { Settings } from '../../campaign/settings.ts';
import { subjectName } from '../../rendering/document/safe-text.ts';
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

/** Who signs: enough for a person to see what the mail is about. The page behind the link shows the rest. */
export const signerFacts = ({
  kind,
  details,
  settings,
}: Pick<SignerMailData, 'kind' | 'details' | 'settings'>): MailPart => ({
  type: 'facts',
  rows: signOnFacts(kind, details, settings).filter(({ field }) => naming.includes(field)),
});

/**
 * The organization's name for a subject, so that two signatures of one person are two threads. Undefined for a person.
 */
export const organizationInSubject = ({ details }: Pick<SignerMailData, 'details'>): string | undefined =>
  details.organizationName === undefined ? undefined : subjectName(details.organizationName);
