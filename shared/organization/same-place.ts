import { editDistance, isOneLetterOff } from '../edit-distance.ts';
import { haveSameLetters, visualForm } from './comparison-words.ts';
import { foldLetters } from './letters.ts';
import { isCountryName, regionOf } from './regions.ts';

/** A typed place. Each part may be missing. */
export interface Place {
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
}

/**
 * Whether two typed places are certainly different: they differ in a part that both have. Spellings of a state,
 * accents, case, and letters of a town that look alike or are exchanged are not differences, nor is a wrong letter of a
 * long one.
 */
export const differInPlace = (one: Place, other: Place): boolean => comparePlaces(one, other) === 'different';

/** Whether two typed places are the same town or region, by the parts that both have. */
export const isSamePlace = (one: Place, other: Place): boolean => comparePlaces(one, other) === 'same';

function comparePlaces(one: Place, other: Place): 'same' | 'different' | 'unknown' {
  const [a, b] = [readPlace(one, other), readPlace(other, one)];
  const parts = [
    compareParts(one.country, other.country, (x, y) => x === y),
    compareParts(a.region, b.region, (x, y) => x === y),
    compareTowns(a, b),
  ];
  if (parts.includes('different')) return 'different';
  return parts[2] === 'same' || parts[1] === 'same' ? 'same' : 'unknown';
}

function compareParts(
  one: string | undefined,
  other: string | undefined,
  isSame: (one: string, other: string) => boolean,
): 'same' | 'different' | 'unknown' {
  if (!one || !other) return 'unknown';
  return isSame(one, other) ? 'same' : 'different';
}

/** What is typed in the field for the city may be more or less than a town. */
interface ReadPlace {
  region?: string | undefined;
  /** The letters of a town. */
  town?: string | undefined;
  /** The letters of something larger, such as a county. It may contain the other's town. */
  area?: string | undefined;
  postalCode?: string | undefined;
}

function compareTowns(one: ReadPlace, other: ReadPlace): 'same' | 'different' | 'unknown' {
  if (one.town && other.town) {
    if (isSameTown(one.town, other.town)) return 'same';
    const isInside = boroughs.get(one.town) === other.town || boroughs.get(other.town) === one.town;
    return isInside ? 'unknown' : 'different';
  }
  if (one.area && one.area === other.area) return 'same';
  const [a, b] = [one.postalCode, other.postalCode];
  if (!a || !b) return 'unknown';
  // The first three digits are one sorting office, so several towns, or a part of one.
  return a === b ? 'same' : a.slice(0, 3) === b.slice(0, 3) ? 'unknown' : 'different';
}

const wordsOf = (text: string): string[] =>
  foldLetters(text.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Spellings of the first words of many towns. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ft', 'fort'],
  ['mt', 'mount'],
]);

/** Large cities with their other names, the one by which they are compared first. */
const namesOfCities = [
  'new york,nyc,new york city,nueva york,manhattan',
  'los angeles,la',
  'san francisco,sf',
  'philadelphia,philly',
  'washington,dc,washington dc,district of columbia',
  'mexico,cdmx,mexico city,ciudad mexico,mexico df',
  'geneve,geneva',
].map((names) => names.split(','));

const inLetters = (name: string): string => name.replaceAll(' ', '');

const otherNames: ReadonlyMap<string, string> = new Map(
  namesOfCities.flatMap(([name = '', ...others]) =>
    others.map((other): [string, string] => [inLetters(other), inLetters(name)]),
  ),
);

const boroughNames = ['brooklyn', 'queens', 'bronx', 'staten island'];

/** Boroughs that people name as their city, with the city. */
const boroughs: ReadonlyMap<string, string> = new Map(
  boroughNames.map((borough) => [inLetters(borough), 'newyork']),
);

/** The names of the large city that a place is in, and those of its boroughs. Both empty if it is in no such city. */
export function namesOfCity(place: Place): { names: readonly string[]; boroughs: readonly string[] } {
  const { town = '' } = readPlace(place, place);
  const city = boroughs.get(town) ?? town;
  const names = namesOfCities.find(([name = '']) => inLetters(name) === city) ?? [];
  return { names, boroughs: city === 'newyork' ? boroughNames : [] };
}

/** Words before the name of a town: "City of Albany", "The Bronx". */
const beforeTowns =
  /^(?:the )?(?:(?:city|town|village|township|municipality) of |(?:la )?(?:ciudad|villa|municipio) de |(?:ville|commune) de )?/;

