import { type ComparisonForm, comparisonForms } from './comparison-forms.ts';
import { withLatinLetters } from './confusables.ts';
import { type LeftOut, normalizeName, organizationKey } from './key.ts';
import { minSimilarity, type SimilarityReason, similarity } from './look-alike.ts';

/** Why two names are one organization, look like one, or are two. */
export type Reason =
  | 'equal'
  | 'spelling'
  | LeftOut
  | SimilarityReason
  | 'different-numbers'
  | 'different-places'
  | 'different-words';

export interface Comparison {
  /** One organization: the names have the same key. */
  same: boolean;
  /** One organization, or nearly the same name. An organizer decides. */
  similar: boolean;
  because: Reason[];
}

/** A typed name with its key and its comparison forms, which are made once for several comparisons. */
export interface ComparableName {
  typed: string;
  key: string;
  forms: readonly ComparisonForm[];
}

export const comparableName = (typed: string): ComparableName => ({
  typed,
  key: organizationKey(typed),
  forms: comparisonForms(typed),
});

/** Whether two typed names are one organization, and why. Symmetric; never throws. */
export const compareNames = (one: string, other: string): Comparison =>
  compareComparable(comparableName(one), comparableName(other));

/** The same for names whose forms are there. */
export function compareComparable(one: ComparableName, other: ComparableName): Comparison {
  if (one.typed === other.typed) return { same: true, similar: true, because: ['equal'] };
  if (one.key === other.key)
    return { same: true, similar: true, because: reasonsOfOneKey(one.typed, other.typed) };
  const { score, because } = similarity(one.forms, other.forms);
  if (score >= minSimilarity) {
    const isDisguised = [one, other].some(({ typed }) => withLatinLetters(typed) !== typed);
    return { same: false, similar: true, because: isDisguised ? withLettersAlike(because) : because };
  }
  return { same: false, similar: false, because: [differenceOf(one.forms, other.forms)] };
}

const withLettersAlike = (because: SimilarityReason[]): SimilarityReason[] => [
  'letters-alike',
  ...because.filter((reason) => reason !== 'same-words' && reason !== 'letters-alike'),
];

function reasonsOfOneKey(one: string, other: string): Reason[] {
  const [a, b] = [normalizeName(one).leftOut, normalizeName(other).leftOut];
  const ofOne = [...notIn(b, a), ...notIn(a, b)];
  return ofOne.length > 0 ? ofOne : [...a, 'spelling'];
}

/** The difference between the whole names. Numbers and places are the reason only if there is no other. */
function differenceOf([one]: readonly ComparisonForm[], [other]: readonly ComparisonForm[]): Reason {
  const [a, b] = [new Set(one?.words.split(' ')), new Set(other?.words.split(' '))];
  const words = [...notIn(b, a), ...notIn(a, b)];
  if (words.every((word) => /\d/.test(word))) return 'different-numbers';
  if (words.every((word) => word.startsWith('@'))) return 'different-places';
  return 'different-words';
}

const notIn = <T>(set: ReadonlySet<T>, items: Iterable<T>): T[] =>
  [...items].filter((item) => !set.has(item));
