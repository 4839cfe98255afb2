import { directionOf, isGeneric, isJoining, isPlace, stemOf, unmasked } from './look-alike-words.ts';

/** An organization's key, in the parts by which it is compared. */
interface Parts {
  /** What the name says, without joining words, each without its plural ending. */
  words: string[];
  /** `words` without those that only say what kind of body it is; all of them if there are no others. */
  distinctive: string[];
  /** Initials, of three words or more. */
  acronym: string | undefined;
}

function partsOf(organizationKey: string): Parts {
  const words = organizationKey
    .slice(organizationKey.indexOf(':') + 1)
    .split(' ')
    .filter((word, index, all) => !isJoining(word, index, all))
    .map((word) => stemOf(unmasked(word)));
  const distinctive = words.filter((word) => !isGeneric(word));
  return {
    words,
    distinctive: distinctive.length > 0 ? distinctive : words,
    acronym: words.length > 2 ? words.map(([initial]) => initial).join('') : undefined,
  };
}

/** Cities and the like that each of two organizations has typed: names that differ by those are two chapters. */
export interface Places {
  one: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

const none: Places = { one: new Set(), other: new Set() };

/** From here on a name is shown to an organizer as nearly another one. */
export const nearEnough = 80;

const longestAcronym = 7;

/**
 * How nearly two organization keys are one name, 0 to 100: by letters mistaken, doubled or left out, by other scripts'
 * letters, words in another order, joined or split, by a word such as "Network" in one of them alone, or as an acronym
 * and its name. Names that differ by a place, a number or any other whole word are not alike at all. Symmetric but for
 * `places`.
 */
export function similarity(one: string, other: string, places: Places = none): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  return Math.max(byWords(a, b, places), byJoinedLetters(a, b), byAcronym(a, b), byAcronym(b, a));
}

function byWords(one: Parts, other: Parts, places: Places): number {
  const left = [...one.words];
  const right: string[] = [];
  let isDistinct = false;
  for (const word of other.words) {
    const at = left.indexOf(word);
    if (at === -1) right.push(word);
    else left.splice(at, 1);
    if (at !== -1 && !isGeneric(word)) isDistinct = true;
  }
  let distance = 0;
  const unmatched: string[] = [];
  for (const word of right) {
    const at = left.findIndex((candidate) => isNear(candidate, word, places));
    const [near] = at === -1 ? [] : left.splice(at, 1);
    if (near === undefined) unmatched.push(word);
    else distance += distanceBetween(near, word);
    if (near !== undefined && near.length > 5) isDistinct = true;
  }
  const hasBoth = left.length > 0 && unmatched.length > 0;
  const extra = [...left, ...unmatched];
  if (!isDistinct || hasBoth || distance > 3 || !extra.every(isGeneric)) return 0;
  return Math.max(0, 100 - 5 * distance - 6 * extra.length);
}

/** Errors that a word of so many letters may have and still be the same word. */
const errorsIn = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

function isNear(one: string, other: string, places: Places): boolean {
  if (one[0] !== other[0] || /\d/.test(one + other)) return false;
  if (isPlace(one) && isPlace(other)) return false;
  if (places.one.has(one) && places.other.has(other)) return false;
  if (directionOf(one) !== directionOf(other)) return false;
  const most = errorsIn(Math.max(one.length, other.length));
  return Math.abs(one.length - other.length) <= most && distanceBetween(one, other) <= most;
}

/** "Health Care Workers" and "Healthcare Workers". */
function byJoinedLetters(one: Parts, other: Parts): number {
  if (one.words.length === other.words.length) return 0;
  const [a, b] = [one.words.join(''), other.words.join('')];
  if (a.length < 8 || /\d/.test(a + b) || Math.abs(a.length - b.length) > 1) return 0;
  const distance = distanceBetween(a, b);
  return distance > 1 ? 0 : 95 - 5 * distance;
}

function byAcronym({ words: [word = '', ...others] }: Parts, { acronym }: Parts): number {
  const isAcronym = others.length === 0 && word.length > 2 && word.length <= longestAcronym;
  return isAcronym && word === acronym ? nearEnough : 0;
}

/** Letters that are wrong, missing, too many, or in each other's place (optimal string alignment). */
function distanceBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The words of typed places, as `similarity` compares them. */
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

/** A drawer of the index of names: which one, and where in it. Names that may be alike share one. */
export interface Block {
  block: string;
  /** Nearer ones stand nearer each other; look-alikes share the first `lookAt` characters. */
  sort: string;
  lookAt: string;
}

/** Words of a name that are left out one by one; of longer names only the longest. */
const mostLeftOut = 4;

/**
 * The drawers into which a name is put, and in which its look-alikes are looked for: by the consonants of its words in
 * any order; of all its letters; of all its words but one, and the beginning of that one; by its initials. At most eight.
 */
export function blocksOf(organizationKey: string): Block[] {
  const { words, distinctive, acronym } = partsOf(organizationKey);
  const skeletons = distinctive.map(skeleton).toSorted();
  const blocks: Block[] = [
    { block: `W.${skeletons.join('.')}`, sort: '', lookAt: '' },
    { block: `J.${skeleton(words.join(''))}`, sort: '', lookAt: '' },
  ];
  const [only = '', ...others] = skeletons;
  if (others.length === 0)
    blocks.push({ block: `P.${only.slice(0, 2)}`, sort: only, lookAt: only.slice(0, 3) });
  else
    for (const leftOut of skeletons.toSorted((a, b) => b.length - a.length).slice(0, mostLeftOut)) {
      const at = skeletons.indexOf(leftOut);
      const block = `L.${skeletons.toSpliced(at, 1).join('.')}`;
      blocks.push({ block, sort: leftOut, lookAt: leftOut.slice(0, 2) });
    }
  const [word = ''] = words;
  const initials = acronym ?? (words.length === 1 ? word : '');
  if (initials.length > 2 && initials.length <= longestAcronym)
    blocks.push({ block: `A.${initials}`, sort: '', lookAt: '' });
  return [...new Map(blocks.map((each) => [each.block + each.sort, each])).values()];
}

/** A word's first letter and its other consonants, each run of one letter once: `hrbr` for `harbor` and `harbour`. */
const skeleton = (word: string): string => {
  const [first = '', ...rest] = word;
  return (first + rest.join('').replace(/[aeiou]/g, '')).replace(/(.)\1+/gu, '$1');
};
