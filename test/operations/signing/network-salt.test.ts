import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { Failure } from '../../../shared/failure.ts';
import { dailySalt } from '../../../shared/operations/signing/network-salt.ts';
import { networkSaltKey } from '../../../shared/table/keys.ts';
import { freshStore } from '../../support/store.ts';

/** In a century, so that the emulator, which does delete what has expired, takes nothing away meanwhile. */
const noon = new Date('2126-11-24T12:00:00.000Z');

describe('the salt of a day', () => {
  test('is the same for fifty functions that ask at the same time, and different the next day', async () => {
    const { store } = await freshStore();
    const clock = { now: noon };
    const instances = Array.from({ length: 50 }, () => dailySalt(store, () => clock.now));
    const salts = async () => new Set(await Promise.all(instances.map((ask) => ask())));
    const [today] = [...(await salts())];
    expect(await salts()).toEqual(new Set([today]));
    clock.now = new Date('2126-11-25T00:00:00.000Z');
    const tomorrow = await salts();
    expect(tomorrow.size).toBe(1);
    expect(tomorrow).not.toContain(today);
    expect(today).toMatch(/^[\w-]{43}$/);
  });

  test('is not made anew by a function that is slower than another', async () => {
    const { store } = await freshStore();
    let faster: string | undefined;
    const update: typeof store.update = async (write) => {
      faster ??= await dailySalt(store, () => noon)();
      return await store.update(write);
    };
    expect(await dailySalt({ ...store, update }, () => noon)()).toBe(faster);
  });

  test('expires at the end of its day, and is requested once: read, made, read', async () => {
    const { store } = await freshStore();
    let asked = 0;
    const get: typeof store.get = async (schema, key) => {
      asked++;
      return await store.get(schema, key);
    };
    const counting = {
      ...store,
      get,
      update: async (...call: Parameters<typeof store.update>) => {
        asked++;
        return await store.update(...call);
      },
    };
    const ask = dailySalt(counting, () => noon);
    const salts = [await ask(), await ask(), ...(await Promise.all([ask(), ask()]))];
    expect([new Set(salts).size, asked]).toEqual([1, 3]);
    const itemSchema = z.object({ salt: z.string(), expiresAt: z.number() });
    expect(await store.get(itemSchema, networkSaltKey('2126-11-24'))).toEqual({
      salt: salts[0],
      expiresAt: Date.parse('2126-11-25T00:00:00.000Z') / 1000,
    });
  });

  test('is requested again if it could not be read', async () => {
    const { store } = await freshStore();
    let isDown = true;
    const failing = {
      ...store,
      update: async (...call: Parameters<typeof store.update>) => {
        if (isDown) throw new Failure('throttled', 'UpdateItem', 'ThrottlingException');
        return await store.update(...call);
      },
    };
    const ask = dailySalt(failing, () => noon);
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    expect(await ask()).toMatch(/^[\w-]{43}$/);
  });
});
