import { afterAll, expect, test } from '@jest/globals';
import { decodeTime, encodeTime } from 'ulid';
import { newLogReader } from '../../../shared/operations/reporting/log.ts';
import { eventCreation } from '../../../shared/table/events.ts';
import { newIds } from '../../support/ids.ts';
import { slug } from '../../support/records.ts';
import { freshStore } from '../../support/store.ts';

const database = await freshStore();
const { newUlid } = newIds();
afterAll(() => database.client.destroy());

const decision = (id: string, signOnId: string) =>
  database.store.transact([
    eventCreation({
      slug,
      now: new Date('2026-11-24T12:00:00.000Z'),
      newUlid: () => id,
      actor: 'ida@example.org',
      event: { type: 'rejected', signOnId },
    }),
  ]);

test('A reader of the log sees a decision that is committed later than one with a newer id, each once', async () => {
  const newest = newUlid();
  const late = encodeTime(decodeTime(newest) - 5000) + newest.slice(10);
  const oldest = encodeTime(decodeTime(newest) - 60_000) + newest.slice(10);
  const read = newLogReader(database.store, slug);
  await decision(oldest, 'a');
  await decision(newest, 'b');
  await read();
  await decision(late, 'c');
  for (let again = 0; again < 2; again++)
    expect((await read()).map(({ id }) => id)).toEqual([newest, late, oldest]);
});
