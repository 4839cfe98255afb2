import { type Comparison, compareNames } from './compare.ts';

export interface ProtectedName {
  /** The protected name. */
  name: string;
  comparison: Comparison;
}

/**
 * The first protected name that a typed name equals or nearly equals. Protected are the names of a campaign's leads,
 * its sender, its contacts' organizations and its recipient. The caller decides who may use one anyway.
 */
export function protectedNameLike(
  typed: string,
  protectedNames: readonly string[],
): ProtectedName | undefined {
  return protectedNames
    .map((name) => ({ name, comparison: compareNames(typed, name) }))
    .filter(({ comparison }) => comparison.similar)
    .toSorted((one, other) => Number(other.comparison.same) - Number(one.comparison.same))[0];
}
