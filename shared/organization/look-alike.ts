import { editDistance, isOneLetterOff } from '../edit-distance.ts';
import { isAcronymOf } from './acronym.ts';
import { type ComparisonForm, comparisonForms } from './comparison-forms.ts';
import {
  areDistinct,
  haveSameLetters,
  isGeneric,
  isWeakIn,
  phoneticForm,
  stemOf,
  visualForm,
  visualFormOfPlural,
  withoutFullStop,
} from './comparison-words.ts';
import { directionOf, isPlaceWord } from './places.ts';
import { postalCode, regionOf } from './regions.ts';
import { isOneTown, namesOfCity, type Place } from './same-place.ts';

/** Why two names are nearly the same. */
export type SimilarityReason =
  | 'other-name'
  | 'same-words'
  | 'letters-alike'
  | 'letters-differ'
  | 'abbreviation'
  | 'acronym'
  | 'words-joined'
  | 'kind-of-body';

export interface Similarity {
  /** 0 to 100. */
  score: number;
  because: SimilarityReason[];
}

/** The places that two organizations have typed. */
export interface Places {
  /** Words of city and region. Names that differ by these are two chapters. */
  one: ReadonlySet<string>;
  other: ReadonlySet<string>;
  /**
   * If both are in the same town, the words of this town and its region, as each has typed them. In one name alone they
   * are no difference.
   */
  towns?: readonly (readonly string[])[];
  /** Names of the large city that both are in. In both names they mean the same: "New York" and "NYC". */
  cityNames?: readonly string[];
}

const noPlaces: Places = { one: new Set(), other: new Set() };
const unlike: Similarity = { score: 0, because: [] };

/** From this similarity on, organizers see a name as a look-alike. */
export const minSimilarity = 80;

/**
 * How similar two names are, by their comparison forms. Names are similar if they differ by wrong, doubled or missing
 * letters, letters that look alike, abbreviations, the order of words, joined or split words, a word such as
 * "Network" in only one of them, an acronym instead of its name, or a former or trade name. Names that differ by a
 * place, a number or any other whole word are not similar at all. Symmetric except for `places`.
 */
export function similarity(
  one: readonly ComparisonForm[],
  other: readonly ComparisonForm[],
  places: Places = noPlaces,
): Similarity {
  let best = unlike;
  for (const a of one)
    for (const b of other) {
      if (a.isPart && b.isPart) continue;
      const found =
        isAcronym(a, b) || isAcronym(b, a) ? byAcronym : similarityOfForms(a.words, b.words, places);
      if (found.score <= best.score) continue;
      const isOtherName = a !== one[0] || b !== other[0];
      best = isOtherName ? { ...found, because: ['other-name', ...found.because] } : found;
    }
  return best;
}

const byAcronym: Similarity = { score: minSimilarity, because: ['acronym'] };

/**
 * Whether a form is the acronym of another one, by the words as they were typed. Of a name in the index these are not
 * known. Its bucket of initials has only names with these letters, so its form need only allow it.
 */
function isAcronym({ words: acronym }: ComparisonForm, { words, acronyms }: ComparisonForm): boolean {
  if (!/^[a-z]{3,}$/.test(acronym) || !words.includes(' ')) return false;
  return acronyms?.includes(acronym) ?? mayHaveAcronym(words, acronym);
}

/**
 * Whether the initials of a form's words, in order, are an acronym. It may also have a letter of "for", "of" or "por",
 * and of America or "International", which a form lacks, and of a state one letter or two.
 */
function mayHaveAcronym(words: string, acronym: string): boolean {
  const all = words.split(' ');
  if (!all.every((word) => /^(?:@[a-z]+|[a-z].*)$/.test(word))) return false;
  const letters = all.map((word) =>
    word.startsWith('@') ? `${word.slice(1, 2)}(?:${word.slice(2)})?` : word.slice(0, 1),
  );
  return new RegExp(`^${letters.join('[fop]?')}(?:a|i|usa?)?$`).test(acronym);
}

function similarityOfForms(typedOne: string, typedOther: string, places: Places): Similarity {
  const one = withOneCityName(typedOne, places.cityNames);
  const other = withOneCityName(typedOther, places.cityNames);
  if (one === other) return { score: 100, because: ['same-words'] };
  const [a, b] = [one.split(' '), other.split(' ')];
  const byWords = similarityByWords(a, b, places);
  const joined = similarityOfJoinedLetters(a, b);
  return joined.score > byWords.score ? joined : byWords;
}

