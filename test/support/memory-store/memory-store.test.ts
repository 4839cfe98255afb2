import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { Failure } from '../../../shared/failure.ts';
import type { Key } from '../../../shared/table/keys.ts';
import type { Store } from '../../../shared/table/table.ts';
import { freshDynamoDbStore } from '../store.ts';
import { isLong } from '../suite.ts';
import { newMemoryStore } from './memory-store.ts';
import { type Call, program } from './programs.ts';
import { reservedWords } from './reserved-words.ts';
import { isEqual } from './values.ts';

const anything = z.record(z.string(), z.unknown());
const rows = 'ROWS';

/** What a caller sees: the answer, or which error. The elements of a set have no order. */
async function outcome(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return inOrder(await call());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `${error.kind} ${error.operation} ${error.code}`;
  }
}

function inOrder(value: unknown): unknown {
  if (value instanceof Set) return { set: [...value].toSorted() };
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOrder(each)]));
}

/** One table serves all programs, because each has its own partitions. */
const moved = ({ PK, SK }: Key, run: string): Key => ({ PK: `${run}${PK}`, SK });

async function perform(store: Store, call: Call, run: string): Promise<unknown> {
  switch (call.kind) {
    case 'get':
      return (await store.get(anything, moved(call.key, run))) ?? null;
    case 'query': {
      const { prefix, limit, newestFirst } = call;
      const found: unknown[] = [];
      let after: Key | undefined;
      do {
        const page = await store.query(anything, {
          PK: `${run}${call.PK}`,
          prefix,
          newestFirst,
          after,
          ...(limit && { limit }),
        });
        found.push(page);
        after = page.next;
      } while (after);
      return found;
    }
    case 'update':
      return await store.update({ ...call.write, key: moved(call.write.key, run) });
    case 'remove':
      return await store.remove({ ...call.removal, remove: moved(call.removal.remove, run) });
    case 'transact':
      return await store.transact(
        call.writes.map((write) => {
          if ('create' in write) return { create: { ...write.create, ...moved(write.create, run) } };
          if ('remove' in write) return { ...write, remove: moved(write.remove, run) };
          return { ...write, key: moved(write.key, run) };
        }),
      );
    case 'putAll':
      // No answer, which JSON would not have.
      return (await store.putAll(call.items.map((item) => ({ ...item, ...moved(item, run) })))) ?? null;
  }
}

async function itemsOf(store: Store, run: string): Promise<unknown> {
  const all = await Promise.all(
    ['A', 'B'].map(async (PK) => (await store.query(anything, { PK: `${run}${PK}` })).items),
  );
  return inOrder(all);
}

test('the store in memory answers, refuses and stores what DynamoDB does', async () => {
  const { store, client } = await freshDynamoDbStore();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(program, async (calls) => {
      const run = `${rows}#${runs++}#`;
      const memory = newMemoryStore();
      for (const [index, call] of calls.entries()) {
        const [expected, actual] = [
          await outcome(() => perform(store, call, run)),
          await outcome(() => perform(memory, call, run)),
        ];
        expect({ index, call, outcome: actual }).toEqual({ index, call, outcome: expected });
        if (call.kind !== 'get' && call.kind !== 'query')
          expect({ index, call, items: await itemsOf(memory, run) }).toEqual({
            index,
            call,
            items: await itemsOf(store, run),
          });
      }
    }),
    { numRuns: isLong ? 2000 : 25 },
  );
  client.destroy();
});

/** Words on the list of DynamoDB in AWS that DynamoDB Local takes. The store in memory refuses them, too. */
const unknownToEmulator = ['CONVERT', 'PUBLISH', 'SIZE', 'TERMINATE', 'VARIABLES'];

test('every reserved word of the store in memory is one of DynamoDB’s, and no other word of ours is', async () => {
  const { store, client } = await freshDynamoDbStore();
  const memory = newMemoryStore();
  const all = [...reservedWords];
  const words = isLong ? all : all.slice(0, 40);
  for (const word of [
    ...words,
    ...unknownToEmulator,
    'status',
    'lease',
    'owes',
    'nonce',
    'waiting',
    'aliased',
  ]) {
    const update = {
      key: { PK: 'A', SK: 'B' },
      update: `SET ${word.toLowerCase()} = :v`,
      values: { ':v': 1 },
    };
    const [actual, expected] = [
      await outcome(() => memory.update(update)),
      await outcome(() => store.update(update)),
    ];
    if (unknownToEmulator.includes(word))
      expect([word, actual, expected]).toEqual([word, 'refused UpdateItem ValidationException', true]);
    else expect([word, actual]).toEqual([word, expected]);
  }
  client.destroy();
});

test('one request puts up to 25 items', async () => {
  const { store, client } = await freshDynamoDbStore();
  const items = Array.from({ length: 26 }, (_, index) => ({ PK: 'A', SK: String(index) }));
  for (const some of [items, items.slice(1)]) {
    const [actual, expected] = [
      await outcome(() => newMemoryStore().putAll(some)),
      await outcome(() => store.putAll(some)),
    ];
    expect([some.length, actual]).toEqual([some.length, expected]);
  }
  client.destroy();
});

test('a change is told of with both images, once, and a write that changes nothing is none', async () => {
  const memory = newMemoryStore();
  const key = { PK: 'A', SK: 'B' };
  await memory.update({ key, update: 'SET a = :one', values: { ':one': 1 } });
  await memory.update({ key, update: 'SET a = :one', values: { ':one': 1 } });
  await memory.transact([{ remove: key }]);
  const item = marshall({ ...key, a: 1 });
  expect(memory.changes).toEqual([
    { key, newImage: item },
    { key, oldImage: item },
  ]);
  expect(isEqual({ M: item }, { M: item })).toBe(true);
});
