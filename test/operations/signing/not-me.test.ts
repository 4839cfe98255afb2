import { beforeEach, describe, expect, test } from '@jest/globals';
import { exportSignOns } from '../../../shared/operations/searching/export.ts';
import { emptySignOn } from '../../../shared/operations/signing/withdraw.ts';
import { addressKey, slug } from '../../support/records.ts';
import { newSigning } from '../../support/signing.ts';
import { freshStore, type TestStore } from '../../support/store.ts';

const email = 'ana@example.org';
let database: TestStore;
let signing: ReturnType<typeof newSigning>;

beforeEach(async () => {
  database = await freshStore();
  signing = newSigning(database);
});

async function deny(id: string) {
  const { store } = database;
  const { now, newUlid, read } = signing;
  return await emptySignOn(store, { signOn: await read(id), now: now(), newUlid });
}

async function exported(): Promise<string> {
  const rows = [];
  for await (const row of exportSignOns(database.store, { slug, now: signing.now(), addressKey }))
    rows.push(row);
  return JSON.stringify(rows);
}

describe('“It wasn’t me”', () => {
  test.each(['pending', 'confirmed', 'withdrawn', 'rejected'])(
    'deletes what was typed from a %s row and from the export at once',
    async (state) => {
      const id = await signing.submit(email, 'Harbor Families', { city: 'Typed City', network: 'a-network' });
      if (state === 'confirmed' || state === 'rejected') await signing.confirm(id);
      if (state === 'rejected') await signing.reject(id);
      if (state === 'withdrawn') await signing.withdraw(id);
      for (let time = 0; time < 2; time++) expect(await deny(id)).toBe('withdrawn');
      const row = await signing.read(id);
      expect(row.status).toBe(state === 'rejected' ? 'rejected' : 'withdrawn');
      for (const text of [JSON.stringify(row), await exported()])
        expect(text).not.toMatch(/ana@|Harbor|Typed City|a-network/);
    },
  );

  test('leaves an empty row that answers for a week and then expires', async () => {
    const id = await signing.submit(email);
    await signing.confirm(id);
    await deny(id);
    signing.later(6 * 24 * 60 * 60);
    expect(await signing.tryToRead(id)).toBeDefined();
    signing.later(2 * 24 * 60 * 60);
    expect(await signing.tryToRead(id)).toBeUndefined();
  });

  test.each(['before', 'after'])(
    'leaves a row that expires also if it was rejected and reinstated, denied %s the rejection',
    async (time) => {
      const id = await signing.submit(email);
      await signing.confirm(id);
      await signing.withdraw(id);
      if (time === 'before') await deny(id);
      await signing.reject(id);
      if (time === 'after') await deny(id);
      signing.later(10 * 24 * 60 * 60);
      expect((await signing.read(id)).status).toBe('rejected');
      expect(await signing.reinstate(id)).toBe('reinstated-withdrawn');
      expect(await signing.read(id)).toMatchObject({ status: 'withdrawn', email: '' });
      signing.later(6 * 24 * 60 * 60);
      expect(await signing.tryToRead(id)).toBeDefined();
      signing.later(2 * 24 * 60 * 60);
      expect(await signing.tryToRead(id)).toBeUndefined();
    },
  );

  test('keeps the row of one who only withdrew, was rejected and reinstated', async () => {
    const id = await signing.submit(email);
    await signing.confirm(id);
    await signing.withdraw(id);
    await signing.reject(id);
    expect(await signing.reinstate(id)).toBe('reinstated-withdrawn');
    signing.later(40 * 24 * 60 * 60);
    expect(await signing.read(id)).toMatchObject({ status: 'withdrawn', email });
  });

  test('releases the organization’s claim', async () => {
    const id = await signing.submit(email, 'Harbor Families');
    await signing.confirm(id);
    await deny(id);
    const other = await signing.submit('ben@example.org', 'Harbor Families');
    expect(await signing.confirm(other)).toBe('confirmed');
  });

  test('does not prevent the owner from signing later, and the row is then kept', async () => {
    const id = await signing.submit(email);
    await deny(id);
    expect(await signing.submit(email)).toBe(id);
    expect(await signing.confirm(id)).toBe('confirmed');
    expect((await signing.read(id)).email).toBe(email);
    signing.later(40 * 24 * 60 * 60);
    expect(await signing.tryToRead(id)).toBeDefined();
  });
});
