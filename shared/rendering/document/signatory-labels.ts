import { countryName } from '../../i18n/countries.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { foldLetters } from '../../organization/letters.ts';
import { regionOf } from '../../organization/regions.ts';
import type { Signatory, SignatoryGroup } from './content.ts';
import { safeLine } from './safe-text.ts';

/** Leads need no heading. The signatories without scope or region have a heading only if others have one. */
export function headingOf({ heading, isRest }: SignatoryGroup, language: Language): string | undefined {
  const { scopes, others } = texts(language).letter;
  if (heading === undefined) return isRest ? others : undefined;
  if (heading === 'national' || heading === 'state' || heading === 'local') return scopes[heading];
  return safeLine(heading);
}

/** A region behind a city: after a comma or a bracket, or as an abbreviation in capital letters. */
const regionBehind = /^(.+?)\s*[,(]\s*(.+)$|^(.+?)\s+([A-Z]{2,4}|(?:[A-Z]\.\s?){2,4})$/;

type TypedPlace = Pick<Signatory, 'city' | 'region' | 'country'>;

/** City and region, neither of which repeats the other: "Buffalo" and "NY" of "Buffalo, NY" and "NY". */
function partsOf({ city = '', region = '', country }: TypedPlace): string[] {
  if (region === '') return [city];
  const { key, name } = regionOf(region, country);
  const isRegion = (text: string): boolean => regionOf(text, country).key === key;
  const [, inCity, behindCity, beforeCode, code] = regionBehind.exec(city) ?? [];
  const withoutRegion = isRegion(behindCity ?? code ?? '') ? (inCity ?? beforeCode) : undefined;
  // Washington is the one city that is its region.
  const isDistrict = name === 'District of Columbia' && isRegion(city) && withoutRegion === undefined;
  const town = isDistrict ? '' : (withoutRegion ?? city);
  const [, inRegion = '', behindTown, beforeRegionCode = '', regionCode] = regionBehind.exec(region) ?? [];
  const ending = behindTown ?? regionCode ?? '';
  const repeatsTown = town !== '' && foldLetters(inRegion || beforeRegionCode) === foldLetters(town);
  return [town, repeatsTown && isRegion(ending) ? ending : region];
}

/** City, region and, if requested, country of a signatory. Empty if it gave none of them. */
export function placeOf(place: TypedPlace, withCountry: boolean, language: Language): string {
  const { country } = place;
  const parts = partsOf(place)
    .map((part) => safeLine(part).trim())
    .filter((part) => part !== '')
    .join(', ');
  const land = withCountry && country ? safeLine(countryName(language, country)).trim() : '';
  if (land === '' || parts === land || parts.endsWith(`, ${land}`)) return parts || land;
  return parts === '' ? land : `${parts}, ${land}`;
}
