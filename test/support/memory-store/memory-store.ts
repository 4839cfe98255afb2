import { appendFileSync } from 'node:fs';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { failureOf } from '../../../shared/failure.ts';
import type { Key } from '../../../shared/table/keys.ts';
import {
  type NewItem,
  parseItem,
  readableItems,
  type Store,
  type Write,
} from '../../../shared/table/table.ts';
import { changed, checkConditionValues, checkUpdateValues, isTrue } from './evaluate.ts';
import { type Changes, type Condition, readCondition, readUpdate, ValidationException } from './syntax.ts';
import { type Item, isEqual } from './values.ts';

/** One change of an item, as a stream record describes it. */
export interface Change {
  key: Key;
  oldImage?: Item;
  newImage?: Item;
}

export interface MemoryStore extends Store {
  /** Writes an item, even over an existing one. */
  put(item: NewItem): void;
  /** Every item, in no order. */
  items(): Record<string, unknown>[];
  /** All changes so far, oldest first. A write that changes nothing is not included. */
  changes: Change[];
}

/**
 * The table in memory. It evaluates the same expressions as DynamoDB and refuses what DynamoDB refuses.
 * `memory-store.test.ts` compares it with the emulator. It has no page limit of 1 MB, no item limit of 400 KB, and no
 * TTL.
 */
export function newMemoryStore(): MemoryStore {
  const partitions = new Map<string, Partition>();
  const changes: Change[] = [];

  const itemAt = ({ PK, SK }: Key): Item | undefined => partitions.get(PK)?.items.get(SK);
  function write(key: Key, item: Item | undefined): void {
    const { PK, SK } = key;
    const partition = partitions.get(PK) ?? newPartition();
    partitions.set(PK, partition);
    const before = partition.items.get(SK);
    partition.set(SK, item);
    if (before && item && isEqual({ M: before }, { M: item })) return;
    if (before || item)
      changes.push({ key, ...(before && { oldImage: before }), ...(item && { newImage: item }) });
  }

  return {
    changes,
    put: (item) => write(item, marshalled(item)),
    items: () =>
      [...partitions.values()].flatMap(({ items }) => [...items.values()].map((item) => unmarshall(item))),
    get: (schema, key) =>
      answer('GetItem', () => {
        checkKey(key);
        return itemAt(key);
      }).then((item) => item && parseItem(schema, unmarshall(item))),
    query: (schema, { PK, prefix, after, limit, newestFirst = false, attributes, where, onUnreadable }) =>
      answer('Query', () => {
        if (PK === '') throw new ValidationException('A key is empty');
        if (after && after.PK !== PK) throw new ValidationException('The start is of another partition');
        const partition = partitions.get(PK);
        const inOrder = partition?.sortedKeys() ?? [];
        const keys = (newestFirst ? inOrder.toReversed() : inOrder).filter(
          (SK) =>
            (!prefix || SK.startsWith(prefix)) &&
            (!after || (newestFirst ? compare(SK, after.SK) < 0 : compare(SK, after.SK) > 0)),
        );
        const page = limit ? keys.slice(0, limit) : keys;
        const stored = page.map((SK): Item => partition?.items.get(SK) ?? {});
        const items = attributes ? stored.map((item) => projected(item, attributes)) : stored;
        const last = page.at(-1);
        return {
          items,
          ...(limit && page.length === limit && last !== undefined && { next: { PK, SK: last } }),
        };
      }).then(({ items, next }) => ({
        items: readableItems(
          schema,
          (where ? items.filter(where) : items).map((item) => unmarshall(item)),
          onUnreadable,
        ),
        ...(next && { next }),
      })),
    update: (update) =>
      answer('UpdateItem', () => {
        const prepared = prepare(update);
        const before = itemAt(prepared.key);
        if (!prepared.allows(before)) return false;
        write(prepared.key, prepared.after(before));
        return true;
      }),
    remove: (removal) =>
      answer('DeleteItem', () => {
        const prepared = prepare(removal);
        if (!prepared.allows(itemAt(prepared.key))) return false;
        write(prepared.key, undefined);
        return true;
      }),
    transact: (writes) =>
      answer('TransactWriteItems', () => {
        const prepared = writes.map(prepare);
        checkTransaction(prepared);
        const failed: number[] = [];
        const results: (Item | undefined)[] = [];
        let refusal: ValidationException | undefined;
        for (const [index, { key, allows, after }] of prepared.entries()) {
          const before = itemAt(key);
          if (!allows(before)) failed.push(index);
          else
            try {
              results[index] = after(before);
            } catch (error) {
              if (!(error instanceof ValidationException)) throw error;
              refusal = error;
            }
        }
        if (refusal) throw refusal;
        if (failed.length > 0) return failed;
        for (const [index, { key }] of prepared.entries()) write(key, results[index]);
        return [];
      }),
    putAll: (puts) =>
      answer('BatchWriteItem', () => {
        const items = puts.map((put) => [put, marshalled(put)] as const);
        if (items.length > maxPuts) throw new ValidationException('1 to 25 items');
        checkDistinct(puts);
        for (const [key] of items) checkKey(key);
        for (const [{ PK, SK }, item] of items) write({ PK, SK }, item);
      }),
  };
}

interface Partition {
  items: Map<string, Item>;
  set(SK: string, item: Item | undefined): void;
  sortedKeys(): string[];
}

