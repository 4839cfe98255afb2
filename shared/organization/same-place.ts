import { editDistance } from '../edit-distance.ts';
import { foldLetters } from './letters.ts';
import { regionOf } from './regions.ts';

/** A typed place. Each part may be missing. */
export interface Place {
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
}

/**
 * Whether two typed places are certainly different: they differ in a part that both have. Spellings of a state,
 * accents, case and a mistyped letter of a city are not differences.
 */
export const differInPlace = (one: Place, other: Place): boolean => comparePlaces(one, other) === 'different';

/** Whether two typed places are the same town or region, by the parts that both have. */
export const isSamePlace = (one: Place, other: Place): boolean => comparePlaces(one, other) === 'same';

function comparePlaces(one: Place, other: Place): 'same' | 'different' | 'unknown' {
  const parts = [
    compareParts(one.country, other.country, (a, b) => a === b),
    compareParts(regionKey(one, other), regionKey(other, one), (a, b) => a === b),
    compareParts(cityOf(one), cityOf(other), isSameCity),
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

const wordsOf = (text: string): string[] =>
  foldLetters(text.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** If only one of two places names its country, both count as places of it. */
const regionKey = ({ region, country }: Place, other: Place): string | undefined =>
  region === undefined ? undefined : regionOf(region, country ?? other.country).key;

/** Spellings of the first words of many towns. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ft', 'fort'],
  ['mt', 'mount'],
]);

/** A city as its letters, without a region after a comma, as in "Buffalo, NY". */
function cityOf({ city, country }: Place): string | undefined {
  if (city === undefined) return undefined;
  const [name = '', ...behind] = city.split(',');
  const isRegion = behind.length > 0 && regionOf(behind.join(','), country).name !== undefined;
  const words = wordsOf(isRegion ? name : city);
  return words.map((word, at) => (at === 0 ? (beginnings.get(word) ?? word) : word)).join('');
}

/** The minimum length at which one different letter counts as a typing error. */
const minLettersForTypo = 6;

const isSameCity = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= minLettersForTypo && editDistance(one, other) <= 1);
