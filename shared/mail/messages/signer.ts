import type { Settings } from '../../campaign/settings.ts';
import { type SignOnFact, signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { MailPart } from './compose.tsx';

/** What every mail to a signer is made from. */
export interface SignerMailData {
  settings: Settings;
  kind: SignOn['kind'];
  /** What was typed or signed; its language is the mail's. */
  details: Details;
  /** To the signer's own page. */
  link: string;
  unsubscribeLink: string;
}

const naming: readonly SignOnFact['field'][] = ['organizationName', 'name', 'publicName'];

/** Who signs: enough for the owner of an address to see what it is about. The page behind the link shows the rest. */
export const signerFacts = ({ kind, details }: Pick<SignerMailData, 'kind' | 'details'>): MailPart => ({
  type: 'facts',
  rows: signOnFacts(kind, details).filter(({ field }) => naming.includes(field)),
});
