import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { removeExpiredSubmission } from '../../../shared/operations/signing/expired-submission.ts';
import { detailsHash } from '../../../shared/sign-on/ids.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { aConfirmedSignOn, someDetails } from '../../support/records.ts';
import { newSigning } from '../../support/signing.ts';
import { freshStore, seed, signOnsOf, type TestStore } from '../../support/store.ts';
import { sweepOnce } from '../../support/sweep.ts';

let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
});
afterEach(() => table.client.destroy());

const words = someDetails({ name: 'Somebody Else' });
const waiting = { submission: words, submissionHash: detailsHash(words) };
const asked = '2026-10-20T12:00:00.000Z';
const withChange = (email: string, changed: Partial<SignOn> = {}): SignOn => ({
  ...aConfirmedSignOn({ email, submission: words, signed: someDetails(), requestedAt: asked }),
  ...waiting,
  ...changed,
});

test('the sweep removes a change that nobody confirmed within thirty days, and what is signed stays', async () => {
  const withdrawn = { status: 'withdrawn', eligible: 'no', counted: 'no' } as const;
  const rows = [
    withChange('ana@example.org'),
    withChange('ben@example.org', withdrawn),
    withChange('kim@example.org', { requestedAt: '2026-10-26T12:00:00.000Z' }),
  ];
  await seed(table, { gate: { individuals: 2 }, signOns: rows });
  await sweepOnce(table, new Date('2026-11-24T12:00:00.000Z'));
  const after = Object.fromEntries((await signOnsOf(table)).map((row) => [row.email, row]));
  expect(after['ana@example.org']).toMatchObject({ status: 'confirmed', signed: { name: 'Ana Ruiz' } });
  expect(after['ana@example.org']?.submission).toBeUndefined();
  expect(after['ben@example.org']?.submission).toBeUndefined();
  expect(after['kim@example.org']?.submission).toEqual(words);
});

test('words that are sent again at that moment stay', async () => {
  await seed(table, { gate: { individuals: 1 } });
  const signing = newSigning(table);
  const id = await signing.submit('ana@example.org');
  await signing.confirm(id);
  await signing.submit('ana@example.org', undefined, words);
  const asRead = await signing.read(id);
  await signing.submit('ana@example.org', undefined, words);
  expect(await removeExpiredSubmission(table.store, asRead)).toBe(false);
  expect((await signing.read(id)).submission).toMatchObject({ name: 'Somebody Else' });
});
