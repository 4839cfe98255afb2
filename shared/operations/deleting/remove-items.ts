import * as z from 'zod';
import { signOnSchema } from '../../sign-on/sign-on.ts';
import { allShards, campaignPartition, isOfCampaign, type Key, signOnsPartition } from '../../table/keys.ts';
import type { Removal, Store, Update } from '../../table/table.ts';
import type { ReadTableKeys } from '../../table/table-keys.ts';

interface RemoveInput {
  slug: string;
  /** Part of each transaction; it fails if the deletion is not under way any more. */
  guard: Update;
}

/** DynamoDB's limit for one transaction is 100, and one of them is the guard. */
const itemsAtOnce = 99;

const keySchema = z.object({ PK: z.string(), SK: z.string() });
const rowSchema = keySchema.extend({ status: z.string().optional() });
const wholeRowSchema = z.looseObject(rowSchema.shape);

/** How many sign-ons a campaign has, and how many of them are confirmed. Reads also what its schema would not. */
export async function countRows(store: Store, slug: string): Promise<{ all: number; confirmed: number }> {
  const count = { all: 0, confirmed: 0 };
  for (const shard of allShards) {
    let after: Key | undefined;
    do {
      const page = await store.query(rowSchema, { PK: signOnsPartition(slug, shard), after });
      count.all += page.items.length;
      count.confirmed += page.items.filter(({ status }) => status === 'confirmed').length;
      after = page.next;
    } while (after);
  }
  return count;
}

/**
 * Removes every sign-on, also one that cannot be read. Unless confirmed ones may go, nothing is removed if there is
 * one; one that is confirmed at this moment stays, and ends the work. So does one that is not uncounted yet: `changed`.
 */
export async function removeRows(
  store: Store,
  { slug, guard, mayBeConfirmed }: RemoveInput & { mayBeConfirmed: boolean },
): Promise<'removed' | 'confirmed' | 'changed'> {
  if (!mayBeConfirmed && (await countRows(store, slug)).confirmed > 0) return 'confirmed';
  const unconfirmed = {
    condition: '#status <> :confirmed',
    names: { '#status': 'status' },
    values: { ':confirmed': 'confirmed' },
  };
  // A withdrawn one may still be counted for a moment. One that cannot be read stays counted.
  const uncounted = {
    ...unconfirmed,
    condition: '#status <> :confirmed AND counted <> :yes',
    values: { ...unconfirmed.values, ':yes': 'yes' },
  };
  for (const shard of allShards) {
    for (;;) {
      const { items } = await store.query(wholeRowSchema, {
        PK: signOnsPartition(slug, shard),
        limit: itemsAtOnce,
      });
      if (items.length === 0) break;
      const removals = items.map((row): Removal => {
        const { PK, SK } = row;
        const condition = signOnSchema.safeParse(row).success ? uncounted : unconfirmed;
        return { remove: { PK, SK }, ...(!mayBeConfirmed && condition) };
      });
      const failed = await store.transact([guard, ...removals]);
      if (failed.length > 0) return (await isAnyConfirmed(store, failed, items)) ? 'confirmed' : 'changed';
    }
  }
  return 'removed';
}

/** Whether one of the sign-ons whose removal failed is confirmed by now. The first write was the guard. */
async function isAnyConfirmed(store: Store, failed: number[], rows: Key[]): Promise<boolean> {
  if (failed.includes(0)) return false;
  const current = await Promise.all(
    failed.map(async (at) => {
      const row = rows[at - 1];
      return row && (await store.get(rowSchema, { PK: row.PK, SK: row.SK }));
    }),
  );
  return current.some((row) => row?.status === 'confirmed');
}

/**
 * Removes every item of a campaign but its settings and its gate. Those beside them are looked for once more at the
 * end, since reading the whole table takes minutes, and somebody may have used the console meanwhile. False: the
 * deletion is not under way any more.
 */
export async function removeItems(
  store: Store,
  readTableKeys: ReadTableKeys,
  { slug, guard }: RemoveInput,
): Promise<boolean> {
  const readCampaignKeys: ReadTableKeys = async (after) => {
    const { items, ...page } = await store.query(keySchema, { PK: campaignPartition(slug), after });
    return { keys: items, ...page };
  };
  for (const readKeys of [readTableKeys, readCampaignKeys]) {
    let after: Key | undefined;
    do {
      const { keys, next } = await readKeys(after);
      const found = keys.filter((key) => isOfCampaign(key, slug) && !isLast(key, slug));
      for (let at = 0; at < found.length; at += itemsAtOnce) {
        const removals = found.slice(at, at + itemsAtOnce).map((remove): Removal => ({ remove }));
        if ((await store.transact([guard, ...removals])).length > 0) return false;
      }
      after = next;
    } while (after);
  }
  return true;
}

/** Removed last, since it says that the deletion is under way. */
const isLast = ({ PK, SK }: Key, slug: string): boolean =>
  PK === campaignPartition(slug) && (SK === 'GATE' || SK === 'SETTINGS');
