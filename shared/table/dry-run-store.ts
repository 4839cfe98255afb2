import * as z from 'zod';
import { Failure } from '../failure.ts';
import type { Key } from './keys.ts';
import { parseItem, type QueryOptions, readableItems, type Store, type Update, type Write } from './table.ts';

type Item = Record<string, unknown>;

/**
 * A store that reads the table and keeps its own writes to itself, so that a program can run as it would and change
 * nothing. Conditions are taken to hold: whoever runs dry reads before each write, and nobody else writes here.
 *
 * @throws Failure for an update expression that it does not know
 */
export function newDryRunStore(table: Store): Store {
  const own = new Map<string, Map<string, Item | undefined>>();
  const rawItem = z.record(z.string(), z.unknown());

  const keep = ({ PK, SK }: Key, item: Item | undefined): void => {
    const partition = own.get(PK) ?? new Map<string, Item | undefined>();
    own.set(PK, partition.set(SK, item));
  };
  const read = async (key: Key): Promise<Item | undefined> => {
    const partition = own.get(key.PK);
    return partition?.has(key.SK) ? partition.get(key.SK) : await table.get(rawItem, key);
  };
  const write = async (one: Write): Promise<void> => {
    if ('remove' in one) return keep(one.remove, undefined);
    if ('create' in one) return keep(one.create, one.create);
    keep(one.key, updatedItem({ ...one.key, ...(await read(one.key)) }, one));
  };

  return {
    get: async (schema, key) => {
      const item = await read(key);
      return item && parseItem(schema, item);
    },
    query: async (schema, options) => {
      const stored = await table.query(rawItem, { ...options, onUnreadable: undefined });
      const items = withOwn(stored, own.get(options.PK), options);
      const page = options.limit === undefined ? items : items.slice(0, options.limit);
      const last = page.at(-1);
      const next = page.length < items.length && last ? { PK: options.PK, SK: sortKeyOf(last) } : stored.next;
      return { items: readableItems(schema, page, options.onUnreadable), ...(next && { next }) };
    },
    update: async (update) => {
      await write(update);
      return true;
    },
    remove: async (removal) => {
      await write(removal);
      return true;
    },
    transact: async (writes) => {
      for (const each of writes) await write(each);
      return [];
    },
    putAll: async (items) => {
      for (const item of items) keep(item, item);
    },
  };
}

const sortKeyOf = ({ SK }: Item): string => String(SK);

/** A page of the table with what the dry run wrote in its range. */
function withOwn(
  { items, next }: { items: Item[]; next?: Key },
  own: ReadonlyMap<string, Item | undefined> = new Map(),
  { prefix = '', after, newestFirst = false }: QueryOptions,
): Item[] {
  const order = newestFirst ? -1 : 1;
  const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0) * order;
  const isInRange = (sortKey: string): boolean =>
    sortKey.startsWith(prefix) &&
    (!after || compare(sortKey, after.SK) > 0) &&
    (!next || compare(sortKey, next.SK) <= 0);
  const added = [...own]
    .filter(([sortKey]) => isInRange(sortKey))
    .flatMap(([, item]) => (item ? [item] : []));
  return [...items.filter((item) => !own.has(sortKeyOf(item))), ...added].toSorted((one, other) =>
    compare(sortKeyOf(one), sortKeyOf(other)),
  );
}

const clause = /\b(SET|REMOVE|ADD|DELETE)\b/;

/** The item after an update; the given one is not changed. */
function updatedItem(item: Item, { update, names = {}, values = {} }: Update): Item {
  const unknown = new Failure('refused', 'dry run', 'UnknownExpression');
  const changed = { ...item };
  const nameOf = (name: string): string => (name.startsWith('#') ? (names[name] ?? name) : name);
  const operandOf = (text: string): unknown => {
    if (/^:\w+$/.test(text)) return values[text];
    const [, name = '', otherwise = ''] = /^if_not_exists\(\s*([#\w]+)\s*,\s*(:\w+)\s*\)$/.exec(text) ?? [];
    if (!name) throw unknown;
    return changed[nameOf(name)] ?? values[otherwise];
  };
  const setOf = (value: unknown): unknown[] => (value instanceof Set ? [...value] : []);
  const [, ...parts] = update.split(clause);
  for (let at = 0; at < parts.length; at += 2) {
    // A comma within parentheses is part of a function's arguments.
    for (const action of (parts[at + 1] ?? '').split(/,(?![^(]*\))/).map((text) => text.trim())) {
      const [, name = '', rest = ''] = /^([#\w]+)\s*=?\s*([\s\S]*)$/.exec(action) ?? [];
      const field = nameOf(name);
      if (!name) throw unknown;
      if (parts[at] === 'SET') changed[field] = operandOf(rest);
      else if (parts[at] === 'REMOVE') delete changed[field];
      else {
        const operand = setOf(values[rest]);
        if (operand.length === 0) throw unknown;
        const was = setOf(changed[field]);
        const is = parts[at] === 'ADD' ? [...was, ...operand] : was.filter((one) => !operand.includes(one));
        if (is.length === 0) delete changed[field];
        else changed[field] = new Set(is);
      }
    }
  }
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
}
