import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { once } from '../../aws/secrets.ts';
import { Failure } from '../../failure.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { networkSaltKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

const saltSchema = z.object({ salt: z.string() });

/**
 * The salt of today (UTC) for marks of networks. The first call of a day creates it, and it expires with the day. Once
 * it is deleted, nothing leads from a mark to its network. An instance reads the table once a day.
 */
export function dailySalt(store: Store, now: () => Date): () => Promise<string> {
  let kept: { day: string; salt: () => Promise<string> } | undefined;
  return () => {
    const day = now().toISOString().slice(0, 10);
    if (kept?.day !== day) kept = { day, salt: once(() => saltOf(store, day)) };
    return kept.salt();
  };
}

async function saltOf(store: Store, day: string): Promise<string> {
  const key = networkSaltKey(day);
  const found = await store.get(saltSchema, key);
  if (found) return found.salt;
  await store.update({
    key,
    update: 'SET salt = :salt, expiresAt = :expiry',
    condition: 'attribute_not_exists(salt)',
    values: { ':salt': randomBytes(32).toString('base64url'), ':expiry': expiryAfterDays(new Date(day), 1) },
  });
  // Another instance has created it.
  const made = await store.get(saltSchema, key);
  if (!made) throw new Failure('refused', 'GetItem', 'NoSalt');
  return made.salt;
}
