import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importFile, tryImport } from '../../../shared/operations/signing/import-file.ts';
import type { ImportRow } from '../../../shared/sign-on/import-rows.ts';
import { newDryRunStore } from '../../../shared/table/dry-run-store.ts';
import { newIds } from '../../support/ids.ts';
import { aSettings, organizationDetails, someDetails, testAddressKey } from '../../support/records.ts';
import { freshStore, seed, signOnsOf, type TestStore } from '../../support/store.ts';
import { isLong } from '../../support/suite.ts';

const now = new Date('2026-11-24T12:00:00.000Z');
const tables: TestStore[] = [];
afterAll(() => {
  for (const { client } of tables) client.destroy();
});

const names = ['Harbor Families', 'Harbor Families, Inc.', 'Harbor Familles', 'Dock Workers', 'N/A'];

const namesFile = {
  hash: 'file',
  rows: names.map(
    (name, index): ImportRow => ({
      row: index + 2,
      kind: 'organization',
      email: `a${index}@example.org`,
      details: organizationDetails(name),
    }),
  ),
};
const anOrganization = fc
  .record({
    organizationName: fc.constantFrom(...names),
    email: fc.constantFrom(
      'ana@harbor.example.org',
      'ben@dock.example.net',
      'eve@gmail.com',
      'kim@pier.example.com',
    ),
    website: fc.constantFrom(undefined, 'https://harbor.example.org/', 'https://dock.example.net/'),
    city: fc.constantFrom('Albany', 'Denver'),
  })
  .map(({ organizationName, email, website, city }) => ({
    kind: 'organization' as const,
    email,
    details: organizationDetails(organizationName, { city, region: city, ...(website && { website }) }),
  }));
const aPerson = fc
  .constantFrom('ana@example.org', 'ben@example.org')
  .map((email) => ({ kind: 'individual' as const, email, details: someDetails() }));
const rows = fc
  .array(fc.oneof({ arbitrary: anOrganization, weight: 4 }, aPerson), { minLength: 1, maxLength: 8 })
  .map((found) => found.map((row, index): ImportRow => ({ row: index + 2, ...row })));

/** What a run says of each row; ids of sign-ons are the same in both runs. */
test.each(['flagged', 'none'] as const)(
  'What a dry run says of each row is what the import does, with review: %s',
  async (review) => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (earlier, file) => {
        const table = await freshStore();
        tables.push(table);
        await seed(table, { settings: { review } });
        const input = {
          settings: aSettings({ review }),
          addressKey: testAddressKey,
          now: () => now,
          ...newIds(),
        };
        await importFile(table.store, input, { rows: earlier, hash: 'earlier' });
        const before = await signOnsOf(table);
        const tried = await tryImport(table.store, input, { rows: file });
        expect(await signOnsOf(table)).toEqual(before);
        const done = await importFile(table.store, input, { rows: file, hash: 'file' });
        expect(done).toEqual({ outcome: 'imported', ...tried });
      }),
      { numRuns: isLong ? 500 : 25 },
    );
  },
);

test('A dry run cannot write', async () => {
  const table = await freshStore();
  tables.push(table);
  await seed(table, { settings: { review: 'flagged' } });
  const refuse = () => Promise.reject(new Error('written'));
  const readOnly = { ...table.store, update: refuse, transact: refuse, putAll: refuse };
  const input = { settings: aSettings(), addressKey: testAddressKey, now: () => now, ...newIds() };
  expect((await tryImport(readOnly, input, namesFile)).rows).toHaveLength(names.length);
});

test('A dry run that runs out of time says how many rows it has not checked', async () => {
  const table = await freshStore();
  tables.push(table);
  await seed(table, { settings: { review: 'none' } });
  const input = {
    settings: aSettings({ review: 'none' }),
    addressKey: testAddressKey,
    now: () => now,
    ...newIds(),
  };
  let asked = 0;
  const tried = await tryImport(table.store, input, namesFile, () => ++asked <= 2);
  expect([tried.rows.map(({ row }) => row), tried.left]).toEqual([[2, 3], names.length - 2]);
});

test('An expression that a dry run does not know is an error', async () => {
  const table = await freshStore();
  tables.push(table);
  const dry = newDryRunStore(table.store);
  const key = { PK: 'X', SK: 'X' };
  await expect(dry.update({ key, update: 'SET n = n + :one', values: { ':one': 1 } })).rejects.toThrow(
    'UnknownExpression',
  );
  await expect(dry.update({ key, update: 'ADD n :one', values: { ':one': 1 } })).rejects.toThrow();
});

test('An import that runs out of time keeps the gate shut, and continues with the same file', async () => {
  const table = await freshStore();
  tables.push(table);
  await seed(table, { settings: { review: 'none' } });
  const input = {
    settings: aSettings({ review: 'none' }),
    addressKey: testAddressKey,
    now: () => now,
    ...newIds(),
  };
  expect(await importFile(table.store, input, namesFile, { hasTime: () => false })).toEqual({
    outcome: 'imported',
    rows: [],
    left: names.length,
  });
  expect(await importFile(table.store, input, { ...namesFile, hash: 'other' })).toEqual({
    outcome: 'other-import',
  });
  expect(await importFile(table.store, input, namesFile)).toMatchObject({ outcome: 'imported', left: 0 });
  expect(await importFile(table.store, input, { ...namesFile, hash: 'other' })).toMatchObject({ left: 0 });
});

test('Each row has the time at which it was imported, since a digest tells of what came after the last one', async () => {
  const table = await freshStore();
  tables.push(table);
  await seed(table, { settings: { review: 'none' } });
  let minutes = 0;
  const input = {
    settings: aSettings({ review: 'none' }),
    addressKey: testAddressKey,
    now: () => new Date(now.getTime() + 60_000 * minutes++),
    ...newIds(),
  };
  await importFile(table.store, input, namesFile);
  const times = (await signOnsOf(table)).map(({ confirmedAt }) => confirmedAt);
  expect(new Set(times).size).toBe(names.length);
});