/** A name with the first of several names of a city instead of the longest that it has. */
function withOneCityName(words: string, [first = '', ...others]: readonly string[] = []): string {
  const found = others
    .filter((name) => ` ${words} `.includes(` ${name} `))
    .toSorted((one, other) => other.length - one.length)[0];
  return found === undefined ? words : ` ${words} `.replace(` ${found} `, ` ${first} `).trim();
}

function similarityByWords(one: readonly string[], other: readonly string[], places: Places): Similarity {
  const left = [...one];
  const right: string[] = [];
  let isDistinct = false;
  for (const word of other) {
    const at = left.indexOf(word);
    if (at === -1) right.push(word);
    else left.splice(at, 1);
    if (at !== -1 && isTelling(word)) isDistinct = true;
  }
  const because = new Set<SimilarityReason>();
  let cost = 0;
  const unmatched: string[] = [];
  for (const word of right) {
    const near = nearest(word, left, places);
    if (!near) unmatched.push(word);
    else {
      left.splice(left.indexOf(near.word), 1);
      cost += near.cost;
      because.add(near.because);
      const letters = Math.max(word.length, near.word.length);
      if (letters > 5 && near.because !== 'abbreviation') isDistinct = true;
    }
  }
  if (left.length > 0 && unmatched.length > 0) {
    const isAcronym =
      (left.length === 1 && isAcronymOf(left[0] ?? '', unmatched)) ||
      (unmatched.length === 1 && isAcronymOf(unmatched[0] ?? '', left));
    if (isAcronym && cost === 0) return { score: minSimilarity, because: ['acronym'] };
    return unlike;
  }
  const all = [...left, ...unmatched];
  const ofTown = new Set((places.towns ?? []).filter((words) => isWhollyIn(all, words)).flat());
  const extra = all.filter((word) => !ofTown.has(withoutFullStop(word)));
  // A word of the name once more says nothing: "Harbor Tenants Union Harbor".
  const isRepeated = (word: string): boolean =>
    [one, other].some((words) => words.indexOf(word) !== words.lastIndexOf(word));
  const isWeak = (word: string): boolean =>
    isWeakIn(withoutFullStop(word), one) || isWeakIn(withoutFullStop(word), other) || isRepeated(word);
  if (!isDistinct || cost > maxCost || !extra.every(isWeak)) return unlike;
  if (all.length > 0) because.add('kind-of-body');
  if (because.size === 0) because.add('same-words');
  return {
    score: Math.max(0, 100 - 5 * cost - 6 * (extra.length + (ofTown.size > 0 ? 1 : 0))),
    because: [...because],
  };
}

/**
 * Whether one name has the whole town of both more: "Harbor Families of Milton" in Milton. "Thunder Bay Tenants" has
 * only a part of it more than "Bay Tenants".
 */
const isWhollyIn = (extra: readonly string[], town: readonly string[]): boolean =>
  town.length > 0 && town.every((word) => extra.map(withoutFullStop).includes(word));

/** The maximum number of wrong letters in a whole name. An abbreviation counts as one. */
const maxCost = 3;

/** Words that can identify an organization. */
const isTelling = (word: string): boolean => !isGeneric(word) && !/^[\d@]/.test(word);

/** How many wrong letters a word of this length may have and still be the same word. */
const errorsIn = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** The length from which a word may have a wrong letter beside letters that look alike. */
const minLettersForBoth = 6;

/** Whether two words of names are the same, with one wrong letter at most, or an abbreviation. */
export function areNearlyOneWord(one: string, other: string): boolean {
  if (one === other) return true;
  const near = nearness(one, other, noPlaces);
  return near !== undefined && near.cost <= 1;
}

interface NearWord {
  word: string;
  cost: number;
  because: SimilarityReason;
}

function nearest(word: string, candidates: readonly string[], places: Places): NearWord | undefined {
  const near = candidates
    .map((candidate) => nearness(candidate, word, places))
    .filter((each) => each !== undefined);
  return near.toSorted((one, other) => one.cost - other.cost)[0];
}

function nearness(one: string, other: string, places: Places): NearWord | undefined {
  if (/[\d@]/.test(one + other)) return undefined;
  if (isAbbreviationOf(one, other) || isAbbreviationOf(other, one))
    return { word: one, cost: 1, because: 'abbreviation' };
  if (areDistinct(one, other) || (isPlaceWord(one) && isPlaceWord(other))) return undefined;
  if (places.one.has(one) && places.other.has(other) && !isOneTown(one, other)) return undefined;
  if (directionOf(one) !== directionOf(other)) return undefined;
  if (visualForm(one) === visualForm(other) || visualFormOfPlural(one) === visualFormOfPlural(other))
    return { word: one, cost: 1, because: 'letters-alike' };
  const longest = Math.max(one.length, other.length);
  if (longest > 2 && phoneticForm(one) === phoneticForm(other))
    return { word: one, cost: 1, because: 'letters-differ' };
  const most = errorsIn(longest);
  if (Math.abs(one.length - other.length) > Math.max(most, 2)) return undefined;
  const cost = editDistance(one, other);
  if (cost <= most || (cost === 1 && haveSameLetters(one, other)))
    return { word: one, cost, because: 'letters-differ' };
  // One wrong letter, and letters that look alike: "Farnlies".
  const isNear = longest >= minLettersForBoth && isOneLetterOff(visualForm(one), visualForm(other));
  return isNear ? { word: one, cost: 2, because: 'letters-alike' } : undefined;
}

