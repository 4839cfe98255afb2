import { countryCodes } from '../i18n/country-codes.ts';
import { foldLetters } from './letters.ts';
import { statesOfTheUnion } from './states.ts';

/** Places of several words, each with the word that replaces it when names are compared. */
const phrases: ReadonlyMap<string, string> = new Map([
  ['new york city', '@nyc'],
  ['nueva york', '@ny'],
  ['los angeles', '@la'],
  ['washington state', 'washington'],
  ['washington dc', 'washington @dc'],
  ['washington district of columbia', 'washington @dc'],
  ['washington district columbia', 'washington @dc'],
  ['united states of america', '@us'],
  ['united states america', '@us'],
  ['united states', '@us'],
  ['estados unidos', '@us'],
  ['ee uu', '@us'],
  ['w va', '@wv'],
  ['n mex', '@nm'],
  ['n dak', '@nd'],
  ['s dak', '@sd'],
  ['united kingdom', '@uk'],
  ['reino unido', '@uk'],
  ...[...statesOfTheUnion]
    .filter(([, state]) => state.includes(' '))
    .map(([code, state]): [string, string] => [state, `@${code}`]),
]);

/** Washington stays, because it is also a city. Louisiana's code is left out, because it means Los Angeles. */
const words: ReadonlyMap<string, string> = new Map([
  ...[...statesOfTheUnion]
    .filter(([, state]) => !state.includes(' ') && state !== 'washington' && state !== 'louisiana')
    .map(([code, state]): [string, string] => [state, `@${code}`]),
  ['calif', '@ca'],
  ['mass', '@ma'],
  ['penn', '@pa'],
  ['penna', '@pa'],
  // The traditional abbreviations that are no other words.
  ...'ariz az,conn ct,fla fl,kans ks,mich mi,minn mn,nebr ne,okla ok,tenn tn,tex tx,wis wi,wisc wi,wyo wy'
    .split(',')
    .map((pair): [string, string] => [pair.slice(0, -3), `@${pair.slice(-2)}`]),
  ['nyc', '@nyc'],
  ['us', '@us'],
  ['usa', '@us'],
  ['eeuu', '@us'],
  ['uk', '@uk'],
]);

const longestFirst = [...phrases.keys()].toSorted((one, other) => other.length - one.length);
let anyPhrase: RegExp | undefined;

/**
 * The words with each state and country that has several spellings as one word, such as `@ny`. A postal code counts
 * only if `isCode` says that it was typed as one, because `in`, `or` and `me` are words.
 */
export function withOnePlace(
  all: readonly string[],
  isCode: (word: string, at: number) => boolean,
): string[] {
  anyPhrase ??= new RegExp(`(?<= )(?:${longestFirst.join('|')})(?= )`, 'g');
  const text = ` ${all.join(' ')} `.replace(anyPhrase, (phrase) => phrases.get(phrase) ?? phrase);
  return text
    .trim()
    .split(' ')
    .map((word, at) => {
      if (isCode(word, at) && (statesOfTheUnion.has(word) || word === 'la')) return `@${word}`;
      return words.get(word) ?? word;
    });
}

let countries: Set<string> | undefined;

/**
 * Whether a folded word or phrase is the name of a state or country. Chapters differ by these, and typing errors
 * hardly ever do.
 */
export function isPlaceName(name: string): boolean {
  if (name.startsWith('@') || words.has(name) || phrases.has(name) || name === 'louisiana') return true;
  if (statesOfTheUnion.has(name) || name === 'washington') return true;
  // Not the languages of the site: one more would change which names are one organization.
  countries ??= new Set(
    ['en', 'es'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      return countryCodes.map((code) => foldLetters(names.of(code) ?? ''));
    }),
  );
  return countries.has(name);
}

/** Parts of state names that are not names of states by themselves. */
const partsOfStates = new Set(['carolina', 'dakota', 'hampshire', 'jersey', 'mexico', 'york', 'virginia']);

/** Like `isPlaceName`, for one word of a name. */
export const isPlaceWord = (word: string): boolean =>
  partsOfStates.has(word) || (word.length > 2 && isPlaceName(word));

/** The direction in a word: `northmere` and `southmere` are two places, although their spellings are similar. */
export const directionOf = (word: string): string | undefined =>
  /^(?:north|south|east|west|upper|lower|norte|sur|este|oeste)/.exec(word)?.[0];
