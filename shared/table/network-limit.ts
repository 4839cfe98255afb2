import { networkHash } from '../sign-on/ids.ts';
import { networkKey } from './keys.ts';
import type { Store } from './table.ts';
import { type BucketLimits, millisecondsPerToken, takeFromBucket } from './token-bucket.ts';

/** How many submissions one network may make (docs/decisions/0011-limits-by-network.md). */
export interface NetworkLimits extends BucketLimits {
  /** What each instance of the function lets pass in ten minutes without reading the table. */
  free: number;
  /** The most that an instance takes from the table at once; 80 by default. */
  maxBatch?: number;
}

export interface NetworkLimitDependencies {
  /** Takes this many tokens of a network; false if there are not enough. */
  take: (network: string, tokens: number, now: Date) => Promise<boolean>;
  now: () => Date;
}

/**
 * Whether a submission may be made, and whether it was a free one; if not, after how many seconds it may be tried
 * again.
 */
export type Admission = { ok: true; isFree?: boolean } | { ok: false; retryAfterSeconds: number };

const freeMilliseconds = 10 * 60 * 1000;
const firstBatch = 10;
const maxBatch = 80;
const minRetryAfterSeconds = 60;

/** Networks that an instance remembers. A forgotten one has its free tokens again. */
const maxNetworks = 10_000;

interface NetworkState {
  since: number;
  /** Free tokens that are left. */
  free: number;
  /** Tokens taken from the table and not used yet. */
  tokens: number;
  nextBatch: number;
  /** No token is available before then (epoch milliseconds), so the table is not asked. */
  emptyUntil: number;
  asking?: Promise<void>;
}

/**
 * Counts submissions by network. The first few of a network pass without a write, so a signer at home costs no more
 * than before. After those, each instance takes tokens from the table in growing batches, so that a full room costs
 * little more. Tokens that an instance has taken and not used are lost when it ends. The limit is never exceeded by
 * more than the free tokens.
 */
export function newNetworkLimiter(limits: NetworkLimits, dependencies: NetworkLimitDependencies) {
  const networks = new Map<string, NetworkState>();
  const refill = millisecondsPerToken(limits);
  // If few tokens are left, they are taken one at a time.
  const greatest = Math.max(1, Math.min(limits.maxBatch ?? maxBatch, Math.floor(limits.burst / 10)));
  const refused: Admission = {
    ok: false,
    retryAfterSeconds: Math.max(minRetryAfterSeconds, Math.ceil((10 * refill) / 1000)),
  };

  function knownOf(network: string, now: number): NetworkState {
    const known = networks.get(network);
    if (known && now - known.since < freeMilliseconds) return known;
    // Renewed in place: who waits for the table's answer has this object.
    const renewed: NetworkState = Object.assign(known ?? { tokens: 0, emptyUntil: 0 }, {
      since: now,
      free: limits.free,
      nextBatch: Math.min(firstBatch, greatest),
    });
    networks.delete(network);
    networks.set(network, renewed);
    const [oldest] = networks.keys();
    if (networks.size > maxNetworks && oldest !== undefined) networks.delete(oldest);
    return renewed;
  }

  async function ask(network: string, known: NetworkState): Promise<void> {
    const now = dependencies.now();
    for (const batch of known.nextBatch > 1 ? [known.nextBatch, 1] : [1]) {
      if (!(await dependencies.take(network, batch, now))) continue;
      known.tokens += batch;
      known.nextBatch = batch === 1 ? 1 : Math.min(2 * batch, greatest);
      return;
    }
    known.nextBatch = 1;
    known.emptyUntil = now.getTime() + refill;
  }

  return async (network: string): Promise<Admission> => {
    const now = dependencies.now().getTime();
    const known = knownOf(network, now);
    if (known.free > 0) {
      known.free--;
      return { ok: true, isFree: true };
    }
    while (known.tokens === 0) {
      if (now < known.emptyUntil) return refused;
      known.asking ??= ask(network, known).finally(() => delete known.asking);
      await known.asking;
    }
    known.tokens--;
    return { ok: true, isFree: false };
  };
}

/** Takes tokens of a network in the table, under a keyed hash of the network. */
export const takeTokens = (
  store: Store,
  addressKey: string,
  { network, ...taken }: { network: string; tokens: number; limits: BucketLimits; now: Date },
): Promise<boolean> => takeFromBucket(store, networkKey(networkHash(addressKey, network)), taken);
