import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import { eventCreation } from '../../table/events.ts';
import { type Key, unreadableItemKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/**
 * Tells the organizers, and the operator's alarm by a log line, that an item of a campaign cannot be read and was left out:
 * once for each item, however often and by however many functions it is met.
 */
export async function reportUnreadableItem(
  store: Store,
  slug: string,
  item: Key,
  { now, newUlid }: Pick<Context, 'now' | 'newUlid'>,
): Promise<void> {
  const name = `${item.PK} ${item.SK}`;
  const at = now();
  const failed = await store.transact([
    { create: { ...unreadableItemKey(slug, item), slug, at: at.toISOString() } },
    eventCreation({
      slug,
      now: at,
      newUlid,
      actor: 'system',
      event: { type: 'item-unreadable', item: name },
      isNotice: true,
    }),
  ]);
  if (failed.length === 0) log('error', 'unreadable item', { slug, item: name });
}

/** A reader's `onUnreadable`, and what reports all that it was told of. */
export interface UnreadableItems {
  add: (item: Key) => void;
  report: () => Promise<void>;
}

/** Collects the keys of items that cannot be read while a campaign is read; `report` tells of them afterwards. */
export function newUnreadableItems(
  store: Store,
  slug: string,
  context: Pick<Context, 'now' | 'newUlid'>,
): UnreadableItems {
  const items: Key[] = [];
  return {
    add: (item) => items.push(item),
    report: async () => {
      for (const item of items.splice(0, maxReported)) await reportUnreadableItem(store, slug, item, context);
    },
  };
}

/** Of one reading. A table in which more cannot be read needs an engineer and not more mails. */
const maxReported = 20;
