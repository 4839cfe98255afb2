import { type Comparison, compareNames } from './compare.ts';
import { comparisonForms } from './comparison-forms.ts';
import { isGeneric } from './comparison-words.ts';

export interface ProtectedName {
  /** The protected name. */
  name: string;
  comparison: Comparison;
}

/**
 * The first protected name that a typed name equals, nearly equals, or begins with, as the name of a chapter does.
 * Protected are the names of a campaign's leads, its sender, its contacts' organizations and its recipient. The caller
 * decides who may use one anyway.
 */
export function protectedNameLike(
  typed: string,
  protectedNames: readonly string[],
): ProtectedName | undefined {
  return protectedNames
    .map((name) => ({ name, comparison: compareNames(typed, name) }))
    .filter(({ name, comparison }) => comparison.similar || looksLikeItsChapter(typed, name))
    .toSorted((one, other) => Number(other.comparison.same) - Number(one.comparison.same))[0];
}

/** "Shoreline Coalition of Ohio", "Shoreline Coalition Youth": the whole protected name, and more words behind it. */
function looksLikeItsChapter(typed: string, name: string): boolean {
  const [whole] = comparisonForms(name);
  const words = whole?.words.split(' ') ?? [];
  if (words.length < 2 || words.every(isGeneric)) return false;
  return comparisonForms(typed).some((form) => form.words.startsWith(`${whole?.words} `));
}
