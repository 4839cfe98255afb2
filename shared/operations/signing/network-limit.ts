import { networkHash } from '../../sign-on/ids.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { networkKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** How many submissions one network may make (docs/decisions/0011-limits-by-network.md). */
export interface NetworkLimits {
  /** What each instance of the function lets pass in ten minutes before it asks the table. */
  free: number;
  /** What all instances together let pass at once, beyond what is free. */
  burst: number;
  /** How much of that comes back in an hour. */
  perHour: number;
}

export interface NetworkLimitDependencies {
  /** Takes so many tokens from a network's bucket; false when there are not so many. */
  take: (network: string, tokens: number, now: Date) => Promise<boolean>;
  now: () => Date;
}

/** Whether a submission may be made; if not, after how many seconds there is a point in trying again. */
export type Admission = { ok: true } | { ok: false; retryAfterSeconds: number };

const freeMilliseconds = 10 * 60 * 1000;
const firstBatch = 10;
const maxBatch = 80;
const minRetryAfterSeconds = 60;

/** Networks that an instance remembers. Whoever is forgotten has their free ones again. */
const maxNetworks = 10_000;

interface NetworkState {
  since: number;
  /** Left of the free ones. */
  free: number;
  /** Taken from the bucket, and not used yet. */
  tokens: number;
  nextBatch: number;
  /** Nothing came back before then (epoch milliseconds), so nobody asks. */
  emptyUntil: number;
  asking?: Promise<void>;
}

const millisecondsPerToken = ({ perHour }: NetworkLimits): number => 3_600_000 / perHour;

/**
 * Counts submissions by network. The first few of a network pass without a write, so that a signer at home costs what they
 * always did; after those, each instance takes tokens from the network's bucket in batches that grow, so that a full room costs
 * little more. Tokens that an instance has taken and not used are lost with it: the limit is never exceeded by more than
 * what is free.
 */
export function newNetworkLimiter(limits: NetworkLimits, dependencies: NetworkLimitDependencies) {
  const networks = new Map<string, NetworkState>();
  const refill = millisecondsPerToken(limits);
  // A bucket that is nearly empty gives one at a time.
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
 * Takes tokens from a network's bucket in the table. The bucket is one instant, `takenUntil`: how far ahead of now it lies says
 * how much is taken, and it comes nearer by itself (the generic cell rate algorithm, ITU-T I.371). So neither a read nor a
 * clock that refills is needed: one conditional write either moves it on from now, or from where it stands.
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
  // `takenUntil` only ever grows. So when the second fails after the first, another began between them: once more.
  return (await moveOn()) || (await begin()) || (await moveOn());
}