/** An area is larger than a town, or not on the map. */
const areas =
  /^(?:county of|comte de|condado de|greater|gran|metro) | (?:county|parish|borough|district|region|area|metro|condado)$/;
const nowhere = new Set(
  'na none no statewide nationwide national online remote virtual various multiple all everywhere nacional estatal remoto varios enlinea enligne partout'.split(
    ' ',
  ),
);

/** Numbers of a district of a city, as in "Paris 11e". */
const districtNumber = /^(?:\d+\p{L}{0,4}|arrondissement|arr|cedex)$/u;

/** The town and what stands behind it, without the country: "Montréal" and "QC" of "Montréal (QC), Canada". */
function cityParts(city: string, country: string | undefined): string[] {
  const parts = city
    .split(/[,()]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.findLastIndex((part) => !isCountryName(part, country));
  return parts.slice(0, Math.max(last, 0) + 1);
}

/**
 * If only one of two places names its country, both count as places of it. A state may stand in the field for the city.
 */
function readPlace(place: Place, other: Place): ReadPlace {
  const country = place.country ?? other.country;
  const parts = cityParts(place.city ?? '', country);
  const [name = '', ...behind] = parts;
  const city = parts.join(', ');
  const end = behind.join(', ');
  const isRegion = end !== '' && regionOf(end, country).name !== undefined;
  const typed = wordsOf(isRegion ? name : city);
  const postalCode = /\b\d{5}\b/.exec(place.city ?? '')?.[0];
  const words = typed.filter((word) => !districtNumber.test(word));
  const [, code] = /\s([A-Z]{2}|D\.C\.)$/.exec(city) ?? [];
  // "SANTA FE" ends with no region.
  const isCode = code !== undefined && regionOf(code, country).name !== undefined;
  const typedRegion = place.region ?? (isRegion ? end : isCode ? code : undefined);
  const region = typedRegion === undefined ? undefined : regionOf(typedRegion, country);
  const state = region?.name;
  const isBehind = (count: number): boolean =>
    state !== undefined &&
    words.length > count &&
    regionOf(words.slice(-count).join(' '), country).name === state;
  const shown = isBehind(2) ? words.slice(0, -2) : isBehind(1) ? words.slice(0, -1) : words;
  const text = shown.join(' ').replace(beforeTowns, '') || shown.join(' ');
  const letters = text
    .split(' ')
    .map((word, at) => (at === 0 ? (beginnings.get(word) ?? word) : word))
    .join('');
  const isNowhere = letters === '' || nowhere.has(letters);
  const isArea = !isNowhere && areas.test(text);
  return {
    region: region?.key,
    postalCode,
    ...(isArea && { area: letters }),
    ...(!isArea && !isNowhere && { town: otherNames.get(letters) ?? letters }),
  };
}

/** The length from which one wrong letter is a typing error: "Sacremento". Shorter towns often differ by one. */
const minLettersForTypo = 9;

/** What stands behind the name of a town, and says nothing about it. */
const kindOfTown = /(?:county|township|village|city)$/;

/**
 * Whether two typed towns are one, misspelled. Another first letter makes another town, Arlington and Darlington, and
 * so does its ending: Charleston and Charlestown. Both are folded.
 */
function isSameTown(one: string, other: string): boolean {
  if (isOneTown(one, other)) return true;
  const [a, b] = [one.replace(kindOfTown, ''), other.replace(kindOfTown, '')];
  return (
    Math.min(a.length, b.length) >= minLettersForTypo &&
    a[0] === b[0] &&
    a.endsWith('town') === b.endsWith('town') &&
    editDistance(one, other) <= 1
  );
}

const minLettersOfExchange = 7;

/**
 * Whether two words of towns are the same by their looks: "Sprlngfield", "Springfeild", "Lakewoood". Another letter
 * makes another town: Milton and Wilton, Newton and Newtown. So do exchanged letters of a short one: Minot and Minto.
 * Both are folded.
 */
export const isOneTown = (one: string, other: string): boolean =>
  lookOfTown(one) === lookOfTown(other) ||
  (one.length >= minLettersOfExchange && isOneLetterOff(one, other) && haveSameLetters(one, other));

const lookOfTown = (word: string): string =>
  visualForm(word.replace(/(.)\1{2,}/gu, '$1$1').replaceAll('cl', 'c l'));