function newPartition(): Partition {
  const items = new Map<string, Item>();
  let keys: string[] | undefined;
  return {
    items,
    set(SK, item) {
      if (!items.has(SK) || !item) keys = undefined;
      if (item) items.set(SK, item);
      else items.delete(SK);
    },
    sortedKeys: () => (keys ??= [...items.keys()].toSorted(compare)),
  };
}

const compare = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const marshalled = (value: Record<string, unknown>): Item => marshall(value, { removeUndefinedValues: true });

/** Takes effect immediately, as one step. The caller continues later, as after a call over the network. */
async function answer<T>(operation: string, call: () => T): Promise<T> {
  try {
    return call();
  } catch (error) {
    throw failureOf(error, operation);
  }
}

const maxKeyBytes = { PK: 2048, SK: 1024 };

function checkKey(key: Key): void {
  for (const name of ['PK', 'SK'] as const) {
    const bytes = Buffer.byteLength(key[name]);
    if (bytes === 0 || bytes > maxKeyBytes[name])
      throw new ValidationException(`${name} is empty or too long`);
  }
}

interface PreparedWrite {
  key: Key;
  allows(item: Item | undefined): boolean;
  after(item: Item | undefined): Item | undefined;
}

interface Expressions {
  condition: Condition | undefined;
  changes: Changes | undefined;
  used: ReadonlySet<string>;
}

const known = new Map<string, Expressions>();

/** There are few expressions and they are used often, so each is parsed once. */
function expressionsOf(
  condition: string | undefined,
  update: string | undefined,
  names: Record<string, string>,
): Expressions {
  const text = JSON.stringify([condition, update, names]);
  const earlier = known.get(text);
  if (earlier) return earlier;
  const used = new Set<string>();
  const expressions = {
    condition: condition === undefined ? undefined : readCondition(condition, names, used),
    changes: update === undefined ? undefined : readUpdate(update, names, used),
    used,
  };
  known.set(text, expressions);
  // `test/mutation/conditions.ts` needs to know which tests evaluate a condition.
  const record = process.env.UNDERSIGNED_TEST_CONDITIONS;
  if (record && condition !== undefined) appendFileSync(record, `${JSON.stringify(condition)}\n`);
  return expressions;
}

function prepare(write: Write): PreparedWrite {
  if ('create' in write) {
    const item = marshalled(write.create);
    checkKey(write.create);
    return { key: write.create, allows: (before) => before === undefined, after: () => item };
  }
  const isUpdate = 'key' in write;
  const key = isUpdate ? write.key : write.remove;
  const values = write.values ? marshalled(write.values) : undefined;
  const update = isUpdate ? write.update : undefined;
  // An empty condition means no condition, because `table.ts` leaves it out.
  const text = write.condition || undefined;
  if ((write.names || values) && text === undefined && update === undefined)
    throw new ValidationException('Names or values without an expression');
  const { condition, changes, used } = expressionsOf(text, update, write.names ?? {});
  checkPlaceholders(write.names, values, used);
  checkKey(key);
  const given = values ?? {};
  if (condition) checkConditionValues(condition, given);
  if (changes) {
    checkUpdateValues(changes, given);
  }
  return {
    key,
    allows: (before) => condition === undefined || isTrue(condition, before, given),
    after: (before) => {
      if (!changes) return undefined;
      checkKeysStay(changes);
      return changed(before ?? marshalled({ PK: key.PK, SK: key.SK }), changes, given);
    },
  };
}

function checkKeysStay({ set, add, delete: deletions, remove }: Changes): void {
  for (const [first] of [...remove, ...[...set, ...add, ...deletions].map(({ path }) => path)])
    if (first === 'PK' || first === 'SK') throw new ValidationException('A key cannot be changed');
}

/** Checks that each used placeholder is defined, and that each defined one is used. */
function checkPlaceholders(
  names: Record<string, string> | undefined,
  values: Item | undefined,
  used: ReadonlySet<string>,
): void {
  for (const defined of [names, values]) {
    if (!defined) continue;
    const all = Object.keys(defined);
    if (all.length === 0) throw new ValidationException('Names or values are empty');
    for (const name of all) if (!used.has(name)) throw new ValidationException(`${name} is not used`);
  }
  for (const name of used)
    if (name.startsWith(':') && !(values && Object.hasOwn(values, name)))
      throw new ValidationException(`${name} is not defined`);
}

const maxActions = 100;

function checkTransaction(writes: PreparedWrite[]): void {
  if (writes.length === 0 || writes.length > maxActions) throw new ValidationException('1 to 100 actions');
  checkDistinct(writes.map(({ key }) => key));
}

const maxPuts = 25;

function checkDistinct(keys: Key[]): void {
  const distinct = new Set(keys.map(({ PK, SK }) => JSON.stringify([PK, SK])));
  if (distinct.size < keys.length) throw new ValidationException('An item is in the request twice');
}

/** An item with these attributes alone, each by its path of one or two parts. */
function projected(item: Item, paths: readonly string[]): Item {
  const result: Item = {};
  for (const path of paths) {
    const [name = '', inner] = path.split('.');
    const value = item[name];
    if (value === undefined) continue;
    if (inner === undefined) result[name] = value;
    else if (value.M?.[inner] !== undefined)
      result[name] = { M: { ...result[name]?.M, [inner]: value.M[inner] } };
  }
  return result;
}
