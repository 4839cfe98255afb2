import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dropWaitingChange } from '../../../shared/operations/signing/drop-waiting-change.ts';
import { withdrawSignOn } from '../../../shared/operations/signing/withdraw.ts';
import { newIds } from '../../support/ids.ts';
import { someDetails } from '../../support/records.ts';
import { newSigning } from '../../support/signing.ts';
import { freshStore, seed, type TestStore } from '../../support/store.ts';

let table: TestStore;
beforeAll(async () => {
  table = await freshStore();
  await seed(table, { gate: {} });
});
afterAll(() => table.client.destroy());

const typed = someDetails({ name: 'Somebody Else', language: 'es' });

/** Signed by its owner; then somebody typed a change. */
async function withChange(email: string) {
  const signing = newSigning(table);
  const id = await signing.submit(email);
  await signing.confirm(id);
  const signed = await signing.read(id);
  await signing.submit(email, undefined, typed);
  return { signing, id, signed, changed: await signing.read(id) };
}

test('keeping it as signed drops the change and nothing else, however often', async () => {
  const { signing, id, signed, changed } = await withChange('ana@example.org');
  expect(changed.submission).toMatchObject({ name: 'Somebody Else' });
  await dropWaitingChange(table.store, changed);
  const kept = await signing.read(id);
  expect({ ...kept, pendingMail: '', requestedAt: '' }).toEqual({
    ...signed,
    pendingMail: '',
    requestedAt: '',
  });
  expect(kept.pendingMail).toBe(changed.pendingMail);
  await dropWaitingChange(table.store, changed);
  await dropWaitingChange(table.store, kept);
  expect(await signing.read(id)).toEqual(kept);
});

test('a change that nobody has read yet stays', async () => {
  const { signing, id, changed } = await withChange('ben@example.org');
  await signing.submit('ben@example.org', undefined, someDetails({ name: 'Benjamin' }));
  await dropWaitingChange(table.store, changed);
  expect((await signing.read(id)).submission?.name).toBe('Benjamin');
});

test('words to sign with again after a withdrawal are not a change, and stay', async () => {
  const { signing, id, changed } = await withChange('kim@example.org');
  await withdrawSignOn(table.store, { signOn: changed, now: new Date(), ...newIds() });
  await signing.submit('kim@example.org', undefined, typed);
  const again = await signing.read(id);
  await dropWaitingChange(table.store, changed);
  await dropWaitingChange(table.store, again);
  expect(await signing.read(id)).toEqual(again);
});
