import { describe, expect, test } from '@jest/globals';
import type { SendQuota } from '../../shared/aws/mailer.ts';
import { newQuotaReader } from '../../shared/mail/quota-reader.ts';
import { newQuotaReserve } from '../../shared/mail/quota-reserve.ts';

const quota = (sentLastDay: number, perDay = 200): SendQuota => ({ perSecond: 14, perDay, sentLastDay });
const isLeft = (given: SendQuota | undefined) => newQuotaReserve(() => Promise.resolve(given))();

test('confirmations stop before the last fifth of the day’s quota, which is for all other emails', async () => {
  expect(await isLeft(quota(159))).toBe(true);
  expect(await isLeft(quota(160))).toBe(false);
});

test('organizers’ messages stop at half of it', async () => {
  const isLeftForMessages = (sent: number) =>
    newQuotaReserve(() => Promise.resolve(quota(sent)), 'message')();
  expect(await isLeftForMessages(99)).toBe(true);
  expect(await isLeftForMessages(100)).toBe(false);
});

test('an account without a daily quota has no reserve, and one that may not send learns it from SES', async () => {
  expect(await isLeft(quota(9_000_000, -1))).toBe(true);
  expect(await isLeft(quota(0, 0))).toBe(true);
  expect(await isLeft(undefined)).toBe(true);
});

describe('SES’s quota', () => {
  let now = 0;
  let requests = 0;
  const readerOf = (read: () => Promise<SendQuota>) =>
    newQuotaReader(
      () => {
        requests++;
        return read();
      },
      () => new Date(now),
    );
  const start = () => {
    now = 0;
    requests = 0;
  };

  test('is asked once for a whole batch, and again after a minute', async () => {
    start();
    const read = readerOf(() => Promise.resolve(quota(requests)));
    const batch = () => Promise.all(Array.from({ length: 10 }, read));
    expect(await batch()).toEqual(Array.from({ length: 10 }, () => quota(1)));
    now += 60_000;
    await batch();
    expect(requests).toBe(1);
    now += 1;
    expect((await batch()).at(-1)).toEqual(quota(2));
    expect(requests).toBe(2);
  });

  test('stops nothing while SES does not say it, and is asked again after half a minute', async () => {
    start();
    const read = readerOf(() =>
      requests < 2 ? Promise.reject(new Error('Throttling')) : Promise.resolve(quota(7)),
    );
    expect(await Promise.all([read(), read()])).toEqual([undefined, undefined]);
    now += 30_000;
    expect(await read()).toBeUndefined();
    expect(requests).toBe(1);
    now += 1;
    expect(await read()).toEqual(quota(7));
  });
});
