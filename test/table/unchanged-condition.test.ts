import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { unchangedCondition } from '../../shared/table/unchanged-condition.ts';
import { aConfirmedSignOn } from '../support/records.ts';
import { freshStore, type TestStore } from '../support/store.ts';

let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
});

const bare = aConfirmedSignOn({ organizationKey: undefined, signedHash: undefined });
const full: SignOn = {
  ...bare,
  review: 'waiting',
  organizationKey: 'harbor families',
  signedHash: 'a hash',
  proposedHash: 'another hash',
  askedAgainAt: '2026-11-20T12:00:00.000Z',
};
const optional = ['review', 'organizationKey', 'signedHash', 'proposedHash', 'askedAgainAt'] as const;

/** Whether a write succeeds that was decided on what was read, and comes when something else is stored. */
async function isWritten(read: SignOn, stored: SignOn): Promise<boolean> {
  const key = signOnKey(read.slug, read.id);
  await table.put({ ...key, ...stored });
  const { condition, names, values } = unchangedCondition(read);
  return await table.store.update({
    key,
    update: 'SET pendingMail = :mail',
    condition,
    names,
    values: { ...values, ':mail': 'a mail' },
  });
}

describe('A write that was decided on a sign-on', () => {
  test.each([
    ['few', bare],
    ['all', full],
  ])('succeeds if %s of its attributes are there, and none has changed', async (_, signOn) => {
    expect(await isWritten(signOn, signOn)).toBe(true);
    expect(await isWritten(signOn, { ...signOn, counted: 'no', nonce: 'another' })).toBe(true);
  });

  test.each(optional)('fails if %s has come, gone or changed since', async (name) => {
    expect(await isWritten({ ...full, [name]: undefined }, full)).toBe(false);
    expect(await isWritten(full, { ...full, [name]: undefined })).toBe(false);
    expect(await isWritten(full, { ...full, [name]: name === 'review' ? 'approved' : 'changed' })).toBe(
      false,
    );
  });

  test('fails if the state has changed, or whether it counts', async () => {
    for (const signOn of [bare, full]) {
      expect(await isWritten(signOn, { ...signOn, status: 'withdrawn' })).toBe(false);
      expect(await isWritten(signOn, { ...signOn, eligible: 'no' })).toBe(false);
    }
  });
});
