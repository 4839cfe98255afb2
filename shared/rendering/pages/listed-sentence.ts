import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';

/** What a form says where names are listed before publication: who agrees to this is listed. */
export function listedSentence({ language, signatories }: Settings): string {
  const { formBoth, formOrganizations, formPeople } = texts(language).soFar;
  if (signatories.organizations && signatories.individuals) return formBoth;
  return signatories.organizations ? formOrganizations : formPeople;
}