/** Whether a word with a full stop abbreviates another: `assn.`, `ed.`, `svcs.`. */
function isAbbreviationOf(short: string, long: string): boolean {
  // Also without its full stop, because the rules of the key shorten Saint to it.
  if (short === 'st' && long === 'street') return true;
  if (!short.endsWith('.') || short[0] !== long[0]) return false;
  const letters = stemOf(short.slice(0, -1));
  if (withoutFullStop(long) === letters) return true;
  if (long.length < letters.length + 1) return false;
  let at = 0;
  for (const letter of long) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/**
 * Numbers, single letters and places. They say which organization is meant, so they are never joined with other
 * words.
 */
const exactWords = (words: readonly string[]): string =>
  words.filter((word) => word.length === 1 || /[\d@]/.test(word)).join(' ');

/**
 * Compares names such as "Health Care Workers" and "Healthcare Workers", also if one of them has a word such as
 * "Network" more.
 */
function similarityOfJoinedLetters(one: readonly string[], other: readonly string[]): Similarity {
  const whole = similarityOfLetters(one, other);
  if (whole !== unlike) return whole;
  const [a, b] = [withoutGeneric(one), withoutGeneric(other)];
  const isOfOneOnly = (a.length === one.length) !== (b.length === other.length);
  if (!isOfOneOnly || a.join('') !== b.join('')) return unlike;
  const { score } = similarityOfLetters(a, b);
  return score === 0 ? unlike : { score: score - 6, because: ['words-joined', 'kind-of-body'] };
}

const withoutGeneric = (words: readonly string[]): string[] => words.filter((word) => !isGeneric(word));

/** Names of other letters that are shorter would be alike by chance: "Ox Fam", "Move On". */
const minLettersJoined = 5;
const minLettersForJoinedError = 8;

function similarityOfLetters(one: readonly string[], other: readonly string[]): Similarity {
  const [a, b] = [one.join(''), other.join('')];
  const areSameLetters = a === b && !/[\d@]/.test(a);
  if (areSameLetters && a.length >= minLettersJoined) return { score: 95, because: ['words-joined'] };
  if (one.length === other.length || a.length < minLettersForJoinedError) return unlike;
  if (exactWords(one) !== exactWords(other)) return unlike;
  if (Math.abs(a.length - b.length) > 1) return unlike;
  const distance = editDistance(a, b);
  return distance > 1 ? unlike : { score: 95 - 5 * distance, because: ['words-joined'] };
}

/**
 * The words of a typed town, of its other names if it is a large city, and of its region's name and abbreviation, in the
 * form in which names are compared. With `areBoroughsIncluded` also those of the boroughs, in which the place may be.
 */
export function townWords(place: Place, { areBoroughsIncluded = false } = {}): string[][] {
  const { city = '', region = '', country } = place;
  const large = namesOfCity(place);
  const code = postalCode(region, country)?.toLowerCase();
  const typed = [
    city.split(/[,(]/)[0] ?? '',
    regionOf(region, country).name ?? region,
    ...large.names,
    ...(areBoroughsIncluded ? large.boroughs : []),
  ];
  return [
    ...typed.map((text) => comparisonForms(text)[0]?.words ?? ''),
    ...(code === undefined ? [] : [code, `@${code}`]),
  ]
    .filter((text) => text !== '')
    .map((text) => text.split(' ').map(withoutFullStop));
}

/**
 * The names of the large city that a place is in, in the form in which names are compared. Manhattan is only a part of
 * its city.
 */
export const cityNames = (place: Place): string[] =>
  namesOfCity(place).names.flatMap((name) =>
    name === 'manhattan' ? [] : (comparisonForms(name)[0]?.words ?? []),
  );

/** The words of typed places, in the form in which `similarity` compares them. */
export const placeWords = (...typed: (string | undefined)[]): ReadonlySet<string> =>
  new Set(
    typed
      .join(' ')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map(stemOf),
  );
