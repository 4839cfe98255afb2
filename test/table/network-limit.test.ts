import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { networkHash } from '../../shared/sign-on/ids.ts';
import { networkKey } from '../../shared/table/keys.ts';
import {
  type Admission,
  type NetworkLimits,
  newNetworkLimiter,
  takeTokens,
} from '../../shared/table/network-limit.ts';
import { tokensLeft } from '../../shared/table/token-bucket.ts';
import { newMemoryStore } from '../support/memory-store/memory-store.ts';
import { testAddressKey } from '../support/records.ts';
import { freshStore, type TestStore } from '../support/store.ts';

let database: TestStore;
beforeAll(async () => {
  database = await freshStore();
});

/** In a century, so that the emulator, which does delete what has expired, takes nothing away meanwhile. */
const testNow = new Date('2126-11-02T12:00:00.000Z');
const at = (seconds: number): Date => new Date(testNow.getTime() + seconds * 1000);
let networks = 0;
const aNetwork = (): string => `2001:db8:0:${(++networks).toString(16)}::/64`;

/** One instance of the function; all of them share the table. */
function anInstance(limits: NetworkLimits, clock: { now: Date }) {
  const asked: number[] = [];
  const admit = newNetworkLimiter(limits, {
    take: (network, tokens, now) => {
      asked.push(tokens);
      return takeTokens(database.store, testAddressKey, { network, tokens, limits, now });
    },
    now: () => clock.now,
  });
  return { admit, asked };
}

const admitted = (admissions: Admission[]): number => admissions.filter(({ ok }) => ok).length;

