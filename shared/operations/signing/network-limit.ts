import { networkHash } from '../../sign-on/ids.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { networkKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** How many submissions one network may make (docs/decisions/0011-limits-by-network.md). */
export interface NetworkLimits {
  /** What each instance of the function lets pass in ten minutes without reading the table. */
  free: number;
  /** What all instances together let pass at once, beyond the free ones. */
  burst: number;
  /** How many come back in an hour. */
  perHour: number;
}

export interface NetworkLimitDependencies {
  /** Takes this many tokens of a network; false if there are not enough. */
  take: (network: string, tokens: number, now: Date) => Promise<boolean>;
  now: () => Date;
}

/** Whether a submission may be made; if not, after how many seconds it may be tried again. */
export type Admission = { ok: true } | { ok: false; retryAfterSeconds: number };

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

const millisecondsPerToken = ({ perHour }: NetworkLimits): number => 3_600_000 / perHour;

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
  const greatest = Math.max(1, Math.min(maxBatch, Math.floor(limits.burst / 10)));
  const refused: Admission = {
    ok: false,
    retryAfterSeconds: Math.max(minRetryAfterSeconds, Math.ceil((10 * refill) / 1000)),
  };

  function knownOf(network: string, now: number): NetworkState {
    const known = networks.get(network);
    if (known && now - known.since < freeMilliseconds) return known;
    const { tokens = 0, emptyUntil = 0 } = known ?? {};
    const renewed: NetworkState = {
      since: now,
      free: limits.free,
      tokens,
      nextBatch: Math.min(firstBatch, greatest),
      emptyUntil,
      ...(known?.asking && { asking: known.asking }),
    };
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
      return { ok: true };
    }
    while (known.tokens === 0) {
      if (now < known.emptyUntil) return refused;
      known.asking ??= ask(network, known).finally(() => delete known.asking);
      await known.asking;
    }
    known.tokens--;
    return { ok: true };
  };
}

/**
 * Takes tokens of a network in the table. It stores one instant, `takenUntil`. How far that is in the future says how
 * many tokens are taken (the generic cell rate algorithm, ITU-T I.371). So there is no read, and no job that refills:
 * one conditional write counts from now, or from the stored instant.
 */
export async function takeTokens(
  store: Store,
  addressKey: string,
  { network, tokens, limits, now }: { network: string; tokens: number; limits: NetworkLimits; now: Date },
): Promise<boolean> {
  const key = networkKey(networkHash(addressKey, network));
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
      condition: 'attribute_not_exists(takenUntil) OR takenUntil < :now',
      values: { ...expiry, ':until': now.getTime() + cost, ':now': now.getTime() },
    });
  // `takenUntil` only grows. If the second write fails after the first, another began between them: try once more.
  return (await moveOn()) || (await begin()) || (await moveOn());
}
