import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { removeSubmission } from '../../../shared/operations/signing/remove-submission.ts';
import { detailsHash } from '../../../shared/sign-on/ids.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { aConfirmedSignOn, aSignOn, someDetails } from '../../support/records.ts';
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
  expect(await removeSubmission(table.store, asRead)).toBe(false);
  expect((await signing.read(id)).submission).toMatchObject({ name: 'Somebody Else' });
});

test('the mark of a network goes with the mail that is due, however a sign-on ends', async () => {
  const marks = { mailNetwork: 'a-network', mailCharged: 'yes', mailSlowed: { at: asked } } as const;
  const due = { pendingMail: 'a mail', mailHeldUntil: asked, network: 'a-network', ...marks };
  const withdrawn = { status: 'withdrawn', eligible: 'no', counted: 'no' } as const;
  const emails = ['pending', 'confirmed', 'rejected', 'again'].map((name) => `${name}@example.org`);
  const [pending = '', confirmed = '', rejected = '', again = ''] = emails;
  const rows = [
    aSignOn({ email: pending, ...due }),
    aConfirmedSignOn({ email: confirmed, ...due }),
    aConfirmedSignOn({ email: rejected, ...due }),
    withChange(again, { ...withdrawn, ...due }),
  ];
  await seed(table, { gate: { individuals: 2 }, signOns: rows });
  const signing = newSigning(table);
  for (const row of rows) await (row.email === rejected ? signing.reject(row.id) : signing.withdraw(row.id));
  expect(JSON.stringify(await signOnsOf(table))).not.toMatch(
    /a-network|mailSlowed|mailCharged|mailHeldUntil/,
  );
});
