import { countryName } from '../../i18n/countries.ts';
import { texts } from '../../i18n/texts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { safeLine, shortUrl } from '../document/safe-text.ts';

export interface SignOnFact {
  field:
    | 'organizationName'
    | 'website'
    | 'scope'
    | 'name'
    | 'title'
    | 'city'
    | 'region'
    | 'country'
    | 'publicName';
  label: string;
  value: string;
}

/**
 * What somebody typed, field by field, in the words of the form and in the signer's language. Values are ready to be
 * shown; fields left empty are left out.
 */
export function signOnFacts(kind: SignOn['kind'], details: Details): SignOnFact[] {
  const t = texts(details.language);
  const { organizationName, website, scope, name, title, city, region, country, publicName } = details;
  const values: [SignOnFact['field'], string | undefined][] = [
    ['organizationName', organizationName],
    ['website', website && shortUrl(website)],
    ['scope', scope && t.form.scopes[scope]],
    ['city', city],
    ['region', region],
    ['country', country && countryName(details.language, country)],
    ['name', name],
    ['title', title],
    ['publicName', kind === 'individual' ? t.form.publicNames[publicName ?? 'full'] : undefined],
  ];
  return values.flatMap(([field, value]) =>
    value ? [{ field, label: t.fields[field].label, value: safeLine(value) }] : [],
  );
}
