import * as z from 'zod';
import { expiryAfterDays } from './expiry.ts';
import type { Key } from './keys.ts';
import type { Store } from './table.ts';

/**
 * A bucket of tokens stores one instant, `takenUntil`. How far that is in the future says how many tokens are taken
 * (the generic cell rate algorithm, ITU-T I.371). So there is no read, and no job that refills.
 */
export interface BucketLimits {
  /** How many tokens a full bucket has. */
  burst: number;
  /** How many come back in an hour. */
  perHour: number;
}

interface BucketAt {
  limits: BucketLimits;
  now: Date;
}

export const millisecondsPerToken = ({ perHour }: BucketLimits): number => 3_600_000 / perHour;

/** A bucket that cannot be read is full. */
const bucketSchema = z.object({ takenUntil: z.number().catch(0) });

/** Takes tokens; false if there are too few. One conditional write counts from now, or from the stored instant. */
export async function takeFromBucket(
  store: Store,
  key: Key,
  { tokens, limits, now }: BucketAt & { tokens: number },
): Promise<boolean> {
  const cost = Math.ceil(tokens * millisecondsPerToken(limits));
  const full = Math.ceil(limits.burst * millisecondsPerToken(limits));
  if (cost > full) return false;
  const expiry = { ':expiry': expiryAfterDays(now, 1) };
  const moveOn = () =>
    store.update({
      key,
      update: 'SET takenUntil = takenUntil + :cost, expiresAt = :expiry',
      condition: 'takenUntil BETWEEN :now AND :latest',
      values: { ...expiry, ':cost': cost, ':now': now.getTime(), ':latest': now.getTime() + full - cost },
    });
  const begin = () =>
    store.update({
      key,
      update: 'SET takenUntil = :until, expiresAt = :expiry',
      // Also where there is no instant, or something that is none.
      condition: 'NOT takenUntil >= :now',
      values: { ...expiry, ':until': now.getTime() + cost, ':now': now.getTime() },
    });
  // If the second write fails after the first, another began between them: try once more.
  return (await moveOn()) || (await begin()) || (await moveOn());
}

/** How many tokens a bucket has. */
export async function tokensLeft(store: Store, key: Key, { limits, now }: BucketAt): Promise<number> {
  const bucket = await store.get(bucketSchema, key);
  const taken = Math.max(0, (bucket?.takenUntil ?? 0) - now.getTime());
  return Math.max(0, Math.floor(limits.burst - taken / millisecondsPerToken(limits)));
}

/** Puts a token back, unless the bucket is full. */
export async function returnToken(store: Store, key: Key, { limits, now }: BucketAt): Promise<void> {
  const cost = Math.ceil(millisecondsPerToken(limits));
  await store.update({
    key,
    update: 'SET takenUntil = takenUntil - :cost',
    condition: 'takenUntil >= :full',
    values: { ':cost': cost, ':full': now.getTime() + cost },
  });
}

/**
 * Takes a token even if none is left: the next that comes back pays for it. A full bucket is not charged: its instant
 * is missing or past, so there is nothing to add to, and a network that has asked for nothing lately needs no limit.
 */
export async function chargeToken(store: Store, key: Key, { limits, now }: BucketAt): Promise<void> {
  await store.update({
    key,
    update: 'SET takenUntil = takenUntil + :cost',
    condition: 'takenUntil > :now',
    values: { ':cost': Math.ceil(millisecondsPerToken(limits)), ':now': now.getTime() },
  });
}
