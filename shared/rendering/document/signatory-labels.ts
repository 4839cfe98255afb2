import { countryName } from '../../i18n/countries.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { foldLetters } from '../../organization/letters.ts';
import { isCountryName, regionOf } from '../../organization/regions.ts';
import type { Signatory, SignatoryGroup } from './content.ts';
import { safeLine } from './safe-text.ts';

/** Leads need no heading. The signatories without scope or region have a heading only if others have one. */
export function headingOf({ heading, isRest }: SignatoryGroup, language: Language): string | undefined {
  const { scopes, others } = texts(language).letter;
  if (heading === undefined) return isRest ? others : undefined;
  if (heading === 'national' || heading === 'state' || heading === 'local') return scopes[heading];
  return safeLine(heading);
}

/** The last of several parts: "NY" of "Buffalo, NY", "Buffalo (NY)" or "Buffalo - NY". */
const lastPart = /^(.*\S)\s*(?:[,;/|(]|\s[-–—]\s)\s*([^,;/|()]+?)\)?\s*$/u;

/** A town before its region: after a comma or the like, or before an abbreviation in capital letters. */
const townBefore = /^(.+?)\s*(?:[,;/|(]|\s[-–—]\s)\s*(.+)$|^(.+?)\s+([A-Z]{2,4}|(?:[A-Z]\.\s?){2,4})$/;

/** An abbreviation at the end, with a postal code or a country or without: "Buffalo NY 14201", "Tampa Fla.". */
const abbreviationAtEnd =
  /^(.+?)\s+(\p{L}{2,5}\.?|(?:\p{L}\.\s?){2,4})(?:\s+(?:\d{5}(?:-\d{4})?|USA|Canada))?$/u;

/** A city that is its region is printed once. "Washington" alone means the state. */
const cityStates: readonly (string | undefined)[] = ['District of Columbia', 'Ciudad de México'];

type TypedPlace = Pick<Signatory, 'city' | 'region' | 'country'>;

const isSame = (one: string, other: string): boolean => foldLetters(one) === foldLetters(other);

/** A place without the last parts that say nothing new. The first part stays. */
function withoutEnd(place: string, isRepeated: (part: string) => boolean): string {
  const [, before, last] = lastPart.exec(place) ?? [];
  return before !== undefined && last !== undefined && isRepeated(last)
    ? withoutEnd(before, isRepeated)
    : place;
}

/** City and region, neither of which repeats the other: "Buffalo" and "NY" of "Buffalo, NY" and "NY". */
function partsOf({ city = '', region: typedRegion = '', country }: TypedPlace): string[] {
  if (typedRegion === '') return [city];
  const isCountry = (text: string): boolean => isCountryName(text, country);
  const region = withoutEnd(typedRegion, isCountry);
  const { key, name } = regionOf(region, country);
  const isRegion = (text: string): boolean => regionOf(text, country).key === key;
  const place = withoutEnd(city, (part) => isRegion(part) || isCountry(part));
  const [, beforeCode = place, code = ''] = abbreviationAtEnd.exec(place) ?? [];
  // "East Texas" is no town "East". Of regions that are not known, only capital letters are an abbreviation.
  const isCode = isRegion(code) && (name === undefined ? code === code.toUpperCase() : !isSame(code, name));
  const town = isCode ? beforeCode : place;
  const isOnePlace = name === undefined ? isSame(town, region) : cityStates.includes(name) && isRegion(town);
  if (isOnePlace) return [town.length > region.length ? town : region];
  const [, first, behindTown, beforeRegion = '', regionCode] = townBefore.exec(region) ?? [];
  const ending = behindTown ?? regionCode ?? '';
  return [town, isSame(first ?? beforeRegion, town) && isRegion(ending) ? ending : region];
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
