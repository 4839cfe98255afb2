import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../../local/lambda/execution-environment.ts';
import { type Condition, type Delivery, deliver } from '../../../local/triggers/deliver-records.ts';
import type { LambdaRecord } from '../../../local/triggers/stream-record.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const record = (name: string, ageSeconds = 0): LambdaRecord => ({
  eventID: name,
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: name, ApproximateCreationDateTime: now / 1000 - ageSeconds },
});
const done: Outcome = { ok: true, payload: 'null' };
const failed: Outcome = { ok: false, error: { errorType: 'Error', errorMessage: '' } };
const failedItems = (...names: string[]): Outcome => ({
  ok: true,
  payload: JSON.stringify({ batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })) }),
});

/** Delivers `abcd` (or other records) to a function that answers as `answer` says, and tells what happened. */
async function story(
  answer: (names: string, invocation: number) => Outcome,
  settings: Partial<Delivery['trigger']> = {},
  records = ['a', 'b', 'c', 'd'].map((name) => record(name)),
) {
  const batches: string[] = [];
  const storeFailed: [string, Condition, number][] = [];
  const stop = new AbortController();
  await deliver(records, {
    trigger: { retryAttempts: 2, recordAgeSeconds: -1, bisect: true, partialFailures: true, ...settings },
    invoke: async ({ Records }) => {
      const names = Records.map(({ eventID }) => eventID).join('');
      batches.push(names);
      return answer(names, batches.length);
    },
    storeFailed: async (given, condition, attempts) => {
      storeFailed.push([given.map(({ eventID }) => eventID).join(''), condition, attempts]);
    },
    delay: () => 0,
    now: () => now,
    signal: stop.signal,
  });
  return { batches, storeFailed };
}

describe('A batch of stream records', () => {
  test('is done once the function says so', async () => {
    expect(await story(() => done)).toEqual({ batches: ['abcd'], storeFailed: [] });
    expect(await story(() => failedItems())).toEqual({ batches: ['abcd'], storeFailed: [] });
  });

  test('that fails once is split and all of it comes again, in order', async () => {
    const { batches, storeFailed } = await story((_, invocation) => (invocation === 1 ? failed : done));
    expect(batches).toEqual(['abcd', 'ab', 'cd']);
    expect(storeFailed).toEqual([]);
  });

  test('with one poison record loses that one alone, after its attempts', async () => {
    const { batches, storeFailed } = await story((names) => (names.includes('c') ? failed : done));
    expect(batches).toEqual(['abcd', 'ab', 'cd', 'c', 'c', 'c', 'd']);
    expect(storeFailed).toEqual([['c', 'RetryAttemptsExhausted', 3]]);
  });

  test('with a partial failure comes again from there on', async () => {
    const { batches } = await story((_, invocation) => (invocation === 1 ? failedItems('d', 'c') : done));
    expect(batches).toEqual(['abcd', 'cd']);
  });

  test('with a partial failure that stays is split around it', async () => {
    const { batches, storeFailed } = await story((names) => (names.includes('c') ? failedItems('c') : done));
    expect(batches).toEqual(['abcd', 'cd', 'c', 'c', 'c', 'd']);
    expect(storeFailed).toEqual([['c', 'RetryAttemptsExhausted', 3]]);
  });

  test('whose failed item is none of its own comes again as a whole', async () => {
    const { batches } = await story((_, invocation) => (invocation === 1 ? failedItems('x') : done), {
      bisect: false,
    });
    expect(batches).toEqual(['abcd', 'abcd']);
  });

  test.each(['{"batchItemFailures":[{"itemIdentifier":""}]}', '{"batchItemFailures":[{}]}', '"done"'])(
    'comes again as a whole when the function answers %s, which says nothing',
    async (payload) => {
      const { batches } = await story((_, invocation) => (invocation === 1 ? { ok: true, payload } : done), {
        bisect: false,
      });
      expect(batches).toEqual(['abcd', 'abcd']);
    },
  );

  test('is never split where the trigger does not say so', async () => {
    const { batches, storeFailed } = await story(() => failed, { bisect: false });
    expect(batches).toEqual(['abcd', 'abcd', 'abcd']);
    expect(storeFailed).toEqual([['abcd', 'RetryAttemptsExhausted', 3]]);
  });

  test('has its answer ignored where the trigger does not ask for partial failures', async () => {
    expect((await story(() => failedItems('a'), { partialFailures: false })).batches).toEqual(['abcd']);
  });

  test('gives up what grew too old while it failed, but tries even the oldest once', async () => {
    const records = [record('a', 100), record('b')];
    const { batches, storeFailed } = await story(
      (_, invocation) => (invocation === 1 ? failed : done),
      { recordAgeSeconds: 60, bisect: false },
      records,
    );
    expect(batches).toEqual(['ab', 'b']);
    expect(storeFailed).toEqual([['a', 'RecordAgeExceeded', 1]]);
  });
});
