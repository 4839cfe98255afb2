import { type SignOn, signOnSchema } from '../sign-on/sign-on.ts';
import { hasExpired } from './expiry.ts';
import { allShards, type Key, signOnKey, signOnsPartition } from './keys.ts';
import type { Page, Store } from './table.ts';

/** Reads one sign-on consistently. A pending one that has expired is not there, whether DynamoDB deleted it yet or not. */
export async function readSignOn(
  store: Store,
  { slug, id, now }: { slug: string; id: string; now: Date },
): Promise<SignOn | undefined> {
  const signOn = await store.get(signOnSchema, signOnKey(slug, id));
  return signOn && !hasExpired(signOn.expiresAt, now) ? signOn : undefined;
}

/** A page of one shard's sign-ons, in the order of their ids. */
export const readShard = (
  store: Store,
  {
    slug,
    shard,
    ...options
  }: { slug: string; shard: number; after?: Key; limit?: number; consistent?: boolean },
): Promise<Page<SignOn>> => store.query(signOnSchema, { PK: signOnsPartition(slug, shard), ...options });

/** Every sign-on of a campaign, read shard by shard and page by page. */
export async function* allSignOns(
  store: Store,
  slug: string,
  options: { shards?: readonly number[]; consistent?: boolean } = {},
): AsyncGenerator<SignOn> {
  const { shards = allShards, consistent = true } = options;
  for (const shard of shards) {
    let after: Key | undefined;
    do {
      const page = await readShard(store, { slug, shard, consistent, ...(after && { after }) });
      yield* page.items;
      after = page.next;
    } while (after);
  }
}
