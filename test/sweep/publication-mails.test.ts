import { expect, test } from '@jest/globals';
import { sweep } from '../../shared/sweep/sweep.ts';
import { gateKey } from '../../shared/table/keys.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { newIds } from '../support/ids.ts';
import { slug } from '../support/records.ts';
import { freshStore, gateOf, seed } from '../support/store.ts';

const now = new Date('2026-11-05T12:00:00.000Z');
const due = '2026-11-05T11:00:00.000Z';

test('Publication emails that are requested again while sweep queues the earlier ones stay requested', async () => {
  const table = await freshStore();
  await seed(table, { gate: { status: 'published', publishedAt: due, pendingPublicationMail: due } });
  const queued: MailTask[] = [];
  const sweepWith = (meanwhile: () => Promise<void>) =>
    sweep({
      store: table.store,
      queueMails: async (tasks) => {
        queued.push(...tasks);
        await meanwhile();
      },
      queueSite: async () => {},
      isMailQueueEmpty: async () => true,
      queueConfirmations: () => Promise.resolve(),
      isConfirmationQueueEmpty: () => Promise.resolve(true),
      now: () => now,
      ...newIds(),
    });
  await sweepWith(async () =>
    table.put({ ...gateKey(slug), ...(await gateOf(table)), pendingPublicationMail: now.toISOString() }),
  );
  expect(queued).not.toEqual([]);
  expect((await gateOf(table)).pendingPublicationMail).toBe(now.toISOString());

  await table.put({ ...gateKey(slug), ...(await gateOf(table)), pendingPublicationMail: due });
  await sweepWith(async () => {});
  expect((await gateOf(table)).pendingPublicationMail).toBeUndefined();
});
