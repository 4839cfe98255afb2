import { expect, test } from '@jest/globals';
import { newQuotaReserve } from '../../shared/mail/quota-reserve.ts';

let now = new Date('2026-11-24T12:00:00.000Z');
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const quota = { perSecond: 14, perDay: 200, sentLastDay: 0 };

test('confirmations stop before the last fifth of the day’s quota, which is for all other emails', async () => {
  const isLeft = newQuotaReserve(
    async () => quota,
    () => now,
  );
  quota.sentLastDay = 159;
  expect(await isLeft()).toBe(true);
  quota.sentLastDay = 160;
  expect(await isLeft()).toBe(true);
  later(61);
  expect(await isLeft()).toBe(false);
  quota.sentLastDay = 120;
  later(61);
  expect(await isLeft()).toBe(true);
});

test('an account without a daily quota has no reserve, and a quota that cannot be read stops nothing', async () => {
  const unlimited = { perSecond: 14, perDay: -1, sentLastDay: 9_000_000 };
  expect(
    await newQuotaReserve(
      async () => unlimited,
      () => now,
    )(),
  ).toBe(true);
  expect(
    await newQuotaReserve(
      () => Promise.reject(new Error('throttled')),
      () => now,
    )(),
  ).toBe(true);
});