describe('the bucket of a network', () => {
  const limits = { free: 0, burst: 10, perHour: 3600 };
  const take = (network: string, tokens: number, seconds = 0): Promise<boolean> =>
    takeTokens(database.store, testAddressKey, { network, tokens, limits, now: at(seconds) });

  test('gives what it has, and no more until some has come back', async () => {
    const network = aNetwork();
    expect(await take(network, 7)).toBe(true);
    expect(await take(network, 4)).toBe(false);
    expect(await take(network, 3)).toBe(true);
    expect(await take(network, 1)).toBe(false);
    expect(await take(network, 1, 1)).toBe(true);
    expect(await take(network, 1, 1)).toBe(false);
  });

  test('has no more than its maximum after a long time', async () => {
    const network = aNetwork();
    expect(await take(network, 1)).toBe(true);
    expect(await take(network, 11, 3600)).toBe(false);
    expect(await take(network, 10, 3600)).toBe(true);
    expect(await take(network, 1, 3600)).toBe(false);
  });

  test('gives fifty at the same time exactly what it has, new or used before', async () => {
    const [fresh, used] = [aNetwork(), aNetwork()];
    await take(used, 3);
    for (const [network, left] of [
      [fresh, 10],
      [used, 7],
    ] as const) {
      const taken = await Promise.all(Array.from({ length: 50 }, () => take(network, 1)));
      expect(taken.filter(Boolean)).toHaveLength(left);
    }
  });

  test.each(['seven', null, [], { until: 7 }])('is full if it was damaged: %j', async (takenUntil) => {
    const network = aNetwork();
    const key = networkKey(networkHash(testAddressKey, network));
    await database.put({ ...key, takenUntil });
    expect(await tokensLeft(database.store, key, { limits, now: testNow })).toBe(10);
    expect([await take(network, 10), await take(network, 1)]).toEqual([true, false]);
  });

  test('is stored under a keyed hash, for a day, with nothing else', async () => {
    const own = newMemoryStore();
    const network = '203.0.113.7';
    await takeTokens(own, testAddressKey, { network, tokens: 1, limits, now: testNow });
    const [item] = own.items();
    expect(item).toEqual({
      PK: expect.stringMatching(/^NETWORK#[0-9a-f]{32}$/),
      SK: 'NETWORK',
      takenUntil: testNow.getTime() + 1000,
      expiresAt: testNow.getTime() / 1000 + 24 * 60 * 60,
    });
    expect(JSON.stringify(item)).not.toContain('203');
  });

  test('never gives more than it had and got back, in any order', async () => {
    const steps = fc.array(fc.record({ wait: fc.nat(5), tokens: fc.integer({ min: 1, max: 6 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const network = aNetwork();
        let [seconds, given, level] = [0, 0, limits.burst];
        for (const { wait, tokens } of taken) {
          seconds += wait;
          level = Math.min(limits.burst, level + wait);
          const isGiven = await take(network, tokens, seconds);
          expect(isGiven).toBe(tokens <= level);
          if (isGiven) {
            level -= tokens;
            given += tokens;
          }
        }
        expect(given).toBeLessThanOrEqual(limits.burst + seconds);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the limit of a network', () => {
  test('accepts the first few of each network without asking the table', async () => {
    const instance = anInstance({ free: 5, burst: 100, perHour: 60 }, { now: testNow });
    const [one, other] = [aNetwork(), aNetwork()];
    for (let count = 0; count < 5; count++) for (const network of [one, other]) await instance.admit(network);
    expect(instance.asked).toEqual([]);
    await instance.admit(one);
    expect(instance.asked).toEqual([10]);
  });

  test('asks less often the more forms come, and counts them all', async () => {
    const instance = anInstance({ free: 5, burst: 2500, perHour: 500 }, { now: testNow });
    const network = aNetwork();
    const admissions: Admission[] = [];
    for (let count = 0; count < 170; count++) admissions.push(await instance.admit(network));
    expect(admitted(admissions)).toBe(170);
    expect(instance.asked).toEqual([10, 20, 40, 80, 80]);
  });

  test('lets a full hall sign in an hour, and stops a flood, with the default limits', async () => {
    const limits = { free: 5, burst: 2500, perHour: 500 };
    const clock = { now: testNow };
    const instances = Array.from({ length: 4 }, () => anInstance(limits, clock));
    const [hall, flood] = [aNetwork(), aNetwork()];
    const all = async (network: string, count: number): Promise<Admission[]> =>
      Promise.all(
        Array.from(
          { length: count },
          (_, index) => instances[index % 4]?.admit(network) ?? { ok: false as const, retryAfterSeconds: 0 },
        ),
      );
    for (let minute = 0; minute < 60; minute++) {
      clock.now = at(minute * 60);
      expect(admitted(await all(hall, 15))).toBe(15);
    }
    const flooded = await all(flood, 5000);
    expect(admitted(flooded)).toBe(2500 + 4 * 5);
    expect(flooded.at(-1)).toEqual({ ok: false, retryAfterSeconds: 72 });
    expect(admitted(await all(aNetwork(), 20))).toBe(20);
  });

  test('gives fifty at its end no more than is left and what is free', async () => {
    const limits = { free: 2, burst: 30, perHour: 60 };
    for (const used of [0, 17, 29, 30]) {
      const network = aNetwork();
      if (used > 0)
        await takeTokens(database.store, testAddressKey, { network, tokens: used, limits, now: testNow });
      const instances = Array.from({ length: 5 }, () => anInstance(limits, { now: testNow }));
      const admissions = await Promise.all(
        Array.from({ length: 50 }, (_, index) => instances[index % 5]?.admit(network)),
      );
      const passed = admissions.filter((admission) => admission?.ok).length;
      expect(passed).toBeLessThanOrEqual(30 - used + 5 * 2);
      // An instance may hold up to two that nobody came for any more.
      expect(passed).toBeGreaterThanOrEqual(30 - used);
    }
  });

  test('does not ask the table again before something can have come back', async () => {
    const clock = { now: testNow };
    const instance = anInstance({ free: 0, burst: 1, perHour: 60 }, clock);
    const network = aNetwork();
    const next = async (): Promise<boolean> => (await instance.admit(network)).ok;
    expect([await next(), await next(), await next(), await next()]).toEqual([true, false, false, false]);
    expect(instance.asked).toEqual([1, 1]);
    clock.now = at(60);
    expect([await next(), await next()]).toEqual([true, false]);
  });

  test('gives the free ones again after ten minutes, and forgets a network after a long time', async () => {
    const clock = { now: testNow };
    const { admit, asked } = anInstance({ free: 1, burst: 100, perHour: 60 }, clock);
    const network = aNetwork();
    await admit(network);
    clock.now = at(601);
    await admit(network);
    expect(asked).toEqual([]);
    for (let index = 0; index < 10_000; index++) await admit(`somebody ${index}`);
    await admit(network);
    expect(asked).toEqual([]);
  });

  test('accepts nobody if the table cannot be asked, and reports an error', async () => {
    const admit = newNetworkLimiter(
      { free: 0, burst: 10, perHour: 60 },
      {
        take: () => Promise.reject(new Error('throttled')),
        now: () => testNow,
      },
    );
    const both = await Promise.allSettled([admit('one'), admit('one')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

test('A network whose time is renewed while the table is asked goes on', async () => {
  const clock = { now: at(0) };
  const answers: (() => void)[] = [];
  const admit = newNetworkLimiter(
    { free: 1, burst: 1000, perHour: 3600 },
    {
      take: () => new Promise((resolve) => answers.push(() => resolve(true))),
      now: () => clock.now,
    },
  );
  await admit('a network');
  const early = admit('a network');
  clock.now = at(10 * 60);
  expect(await admit('a network')).toEqual({ ok: true, isFree: true });
  answers.shift()?.();
  expect(await early).toEqual({ ok: true, isFree: false });
  // Those tokens are of the network as it is now, and when they are used, the table is asked again.
  for (let left = 9; left > 0; left--) expect(await admit('a network')).toEqual({ ok: true, isFree: false });
  const late = admit('a network');
  answers.shift()?.();
  expect(await late).toEqual({ ok: true, isFree: false });
});
