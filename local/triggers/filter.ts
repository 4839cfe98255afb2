import { isObject } from '../json.ts';

/**
 * Whether an event matches a pattern of Lambda's event filtering. Every field in the pattern must match. A list means
 * "or" and may hold values and rules. A number never matches a string. `exists` is only true for a leaf, not for an
 * object.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  if (!isObject(pattern)) return false;
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or') return Array.isArray(wanted) && wanted.some((one) => matchesPattern(one, event));
    const value = isObject(event) ? event[field] : undefined;
    if (Array.isArray(wanted)) return matchesAny(wanted, value);
    return matchesPattern(wanted, value);
  });
}

/** Without filters, every event matches. */
export const matchesFilters = (filters: unknown[], event: unknown): boolean =>
  filters.length === 0 || filters.some((pattern) => matchesPattern(pattern, event));

function matchesAny(rules: unknown[], value: unknown): boolean {
  // A list in the event matches if one of its members does.
  const leaves = Array.isArray(value) ? value : [value];
  return rules.some((rule) => leaves.some((leaf) => matchesRule(rule, leaf)));
}

function matchesRule(rule: unknown, leaf: unknown): boolean {
  if (!isObject(rule)) return leaf === rule;
  const [name, argument] = Object.entries(rule)[0] ?? [];
  if (name === 'exists') return argument === (leaf !== undefined && !isObject(leaf));
  if (leaf === undefined || isObject(leaf)) return false;
  switch (name) {
    case 'prefix':
      return typeof leaf === 'string' && leaf.startsWith(String(argument));
    case 'suffix':
      return typeof leaf === 'string' && leaf.endsWith(String(argument));
    case 'equals-ignore-case':
      return typeof leaf === 'string' && leaf.toLowerCase() === String(argument).toLowerCase();
    case 'anything-but':
      return !(Array.isArray(argument) ? argument : [argument]).some((unwanted) =>
        matchesRule(unwanted, leaf),
      );
    case 'numeric':
      return typeof leaf === 'number' && Array.isArray(argument) && matchesNumeric(argument, leaf);
    default:
      throw new Error(`The local stack does not know the filter rule ${name}.`);
  }
}

/** `["=", 5]` or `[">", 0, "<=", 5]` */
function matchesNumeric(comparisons: unknown[], value: number): boolean {
  for (let index = 0; index < comparisons.length; index += 2) {
    const bound = Number(comparisons[index + 1]);
    const holds = {
      '=': value === bound,
      '<': value < bound,
      '<=': value <= bound,
      '>': value > bound,
      '>=': value >= bound,
    };
    if (!Object.entries(holds).some(([sign, isSo]) => sign === comparisons[index] && isSo)) return false;
  }
  return true;
}
