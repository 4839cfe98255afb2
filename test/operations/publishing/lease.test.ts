import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Lease } from '../../../shared/operations/publishing/lease.ts';
import { acquireLease, leaseSeconds } from '../../../shared/operations/publishing/lease.ts';
import {
  claimSnapshot,
  markPublished,
  returnToCollecting,
} from '../../../shared/operations/publishing/publication-transitions.ts';
import { takeDown } from '../../../shared/operations/publishing/take-down.ts';
import { gateKey } from '../../../shared/table/keys.ts';
import { newIds } from '../../support/ids.ts';
import { type aGate, slug } from '../../support/records.ts';
import type { TestStore } from '../../support/store.ts';
import { freshStore, gateOf, seed } from '../../support/store.ts';

const start = new Date('2026-11-24T12:00:00.000Z');
const { newUlid } = newIds();
let database: TestStore;
let now: Date;
beforeEach(async () => {
  database = await freshStore();
  now = start;
  await seed(database, { gate: { status: 'publishing', openedAt: start.toISOString() } });
});

const plus = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);
async function take(mark: string): Promise<Lease> {
  const lease = await acquireLease(database.store, slug, () => now, mark);
  if (!lease) throw new Error('no lease');
  return lease;
}
const gateIs = async (changed: Parameters<typeof aGate>[0]): Promise<void> =>
  database.put({ ...gateKey(slug), ...(await gateOf(database)), ...changed });
const numbers = { organizations: 3, individuals: 0 };
const snapshot = { key: 'snapshots/one.json', publishedAt: start.toISOString(), ...numbers };

describe('a lease', () => {
  test('keeps others out until its end, including its last instant', async () => {
    await take('first');
    now = plus(leaseSeconds * 1000);
    expect(await acquireLease(database.store, slug, () => now, 'second')).toBeUndefined();
    now = plus(leaseSeconds * 1000 + 1);
    expect((await take('second')).leaseId).toBe('second');
  });

  test('can be taken again by its own holder, and not by anyone for a deleted campaign', async () => {
    await take('first');
    expect((await take('first')).leaseId).toBe('first');
    expect(await acquireLease(database.store, 'no-such-campaign', () => now, 'mark')).toBeUndefined();
  });

  test('that was lost to another holder cannot be renewed', async () => {
    const lease = await take('first');
    now = plus(20_000);
    await gateIs({ lease: 'second' });
    await expect(lease.renewIfDue()).rejects.toMatchObject({ code: 'LeaseRanOut' });
    expect((await gateOf(database)).lease).toBe('second');
  });

  test('from before the campaign was taken down cannot be renewed, but a later one can', async () => {
    await gateIs({ status: 'published' });
    const lease = await take('at-work');
    now = plus(20_000);
    expect(await takeDown(database.store, { slug, now, newUlid })).toEqual({ outcome: 'taken-down' });
    await expect(lease.renewIfDue()).rejects.toMatchObject({ code: 'LeaseRanOut' });

    now = plus(60_000);
    const next = await take('cleans-up');
    now = plus(80_000);
    await next.renewIfDue();
    expect((await gateOf(database)).leaseExpiresAt).toBe(plus(80_000 + leaseSeconds * 1000).toISOString());
  });
});

describe('only the holder of the lease', () => {
  test('can claim a snapshot, once, and only while the letter is being published', async () => {
    const lost = await take('lost');
    await gateIs({ lease: 'held' });
    const held = { ...lost, leaseId: 'held' };
    expect(await claimSnapshot(database.store, lost, snapshot)).toBe(false);
    expect((await gateOf(database)).snapshot).toBeUndefined();
    await gateIs({ status: 'collecting' });
    expect(await claimSnapshot(database.store, held, snapshot)).toBe(false);
    await gateIs({ status: 'publishing' });
    expect(await claimSnapshot(database.store, held, snapshot)).toBe(true);
    expect(await claimSnapshot(database.store, held, { ...snapshot, key: 'another' })).toBe(false);
    expect((await gateOf(database)).snapshot).toBe(snapshot.key);
  });

  test('can go back to collecting, but not if there is a snapshot', async () => {
    const lost = await take('lost');
    await gateIs({ lease: 'held' });
    const held = { ...lost, leaseId: 'held' };
    const goBack = async (lease: Lease): Promise<string> => {
      await returnToCollecting(database.store, lease, {
        gate: await gateOf(database),
        found: numbers,
        now,
        newUlid,
      });
      return (await gateOf(database)).status;
    };
    expect(await goBack(lost)).toBe('publishing');
    await gateIs({ snapshot: 'one' });
    expect(await goBack(held)).toBe('publishing');
    await gateIs({ snapshot: undefined });
    expect(await goBack(held)).toBe('collecting');
    await gateIs({ status: 'published' });
    expect(await goBack(held)).toBe('published');
  });

  test('can mark the letter as published, but not without a snapshot', async () => {
    const lost = await take('lost');
    await gateIs({ lease: 'held' });
    const held = { ...lost, leaseId: 'held' };
    const publish = (lease: Lease): Promise<boolean> =>
      markPublished(database.store, lease, { ...numbers, isLetterMailed: false, now, newUlid });
    expect(await publish(held)).toBe(false);
    await gateIs({ snapshot: 'one' });
    expect(await publish(lost)).toBe(false);
    expect(await publish(held)).toBe(true);
    expect(await publish(held)).toBe(false);
  });
});
