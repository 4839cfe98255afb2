import { countryName } from '../../i18n/countries.ts';
import { texts } from '../../i18n/texts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { safeLine, shortUrl } from '../document/safe-text.ts';

/** The fields of a sign-on that people read, in reading order. */
export const factFields = [
  'organizationName',
  'website',
  'scope',
  'city',
  'region',
  'country',
  'name',
  'title',
  'publicName',
] as const;

export interface SignOnFact {
  field: (typeof factFields)[number];
  label: string;
  value: string;
}

/**
 * What a signer typed, field by field, with the labels of the form and in the signer's language. Values are ready to be
 * shown; empty fields are left out.
 */
export function signOnFacts(kind: SignOn['kind'], details: Details): SignOnFact[] {
  const t = texts(details.language);
  const { organizationName, website, scope, name, title, city, region, country, publicName } = details;
  const values: Record<SignOnFact['field'], string | undefined> = {
    organizationName,
    website: website && shortUrl(website),
    scope: scope && t.form.scopes[scope],
    city,
    region,
    country: country && countryName(details.language, country),
    name,
    title,
    publicName: kind === 'individual' ? t.form.publicNames[publicName ?? 'full'] : undefined,
  };
  return factFields.flatMap((field) => {
    const value = values[field];
    return value ? [{ field, label: t.fields[field].label, value: safeLine(value) }] : [];
  });
}
