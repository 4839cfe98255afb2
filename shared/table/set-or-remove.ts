import type { Update } from './table.ts';

/** Parts of an update's expressions, either of which may be empty, and the values that they name. */
export interface UpdateParts {
  set: string;
  remove: string;
  values: NonNullable<Update['values']>;
}

/**
 * Attributes as a write puts them down: each is set, or removed where it has no value. No name may be a reserved word.
 */
export function setOrRemove(attributes: Record<string, unknown>): UpdateParts {
  const all = Object.entries(attributes);
  const given = all.filter(([, value]) => value !== undefined);
  const gone = all.filter(([, value]) => value === undefined);
  return {
    set: given.map(([name]) => `${name} = :${name}`).join(', '),
    remove: gone.map(([name]) => name).join(', '),
    values: Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
  };
}
