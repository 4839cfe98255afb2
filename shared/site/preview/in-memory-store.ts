import { Failure } from '../../failure.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** A store with only these sign-ons. It takes no writes. */
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

/** A store that reads another one. Its writes fail, so a preview changes nothing. */
export const readOnlyStore = ({ get, query }: Pick<Store, 'get' | 'query'>): Store => ({
  get,
  query,
  update: async () => false,
  remove: async () => false,
  transact: async (writes) => writes.map((_, index) => index),
  putAll: () => Promise.reject(new Failure('refused', 'BatchWriteItem', 'ReadOnlyStore')),
});
