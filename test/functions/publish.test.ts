import { beforeEach, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/publish.ts';
import { Failure } from '../../shared/failure.ts';
import { gateKey } from '../../shared/table/keys.ts';
import { queueEvent } from '../support/queue.ts';
import { slug } from '../support/records.ts';
import { newSite } from '../support/site.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
  await seed(table, { letter: letterSource, release: releaseSource });
});

test('a message that cannot be read and a campaign that fails come again, and delay no other', async () => {
  const site = newSite(table);
  const dependencies = site.dependencies();
  const handler = newHandler({
    ...dependencies,
    store: {
      ...dependencies.store,
      update: (update) =>
        update.key.PK === gateKey('broken').PK
          ? Promise.reject(new Failure('unavailable', 'UpdateItem', 'Made-up'))
          : dependencies.store.update(update),
    },
  });
  const bodies = ['not json', JSON.stringify({ slug: 'broken' }), JSON.stringify({ slug })];
  expect(await handler(queueEvent(bodies))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-1' }],
  });
  expect(site.site.written).toContain(`${slug}/progress.json`);
});

test('a message about a campaign that does not exist is done', async () => {
  const site = newSite(table);
  const bodies = [JSON.stringify({ slug: 'nothing-here' })];
  expect(await newHandler(site.dependencies())(queueEvent(bodies))).toEqual({ batchItemFailures: [] });
  expect(site.site.written).toEqual([]);
});
