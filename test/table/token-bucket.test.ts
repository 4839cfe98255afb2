import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Key } from '../../shared/table/keys.ts';
import { chargeToken, returnToken, takeFromBucket, tokensLeft } from '../../shared/table/token-bucket.ts';
import { freshStore, type KeyedTestStore } from '../support/store.ts';

const key: Key = { PK: 'NETWORK#test', SK: 'NETWORK' };
const now = new Date('2126-11-02T12:00:00.000Z');
/** A token comes back in a second. */
const bucket = { limits: { burst: 10, perHour: 3600 }, now };

let table: KeyedTestStore;
beforeEach(async () => {
  table = await freshStore();
});

/** A bucket that is full again so many milliseconds from now. */
const fullIn = (milliseconds: number) => table.put({ ...key, takenUntil: now.getTime() + milliseconds });
const left = () => tokensLeft(table.store, key, bucket);

describe('A token', () => {
  test.each([
    ['one was taken just now', 1000, 10],
    ['less than one is missing', 999, 9],
    ['three are missing', 3000, 8],
  ])('is put back where %s, and never makes a bucket more than full', async (_, milliseconds, expected) => {
    await fullIn(milliseconds);
    await returnToken(table.store, key, bucket);
    expect(await left()).toBe(expected);
  });

  test.each([
    ['is full', 0, 10],
    ['was full before', -5000, 10],
    ['is nearly full', 1, 8],
    ['has nothing left', 10_000, 0],
  ])('is charged to a bucket that %s', async (_, milliseconds, expected) => {
    await fullIn(milliseconds);
    await chargeToken(table.store, key, bucket);
    expect(await left()).toBe(expected);
  });

  test('that nobody took makes no bucket', async () => {
    await returnToken(table.store, key, bucket);
    await chargeToken(table.store, key, bucket);
    expect(await table.tableKeys()).toEqual([]);
  });

  test.each([
    ['is full at this instant', 0, 10, true],
    ['has exactly as many', 4000, 6, true],
    ['has one millisecond too little', 4001, 6, false],
  ])('and others are taken from a bucket that %s', async (_, milliseconds, tokens, taken) => {
    await fullIn(milliseconds);
    expect(await takeFromBucket(table.store, key, { ...bucket, tokens })).toBe(taken);
  });
});
