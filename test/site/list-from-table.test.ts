import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { languages } from '../../shared/i18n/language.ts';
import { acquireLease } from '../../shared/operations/publishing/lease.ts';
import { listFromTable } from '../../shared/site/stored-list/list-from-table.ts';
import { openListingFiles } from '../../shared/site/stored-list/listing-files.ts';
import { aConfirmedSignOn, aGate, aSettings, slug } from '../support/records.ts';
import { newSite } from '../support/site.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';

let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
});
afterEach(() => table.client.destroy());

test('A lease is renewed while the list is sorted, in each language', async () => {
  await seed(table, { gate: {} });
  const site = newSite(table);
  const dependencies = site.dependencies();
  const lease = await acquireLease(table.store, slug, () => site.now, 'a-lease');
  if (!lease) throw new Error('no lease');
  let renewals = 0;
  const counting = {
    ...lease,
    renewIfDue: async () => {
      renewals++;
      await lease.renewIfDue();
    },
  };
  const readAll = async function* () {
    yield { signOn: aConfirmedSignOn(), addedOn: null };
  };
  await listFromTable(dependencies, counting, openListingFiles(dependencies.privateFiles, counting), {
    settings: aSettings(),
    gate: aGate({ individuals: 1 }),
    now: site.now,
    inputs: 'inputs',
    mustReadAll: false,
    source: { readAll, readOne: async () => undefined },
  });
  expect(renewals).toBe(languages.length);
});
