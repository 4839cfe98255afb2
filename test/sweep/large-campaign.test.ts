import { expect, test } from '@jest/globals';
import { readFigures } from '../../shared/operations/reporting/figures.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { readSweepPosition } from '../../shared/sweep/sweep-position.ts';
import { figuresKey, signOnKey, sweepPositionKey } from '../../shared/table/keys.ts';
import type { QueryOptions, Store } from '../../shared/table/table.ts';
import { logLinesOf } from '../support/log-lines.ts';
import { newMemoryStore } from '../support/memory-store/memory-store.ts';
import { aConfirmedSignOn, aSignOn, slug } from '../support/records.ts';
import { gateOf, seed, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';

const rows = 400;
const inOneShard = (at: number, changed: Partial<SignOn> = {}): SignOn => ({
  ...aConfirmedSignOn({ email: `person-${at}@example.org`, ...changed }),
  id: `3${at.toString(16).padStart(31, '0')}`,
});

function aLargeCampaign(): {
  test: TestStore;
  read: (number | undefined)[];
  minute: (at: number) => Promise<unknown>;
} {
  const memory = newMemoryStore();
  const read: (number | undefined)[] = [];
  const store: Store = {
    ...memory,
    query: async (schema, options: QueryOptions) => {
      const page = await memory.query(schema, options);
      if (options.PK.startsWith('SIGNONS#')) read.push(page.items.length);
      return page;
    },
  };
  const test = {
    store,
    client: { destroy: () => {} },
    put: async (item: Parameters<typeof memory.put>[0]) => memory.put(item),
  };
  return {
    test,
    read,
    minute: (at) => sweepOnce(test, new Date(Date.UTC(2026, 10, 24, 12, at)), { isMailQueueEmpty: true }),
  };
}

test('A large campaign is read in parts, and a count that the stream lost is found in the last part', async () => {
  const { test: database, read, minute } = aLargeCampaign();
  const last = inOneShard(rows, { counted: 'no' });
  await seed(database, {
    gate: { individuals: rows, thresholdOrganizations: 900 },
    signOns: [...Array.from({ length: rows }, (_, at) => inOneShard(at)), last],
  });
  await minute(0);
  await minute(1);
  expect(Math.max(...read.map((length) => length ?? 0))).toBe(150);
  expect((await gateOf(database)).individuals).toBe(rows);
  await minute(2);
  expect((await gateOf(database)).individuals).toBe(rows + 1);
});

test('A campaign that has become small again costs no write each minute', async () => {
  const { test: database, minute } = aLargeCampaign();
  await seed(database, { gate: { thresholdOrganizations: 900 } });
  const figures = { pending: 1, waiting: 0, counted: 0, duplicate: 0, asked: 0, withdrawn: 0, rejected: 0 };
  await database.put({
    ...sweepPositionKey(slug),
    slug,
    after: { 3: signOnKey(slug, inOneShard(7).id).SK },
    figures: { 3: { ...figures, mailsWaiting: 0, bounced: 0, complained: 0 } },
  });
  await minute(0);
  let writes = 0;
  const { update } = database.store;
  database.store.update = (write) => {
    if (write.key.SK === 'SWEEP') writes++;
    return update(write);
  };
  await minute(1);
  await minute(2);
  expect(writes).toBe(0);
});

test.each([
  { seconds: 1, messages: [], isActive: false },
  { seconds: 120, messages: ['counts were waiting', 'swept'], isActive: true },
])(
  'Sign-ons that were confirmed or withdrawn $seconds s ago are counted at once, and reported as lost after a minute',
  async ({ seconds, messages, isActive }) => {
    const { test: database } = aLargeCampaign();
    const at = new Date('2026-11-24T12:00:00.000Z');
    const changedAt = new Date(at.getTime() - seconds * 1000).toISOString();
    const confirmed = { confirmedAt: changedAt, counted: 'no' } as const;
    await seed(database, {
      gate: { individuals: 1, thresholdOrganizations: 900 },
      signOns: [
        aConfirmedSignOn({ email: 'one@example.org', ...confirmed }),
        aConfirmedSignOn({ email: 'two@example.org', ...confirmed }),
        aConfirmedSignOn({
          email: 'three@example.org',
          status: 'withdrawn',
          eligible: 'no',
          withdrawnAt: changedAt,
        }),
      ],
    });
    const lines = await logLinesOf(() => sweepOnce(database, at));
    expect((await gateOf(database)).individuals).toBe(2);
    expect(lines.map(({ message }) => message)).toEqual(messages);
    expect((await readSweepPosition(database.store, slug)).foundAt !== undefined).toBe(isActive);
  },
);

test('A mail that waits in the queue, as in an outage of SES, is no work of the sweep: it is neither logged nor read for', async () => {
  const { test: database } = aLargeCampaign();
  await seed(database, {
    gate: { thresholdOrganizations: 900 },
    signOns: [aSignOn({ pendingMail: 'mark', requestedAt: '2026-11-24T11:00:00.000Z' })],
  });
  const at = new Date('2026-11-24T12:00:00.000Z');
  const swept = async (isMailQueueEmpty: boolean) => {
    const lines = await logLinesOf(() => sweepOnce(database, at, { isMailQueueEmpty }));
    return lines.map(({ message }) => message);
  };
  expect(await swept(false)).toEqual([]);
  expect(await readSweepPosition(database.store, slug)).toEqual({ after: {} });
  expect(await swept(true)).toEqual(['mails were waiting', 'swept']);
  expect((await readSweepPosition(database.store, slug)).foundAt).toBeDefined();
});

test('Of mails that the sweep queues, those count as lost that are in an empty queue and were not put off', async () => {
  const { test: database } = aLargeCampaign();
  const mark = { pendingMail: 'mark', requestedAt: '2026-11-24T09:00:00.000Z' };
  await seed(database, {
    gate: { thresholdOrganizations: 900 },
    signOns: [
      aSignOn({ ...mark, email: 'put-off@example.org', mailHeldUntil: '2026-11-24T10:00:00.000Z' }),
      aConfirmedSignOn({
        ...mark,
        email: 'confirmed@example.org',
        confirmedAt: mark.requestedAt,
        keep: 'kept',
      }),
    ],
  });
  const at = new Date('2026-11-24T12:00:00.000Z');
  const lost = async (empty: { isMailQueueEmpty: boolean; isConfirmationQueueEmpty: boolean }) => {
    const lines = await logLinesOf(() => sweepOnce(database, at, empty));
    return lines.filter(({ message }) => message === 'mails were waiting').map(({ count }) => count);
  };
  expect(await lost({ isMailQueueEmpty: false, isConfirmationQueueEmpty: true })).toEqual([]);
  expect(await lost({ isMailQueueEmpty: true, isConfirmationQueueEmpty: true })).toEqual([1]);
});

test('A reminder is queued by the sweep alone, so it is no mail that was waiting', async () => {
  const { test: database } = aLargeCampaign();
  const requestedAt = '2026-11-20T12:00:00.000Z';
  const { pendingMail: _, ...signOn } = aSignOn({ requestedAt, mailedAt: { confirm: requestedAt } });
  await seed(database, { gate: { thresholdOrganizations: 900 }, signOns: [signOn] });
  const at = new Date('2026-11-24T14:00:00.000Z');
  const lines = await logLinesOf(() => sweepOnce(database, at, { isMailQueueEmpty: true }));
  expect(lines.map(({ message }) => message)).toEqual(['swept']);
});

test.each(['requestedAt', 'confirmedAt', 'askedAgainAt', 'decidedAt', 'resentAt'] as const)(
  'A mail that became due a moment ago may still be on its way to the queue, and is not queued again: %s',
  async (since) => {
    const { test: database } = aLargeCampaign();
    const signOn = aSignOn({ pendingMail: 'mark', requestedAt: '2026-11-24T11:00:00.000Z' });
    await seed(database, { signOns: [{ ...signOn, [since]: '2026-11-24T12:00:00.000Z' }] });
    const queuedAt = async (at: string) =>
      (await sweepOnce(database, new Date(at), { isMailQueueEmpty: true })).mails;
    expect(await queuedAt('2026-11-24T12:01:00.000Z')).toEqual([]);
    expect(await queuedAt('2026-11-24T12:01:01.000Z')).toHaveLength(1);
  },
);

test.each([7, ['x'], { 3: 'x' }])(
  'Figures that were damaged stop no sweep, and are counted anew: %j',
  async (shards) => {
    const { test: database, minute } = aLargeCampaign();
    await seed(database, {
      gate: { individuals: rows, thresholdOrganizations: 900 },
      signOns: Array.from({ length: rows }, (_, at) => inOneShard(at)),
    });
    await database.put({ ...figuresKey(slug), shards });
    const now = new Date('2026-11-24T12:05:00.000Z');
    expect(await readFigures(database.store, { slug, now })).toBeUndefined();
    for (const at of [0, 1, 2, 3]) await minute(at);
    expect((await readFigures(database.store, { slug, now }))?.counted).toBe(rows);
  },
);
