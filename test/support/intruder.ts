import type { Store } from '../../shared/table/table.ts';

/** A store in which another use case acts just before the nth step of the tested one. */
export function storeWithIntruder(
  store: Store,
  at: number,
  intrude: () => Promise<unknown>,
): { store: Store; wasIntruded: () => boolean } {
  let steps = 0;
  const step = async <T>(call: () => Promise<T>): Promise<T> => {
    steps++;
    if (steps === at) await intrude();
    return await call();
  };
  return {
    store: {
      get: (schema, key) => step(() => store.get(schema, key)),
      query: (schema, options) => step(() => store.query(schema, options)),
      update: (update) => step(() => store.update(update)),
      remove: (removal) => step(() => store.remove(removal)),
      transact: (writes) => step(() => store.transact(writes)),
      putAll: (items) => step(() => store.putAll(items)),
    },
    wasIntruded: () => steps >= at,
  };
}

/**
 * Runs a story with an intruder before its first step, then before its second, and so on until it has no more steps.
 */
export async function intrudeAtEveryStep(
  story: (at: number) => Promise<{ wasIntruded: () => boolean }>,
): Promise<number> {
  for (let at = 1; ; at++) if (!(await story(at)).wasIntruded()) return at - 1;
}
