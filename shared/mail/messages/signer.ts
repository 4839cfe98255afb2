import type { Settings } from '../../campaign/settings.ts';
import { subjectName } from '../../pages/readable.ts';
import { type Fact, factsOf } from '../../pages/sign-on-facts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { Part } from './compose.tsx';

/** The data of every mail to a signer. */
export interface SignerMailData {
  settings: Settings;
  kind: SignOn['kind'];
  /** The typed or signed details; their language is the mail's. */
  details: Details;
  /** To the signer's own page. */
  link: string;
  unsubscribeLink: string;
}

const naming: readonly Fact['field'][] = ['organizationName', 'name', 'publicName'];

/** Who signs: enough for a person to see what the mail is about. The page behind the link shows the rest. */
export const whoSigns = ({ kind, details }: Pick<SignerMailData, 'kind' | 'details'>): Part => ({
  type: 'facts',
  rows: factsOf(kind, details).filter(({ field }) => naming.includes(field)),
});

/** The organization as a subject names it, so that two signatures of one person are two threads; none for a person. */
export const organizationInSubject = ({ details }: Pick<SignerMailData, 'details'>): string | undefined =>
  details.organizationName === undefined ? undefined : subjectName(details.organizationName);
