import { isOneLetterOff } from '../edit-distance.ts';
import type { ComparisonForm } from './comparison-forms.ts';
import { genericWords, isWeakIn, phoneticForm, visualForm, withoutFullStop } from './comparison-words.ts';

/** A bucket in the index of names, and the position in it. Names that may be alike share a bucket. */
export interface Bucket {
  bucket: string;
  /** Names that are more alike are closer in sort order. Look-alikes share the first `lookAt` characters. */
  sort: string;
  lookAt: string;
  form: ComparisonForm;
}

/** A confirmation writes an item for each bucket. A second name in brackets needs more than one name does. */
const maxBuckets = { ofOneForm: 8, ofSeveral: 14 };

/** The words of a name that may have errors in more than their vowels: the longest ones. */
const maxMistakenWords = 2;

const maxAcronymLength = 12;

/** Characters. DynamoDB's keys have a limit, and one character of a name can become many letters, as ㌖ does. */
const maxKeyLength = 200;

/**
 * The buckets into which a name is put and in which its look-alikes are found: by the consonants of all its words in
 * any order; by the beginning and by the end of all its letters, wherever its spaces are; by its initials in any order,
 * of an acronym all, and those with the letters of "for" and "of"; by all words but one, plus the beginning or the end of
 * that one, so that an error hides at most one bucket. `towns`: words of the organization's own town and region, without
 * which it can be found, too. At most eight; of an organization with several names fourteen.
 */
export function bucketsOf(
  forms: readonly ComparisonForm[],
  towns: readonly (readonly string[])[] = [],
): Bucket[] {
  const ofForms = forms.map((form) => bucketsOfForm(form, towns));
  const [whole, ...parts] = ofForms;
  const all = ofForms.map((each) => each.all);
  const inOrder = [
    ...all.flatMap(([ofAllWords]) => ofAllWords ?? []),
    // Of the first two names what one error leaves, so that a second name does not hide errors of the first.
    ...parts.slice(0, 2).flatMap(({ forErrors }) => forErrors),
    ...(parts.length > 0 ? (whole?.halves ?? []) : []),
    ...parts.slice(0, 2).flatMap(({ joined }) => joined),
    ...all.flatMap((buckets) => buckets.slice(1, 4)),
    ...all.flatMap((buckets) => buckets.slice(4)),
  ];
  const short = inOrder.map((each) => ({
    ...each,
    bucket: each.bucket.slice(0, maxKeyLength),
    sort: each.sort.slice(0, maxKeyLength),
  }));
  const distinct = new Map(short.map((each) => [`${each.bucket} ${each.sort}`, each]));
  return [...distinct.values()].slice(0, forms.length > 1 ? maxBuckets.ofSeveral : maxBuckets.ofOneForm);
}

