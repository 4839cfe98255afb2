import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { beginImport, endImport, importRow } from '../../../shared/operations/signing/import.ts';
import { signOnKey } from '../../../shared/table/keys.ts';
import type { Store } from '../../../shared/table/table.ts';
import { newIds } from '../../support/ids.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../../support/intruder.ts';
import { aSettings, aSignOn, organizationDetails, slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { claimViolations, freshStore, gateOf, seed, signOnsOf, type TestStore } from '../../support/store.ts';

const [email, name] = ['ana@example.org', 'Harbor Families'];
const settings = aSettings({ review: 'none' });
const ids = newIds();
let table: TestStore;
let signing: Signing;

async function start(): Promise<void> {
  table = await freshStore();
  await seed(table, { settings: { review: 'none' } });
  signing = newSigning(table, { review: 'none' });
}
beforeEach(start);
afterAll(() => table.client.destroy());

/** A row of a file, for the organization that signs by the form meanwhile. */
const imported = (store: Store = table.store) =>
  importRow(
    store,
    { settings, addressKey: testAddressKey, now: signing.now, ...ids },
    { row: 2, kind: 'organization', email, details: organizationDetails(name, { city: 'Of the file' }) },
  ).then(({ fate }) => fate);
const cityOf = async () => (await signing.read(signing.idOf(email, name))).signed?.city;
const signs = async (city: string) => signing.confirm(await signing.submit(email, name, { city }));

describe('A row that is imported while someone else acts, at any step,', () => {
  test('is the same sign-on that its signer confirms, whose words stay', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      await start();
      const intruded = storeWithIntruder(table.store, at, () => signs('Of the form'));
      expect(await imported(intruded.store)).toBe(intruded.wasIntruded() ? 'already-signed' : 'new');
      expect(await cityOf()).toBe(intruded.wasIntruded() ? 'Of the form' : 'Of the file');
      expect(await claimViolations(table, await signOnsOf(table))).toEqual([]);
      return intruded;
    });
    expect(steps).toBeGreaterThan(1);
  });

  test('does not restore a signer who withdraws', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      await start();
      const id = await signing.submit(email, name);
      const intruded = storeWithIntruder(table.store, at, () => signing.withdraw(id));
      expect(await imported(intruded.store)).toBe(intruded.wasIntruded() ? 'withdrawn' : 'new');
      expect((await signing.read(id)).status).toBe(intruded.wasIntruded() ? 'withdrawn' : 'confirmed');
      return intruded;
    });
    expect(steps).toBeGreaterThan(1);
  });
});

test('A row can replace one that expires this second, and is not deleted by DynamoDB yet', async () => {
  const id = signing.idOf(email, name);
  const expiresAt = Math.floor(signing.now().getTime() / 1000);
  const pending = aSignOn({ kind: 'organization', id, email, expiresAt });
  await table.put({ ...signOnKey(slug, id), ...pending });
  expect(await imported()).toBe('new');
  expect(await cityOf()).toBe('Of the file');
});

describe('The mark of a running import', () => {
  const end = (file: string) =>
    endImport(table.store, slug, file, { imported: 1, now: signing.now(), ...ids });

  test('is removed only by its own file', async () => {
    await beginImport(table.store, slug, 'a file', { now: signing.now() });
    await beginImport(table.store, slug, 'another file', { now: signing.now(), replacesUnfinished: true });
    await end('a file');
    expect((await gateOf(table)).importId).toBe('another file');
    await end('another file');
    expect((await gateOf(table)).importId).toBeUndefined();
  });
});
