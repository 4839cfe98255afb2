import { editDistance } from '../edit-distance.ts';
import { foldLetters } from './letters.ts';
import { statesOfTheUnion } from './states.ts';

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

/**
 * Whether two typed regions are the same. A state is the same by its name and postal code, with or without dots and
 * in any case.
 */
export const isSameRegion = (one: string, other: string): boolean =>
  regionOf({ region: one }) === regionOf({ region: other });

function comparePlaces(one: Place, other: Place): 'same' | 'different' | 'unknown' {
  const parts = [
    compareParts(one.country, other.country, (a, b) => a === b),
    compareParts(regionOf(one), regionOf(other), (a, b) => a === b),
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

/** A state as its postal code, and any other region as its letters. */
function regionOf({ region }: Place): string | undefined {
  if (region === undefined) return undefined;
  const all = wordsOf(region);
  const words = all.filter((word) => word !== 'state' && word !== 'of');
  return stateOf(all.join(' ')) ?? stateOf(words.join(' ')) ?? words.join('');
}

const stateOf = (words: string): string | undefined => {
  if (statesOfTheUnion.has(words)) return words;
  return [...statesOfTheUnion].find(([, name]) => name === words)?.[0];
};

/** Spellings of the first words of many towns. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ft', 'fort'],
  ['mt', 'mount'],
]);

/** A city as its letters, without a state after a comma, as in "Buffalo, NY". */
function cityOf({ city }: Place): string | undefined {
  if (city === undefined) return undefined;
  const [name = '', ...behind] = city.split(',');
  const isState = stateOf(wordsOf(behind.join(' ')).join(' ')) !== undefined;
  const words = wordsOf(isState ? name : city);
  return words.map((word, at) => (at === 0 ? (beginnings.get(word) ?? word) : word)).join('');
}

/** The minimum length at which one different letter counts as a typing error. */
const minLettersForTypo = 6;

const isSameCity = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= minLettersForTypo && editDistance(one, other) <= 1);
