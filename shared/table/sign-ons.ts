import { type SignOn, signOnSchema } from '../sign-on/sign-on.ts';
import { hasExpired } from './expiry.ts';
import { allShards, type Key, signOnKey, signOnsPartition } from './keys.ts';
import {
  type OnUnreadable,
  type Page,
  type QueryOptions,
  type Store,
  undefinedIfUnreadable,
} from './table.ts';

/**
 * Reads one sign-on consistently. A pending one that has expired is not there, whether DynamoDB deleted it yet or not.
 */
export async function readSignOn(
  store: Store,
  { slug, id, now }: { slug: string; id: string; now: Date },
): Promise<SignOn | undefined> {
  const signOn = await store.get(signOnSchema, signOnKey(slug, id));
  return signOn && !hasExpired(signOn.expiresAt, now) ? signOn : undefined;
}

/**
 * Reads several sign-ons consistently. Those that are not there, or cannot be read, are left out: one damaged row does
 * not stop what concerns another. `sweep` and the site job report it.
 */
export async function readSignOns(
  store: Store,
  { slug, ids, now }: { slug: string; ids: Iterable<string>; now: Date },
): Promise<SignOn[]> {
  const read = [...ids].map((id) => undefinedIfUnreadable(readSignOn(store, { slug, id, now })));
  return (await Promise.all(read)).flatMap((signOn) => signOn ?? []);
}

/** A page of one shard's sign-ons, in the order of their ids. */
export const readShard = (
  store: Store,
  { slug, shard, ...options }: { slug: string; shard: number } & Omit<QueryOptions, 'PK' | 'prefix'>,
): Promise<Page<SignOn>> => store.query(signOnSchema, { PK: signOnsPartition(slug, shard), ...options });

/** Reads one sign-on consistently. Undefined, too, if it cannot be read. */
export async function readSignOnIfReadable(
  store: Store,
  { slug, id }: { slug: string; id: string },
  onUnreadable?: OnUnreadable,
): Promise<SignOn | undefined> {
  const { PK, SK: prefix } = signOnKey(slug, id);
  const { items } = await store.query(signOnSchema, { PK, prefix, onUnreadable });
  return items.find((signOn) => signOn.id === id);
}

/**
 * Every sign-on of a campaign, read shard by shard and page by page. One that cannot be read is left
 * out; `sweep` and the site job report it.
 */
export async function* allSignOns(
  store: Store,
  slug: string,
  options: { shards?: readonly number[] } & Pick<QueryOptions, 'consistent' | 'onUnreadable'> = {},
): AsyncGenerator<SignOn> {
  const { shards = allShards, ...how } = options;
  for (const shard of shards) {
    let after: Key | undefined;
    do {
      const page = await readShard(store, { slug, shard, after, ...how });
      yield* page.items;
      after = page.next;
    } while (after);
  }
}

export type FoundSignOn = { signOn: SignOn } | 'none' | 'several';

/** Finds a sign-on by its id, or by as many first digits of it as no other one begins with. */
export async function findSignOn(
  store: Store,
  { slug, idPrefix, now }: { slug: string; idPrefix: string; now: Date },
): Promise<FoundSignOn> {
  // The shard is the first digit, so all that begin alike are in one.
  const { PK, SK: prefix } = signOnKey(slug, idPrefix);
  const found: SignOn[] = [];
  let after: Key | undefined;
  do {
    const { items, next } = await store.query(signOnSchema, { PK, prefix, after, limit: 10 });
    found.push(...items.filter(({ expiresAt }) => !hasExpired(expiresAt, now)));
    after = next;
  } while (after && found.length < 2);
  const [signOn, another] = found;
  if (!signOn) return 'none';
  return another ? 'several' : { signOn };
}