function bucketsOfForm(
  form: ComparisonForm,
  towns: readonly (readonly string[])[],
): { all: Bucket[]; joined: Bucket[]; halves: Bucket[]; forErrors: Bucket[] } {
  const words = form.words.split(' ').map(withoutFullStop);
  const telling = words.filter((word) => !isWeakIn(word, words) && !isMistypedGeneric(word));
  const consonants = (telling.length > 0 ? telling : words).map(consonantsOf).toSorted();
  const town = towns.filter((all) => all.every((word) => words.includes(word))).flat();
  // Once each, since a name can have a word of its town, too: "Harbor Families, Harbor City".
  const withoutTown = town
    .reduce((rest, word) => (rest.includes(word) ? rest.toSpliced(rest.lastIndexOf(word), 1) : rest), telling)
    .map(consonantsOf);
  const ofAllLetters = (each: readonly string[]): Bucket => ({
    bucket: `A.${[...each.join('')].toSorted().join('')}`,
    sort: '',
    lookAt: '',
    form,
  });
  const hasTown = town.length > 0 && withoutTown.length > 0;
  const { joined, halves, areApart } = ofJoinedLetters(words, form);
  const buckets = [ofAllLetters(consonants), ...joined, ...halves];
  if (hasTown) buckets.push(ofAllLetters(withoutTown));
  const ofName = words.length === 1 ? words : [form.initials ?? '', ...(form.acronyms ?? [])];
  // In any order: "LWV Harbor" is "Harbor League of Women Voters".
  for (const initials of new Set(ofName.map((each) => [...each].toSorted().join(''))))
    if (initials.length > 2 && initials.length <= maxAcronymLength)
      buckets.push({ bucket: `I.${initials}`, sort: '', lookAt: '', form });
  const ofMistaken: Bucket[] = [];
  for (const mistaken of consonants
    .toSorted((one, other) => other.length - one.length)
    .slice(0, maxMistakenWords)) {
    const rest = consonants.toSpliced(consonants.indexOf(mistaken), 1).join('.');
    const reversed = [...mistaken].toReversed().join('');
    const length = Math.min(rest === '' ? 3 : 2, Math.floor(mistaken.length / 2));
    ofMistaken.push(
      { bucket: `B.${rest}`, sort: mistaken, lookAt: mistaken.slice(0, length), form },
      { bucket: `E.${rest}`, sort: reversed, lookAt: reversed.slice(0, length), form },
    );
  }
  return {
    all: [...buckets, ...ofMistaken],
    joined,
    halves,
    forErrors: areApart ? halves : ofMistaken,
  };
}

/** The letters in the name of a bucket of a beginning or an end. Fewer would let many names share one. */
const lettersInBucket = 4;

/**
 * Buckets for a name without its spaces, which may have been typed elsewhere ("Tena nts", "moveon.org"): by all its
 * consonants, by the first and by the last ones. An error, or a word more, is in one half only, so the other finds it,
 * unless the name is so short that both have the same letter (`areApart`).
 */
function ofJoinedLetters(
  words: readonly string[],
  form: ComparisonForm,
): { joined: Bucket[]; halves: Bucket[]; areApart: boolean } {
  // Plural endings have been taken off words only.
  const consonants = consonantsOf(words.join(''))
    .replace(/[sy]/g, '')
    .replace(/(.)\1+/gu, '$1');
  const half = Math.floor((consonants.length - 1) / 2);
  const ofHalf = (from: string, letters: string): Bucket => ({
    bucket: `${from}.${letters.slice(0, lettersInBucket)}`,
    sort: letters.slice(lettersInBucket),
    lookAt: letters.slice(lettersInBucket, half),
    form,
  });
  return {
    // The bucket of the first letters has all of so few.
    joined:
      consonants.length > lettersInBucket ? [{ bucket: `W.${consonants}`, sort: '', lookAt: '', form }] : [],
    halves: [ofHalf('F', consonants), ofHalf('L', [...consonants].toReversed().join(''))],
    areApart: consonants.length > 2 * lettersInBucket,
  };
}

let consonantsOfGenerics: ReadonlySet<string> | undefined;

/** "Chruch", "Coaltion": whoever leaves out or mistypes such a word is found by the others. */
function isMistypedGeneric(word: string): boolean {
  consonantsOfGenerics ??= new Set(
    [...genericWords].map(consonantsOf).filter((consonants) => consonants.length > 2),
  );
  return (
    consonantsOfGenerics.has(consonantsOf(word)) ||
    (word.length >= minLettersOfGeneric && [...genericWords].some((generic) => isMistyped(word, generic)))
  );
}

/** Shorter words are too often others: "Found" and "Fund". */
const minLettersOfGeneric = 5;
const isMistyped = (word: string, generic: string): boolean => isOneLetterOff(word, generic);

/**
 * A word without vowels, doubled letters, and differences between letters that look or sound alike: `hrbr` for
 * `harbor` and `harbour`. The whole word if nothing else would be left.
 */
function consonantsOf(word: string): string {
  const plain = phoneticForm(visualForm(word));
  const consonants = plain.replace(/[aeiou]/g, '').replace(/(.)\1+/gu, '$1');
  return consonants === '' ? plain : consonants;
}
