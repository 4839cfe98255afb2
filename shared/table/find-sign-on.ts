import { type SignOn, signOnSchema } from '../sign-on/sign-on.ts';
import { hasExpired } from './expiry.ts';
import { signOnKey } from './keys.ts';
import type { Store } from './table.ts';

export type FoundSignOn = { signOn: SignOn } | 'none' | 'several';

/** Finds a sign-on by its id, or by as many first digits of it as no other one begins with. */
export async function findSignOn(
  store: Store,
  { slug, idPrefix, now }: { slug: string; idPrefix: string; now: Date },
): Promise<FoundSignOn> {
  // The shard is the first digit, so all that begin alike are in one.
  const { PK, SK: prefix } = signOnKey(slug, idPrefix);
  const { items } = await store.query(signOnSchema, { PK, prefix, limit: 10 });
  const [signOn, another] = items.filter(({ expiresAt }) => !hasExpired(expiresAt, now));
  if (!signOn) return 'none';
  return another ? 'several' : { signOn };
}
