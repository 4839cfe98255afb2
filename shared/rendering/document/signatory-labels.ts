import { countryName } from '../../i18n/countries.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { isSameRegion } from '../../organization/same-place.ts';
import type { Signatory, SignatoryGroup } from './content.ts';
import { safeLine } from './safe-text.ts';

/** Leads need no heading. The signatories without scope or region have a heading only if others have one. */
export function headingOf({ heading, isRest }: SignatoryGroup, language: Language): string | undefined {
  const { scopes, others } = texts(language).letter;
  if (heading === undefined) return isRest ? others : undefined;
  if (heading === 'national' || heading === 'state' || heading === 'local') return scopes[heading];
  return safeLine(heading);
}

/** The city without the region after it ("Buffalo" of "Buffalo, NY"), if the region is given separately. */
function withoutRegion(city: string | undefined, region: string | undefined): string | undefined {
  const [, name, behind] = /^(.+),\s*([^,]+)$/.exec(city ?? '') ?? [];
  return name && behind && region && isSameRegion(behind, region) ? name : city;
}

/** City, region and, if requested, country of a signatory. Empty if it gave none of them. */
export const placeOf = (
  { city, region, country }: Pick<Signatory, 'city' | 'region' | 'country'>,
  withCountry: boolean,
  language: Language,
): string =>
  [withoutRegion(city, region), region, withCountry && country ? countryName(language, country) : undefined]
    .map((part) => safeLine(part ?? '').trim())
    .filter((part) => part !== '')
    .join(', ');
