/** A value of a tree of texts, with the object that holds it. */
export interface Leaf {
  /** The keys that lead to it, separated by dots. */
  path: string;
  holder: Record<string, unknown>;
  key: string;
  value: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value of a tree that is no object of its own. */
export function leavesOf(holder: Record<string, unknown>, under = ''): Leaf[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    const path = under ? `${under}.${key}` : key;
    return isRecord(value) ? leavesOf(value, path) : [{ path, holder, key, value }];
  });
}
