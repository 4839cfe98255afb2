import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';

/** The sentence of the form that says that names are listed before publication. */
export function listedSentence({ language, signatories }: Settings): string {
  const { formBoth, formOrganizations, formPeople } = texts(language).soFar;
  if (signatories.organizations && signatories.individuals) return formBoth;
  return signatories.organizations ? formOrganizations : formPeople;
}
