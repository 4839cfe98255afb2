import type { Store } from '../../shared/table/table.ts';

/** A store that lets somebody else act just before the nth step of whoever uses it. */
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
    },
    wasIntruded: () => steps >= at,
  };
}

/** Tells a story that somebody else breaks into before its first step, then before its second, until it has no more. */
export async function intrudeAtEveryStep(
  story: (at: number) => Promise<{ wasIntruded: () => boolean }>,
): Promise<number> {
  for (let at = 1; ; at++) if (!(await story(at)).wasIntruded()) return at - 1;
}
