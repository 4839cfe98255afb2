import { foldLetters } from './letters.ts';
import { regionNames } from './region-names.ts';

/** A region as people typed it: the key by which it is told from others, and the name of a region that is known. */
export interface Region {
  key: string;
  name?: string | undefined;
}

type Country = keyof typeof regionNames;

/** Territories of the United States have country codes of their own. */
const countryOf: Record<string, Country> = {
  ...{ US: 'US', PR: 'US', GU: 'US', VI: 'US', AS: 'US', MP: 'US' },
  ...{ CA: 'CA', MX: 'MX' },
};

/** Where no country says which region is meant, the first one that has it. */
const countries: readonly Country[] = ['US', 'CA', 'MX'];

/** Words that stand beside the name of a region: "State of New York", "Estado de Sonora". */
const kinds = new Set(
  'state estado edo province provincia prov territory territorio commonwealth etat the of de del du la le l libre y soberano'.split(
    ' ',
  ),
);

/** Countries beside a region: "ON, Canada", "NY USA". Some are regions, too, so they count only beside another one. */
const countryNames = new Set(
  'us usa unitedstates unitedstatesofamerica estadosunidos eeuu eua etatsunis eu canada mexico mex mx'.split(
    ' ',
  ),
);

/** Between a region and its country, city or other name. */
const separator = /[,;:|/()]+/;

/** With a known country a dash is one, too. Without one, "Pará - PA" would be Pennsylvania. */
const separatorOrDash = /[,;:|/()]+|\s[-–—]\s/;

/** Postal codes of the three countries: 14201-1234, M5V 2T6, C.P. 44100. */
const postCode = /(?:\bc\.?\s?p\.?\s*)?\b\d{4,5}(?:-\d{4})?\b|\b[a-z]\d[a-z]\s?\d[a-z]\d\b/giu;

/** A region's code in ISO 3166-2: "US-NY". */
const isoCode = /^\s*(US|CA|MX)-([A-Z]{2,3})\s*$/i;

/** In another country than the signer's own, abbreviations mean something else, so only whole names count. */
const minLettersOfName = 5;

/** Without a country, Mexico's codes of two letters could be anything. */
const minLettersInMexico = 3;

/**
 * Which region somebody means: a state, province or territory of the United States, Canada and Mexico by its name in
 * English, Spanish or French, its postal code or a traditional abbreviation, whatever the case, dots and accents. Of
 * any other region, case, accents and punctuation are folded. `country`: ISO 3166 alpha-2.
 */
export function regionOf(typed: string, country?: string): Region {
  const known = knownRegion(typed, country);
  if (known !== undefined) return { key: keyOf(known), name: known };
  return { key: keyOf(typed) || typed.trim() };
}

const wordsOf = (text: string): string[] =>
  foldLetters(text.replaceAll('&', ' and '))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

const keyOf = (text: string): string => wordsOf(text).join(' ');

/** The printed name of the region that is meant, or undefined for one that is not in the tables. */
function knownRegion(typed: string, country: string | undefined): string | undefined {
  const [, nation = '', code] = isoCode.exec(typed) ?? [];
  if (code !== undefined) return lookUp(foldLetters(code), nation.toUpperCase());
  const parts = typed
    .replace(postCode, ' ')
    .split(country === undefined ? separator : separatorOrDash)
    .filter((part) => wordsOf(part).length > 0);
  const last = wordsOf(parts.at(-1) ?? '');
  const isWithCountry = parts.length > 1 && isCountry(last, country);
  // "Toluca, Mex." ends with a state, although it could be the country. "Guadalajara, México" ends with the country.
  const withoutCountry = last.join('') === 'mex' ? [parts.slice(0, -1), parts] : [parts.slice(0, -1)];
  for (const some of isWithCountry ? withoutCountry : [parts])
    for (const spelling of [some.join(' '), some.at(-1) ?? '']) {
      const found = nameOf(spelling, country);
      if (found !== undefined) return found;
    }
  return undefined;
}

/** In the United States, CA is California. */
const isCountry = (words: readonly string[], country: string | undefined): boolean =>
  countryNames.has(words.join('')) || (country === 'CA' && /^can?$/.test(words.join('')));

/** Whether a text behind a place is the United States, Canada or Mexico, as people write them. */
export const isCountryName = (typed: string, country?: string): boolean => isCountry(wordsOf(typed), country);

function nameOf(spelling: string, country: string | undefined): string | undefined {
  const words = wordsOf(spelling).filter((word) => !/^\d+$/.test(word));
  const withoutKind = words.filter((word) => !kinds.has(word));
  // The Y of "State of N.Y." is no Spanish "and".
  const withoutKindBefore = words.slice(words.findIndex((word) => !kinds.has(word)));
  const withoutCountry = words.length > 1 && isCountry(words.slice(-1), country) ? words.slice(0, -1) : words;
  const ways = [words, withoutKind, withoutKindBefore, withoutCountry];
  for (const letters of new Set(ways.map((each) => each.join('')))) {
    const found = lookUp(letters, country);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lookUp(letters: string, country: string | undefined): string | undefined {
  const own = country === undefined ? undefined : countryOf[country];
  if (country !== undefined && own === undefined) return undefined;
  const named = own && tableOf(own).get(letters);
  if (named !== undefined) return named;
  for (const other of countries) {
    const least = own !== undefined ? minLettersOfName : other === 'MX' ? minLettersInMexico : 1;
    const found = letters.length >= least ? tableOf(other).get(letters) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The postal code of a state, province or territory of the United States and Canada; of Mexico's states none is used by
 * the post.
 */
export function postalCode(typed: string, country?: string): string | undefined {
  const { name } = regionOf(typed, country);
  const own = country === undefined ? undefined : countryOf[country];
  for (const nation of own === undefined ? countries : [own]) {
    if (name === undefined || nation === 'MX') continue;
    const line = regionNames[nation].split('\n').find((each) => each.trim().startsWith(`${name}: `));
    const [, code] = /: ([A-Z]{2})(?:,|$)/.exec(line ?? '') ?? [];
    if (code !== undefined) return code;
  }
  return undefined;
}

const tables = new Map<Country, ReadonlyMap<string, string>>();

/** Printed names by the letters of each spelling. Made when it is first needed. */
function tableOf(country: Country): ReadonlyMap<string, string> {
  const known = tables.get(country);
  if (known) return known;
  const table = new Map<string, string>();
  for (const line of regionNames[country].trim().split('\n')) {
    const [name = '', others = ''] = line.trim().split(': ');
    for (const spelling of [name, ...others.split(', ')]) {
      const words = wordsOf(spelling);
      // "DE" and "Del" are also words such as "of", so without these nothing is left of them.
      for (const letters of [words, words.filter((word) => !kinds.has(word))].map((each) => each.join('')))
        if (letters !== '' && !table.has(letters)) table.set(letters, name);
    }
  }
  tables.set(country, table);
  return table;
}

/** How much a spelling shows: accents first, then capital and small letters. */
const lettersShown = (text: string): number => {
  const accents = text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
  const isMixed = text !== text.toUpperCase() && text !== text.toLowerCase();
  return accents * 2 + Number(isMixed);
};

/**
 * Which of two spellings of one region a heading has: the one with more accents, then the one with capital and small
 * letters.
 */
export function betterSpelling(one: string, other: string): string {
  const difference = lettersShown(one) - lettersShown(other);
  if (difference !== 0) return difference > 0 ? one : other;
  return one < other ? one : other;
}
