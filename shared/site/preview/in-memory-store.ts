import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** A table with these sign-ons in it and nothing else, which takes no writes. */
export function inMemoryStore(signOns: readonly SignOn[]): Store {
  const partitions = Map.groupBy(
    signOns.map((signOn) => ({ ...signOnKey(signOn.slug, signOn.id), ...signOn })),
    ({ PK }) => PK,
  );
  return readOnlyStore({
    get: async () => undefined,
    query: async (schema, { PK }) => ({
      items: (partitions.get(PK) ?? [])
        .toSorted((a, b) => (a.SK < b.SK ? -1 : 1))
        .map((item) => schema.parse(item)),
    }),
  });
}

/** A table that is read as it is and never written: nothing that a preview does is seen by anybody. */
export const readOnlyStore = ({ get, query }: Pick<Store, 'get' | 'query'>): Store => ({
  get,
  query,
  update: async () => false,
  transact: async (writes) => writes.map((_, index) => index),
});
