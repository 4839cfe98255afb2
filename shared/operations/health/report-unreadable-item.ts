import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { log } from '../../log.ts';
import { eventCreation } from '../../table/events.ts';
import { type Key, unreadableItemKey } from '../../table/keys.ts';
import { type OnUnreadable, type Store, undefinedIfUnreadable, unreadableItemOf } from '../../table/table.ts';

/**
 * Tells the organizers, and by a log line the operator's alarm, that an item of a campaign cannot be read and was left
 * out. Each item is reported once, however often and by however many functions it is read.
 */
export async function reportUnreadableItem(
  store: Store,
  slug: string,
  item: Key,
  { now, newUlid }: Pick<Context, 'now' | 'newUlid'>,
  attributes?: string,
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
    }),
  ]);
  if (failed.length === 0)
    log('error', 'unreadable item', { slug, item: name, ...(attributes && { attributes }) });
}

interface CampaignStore extends Pick<Context, 'now' | 'newUlid'> {
  store: Store;
  slug: string;
}

/** Waits for work on a campaign. If it fails because an item cannot be read, the organizers are told of the item. */
export async function reportIfUnreadable<T>(
  work: Promise<T>,
  { store, slug, ...context }: CampaignStore,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const item = unreadableItemOf(error);
    if (item) {
      const attributes = error instanceof Failure ? error.attributes : undefined;
      await reportUnreadableItem(store, slug, item, context, attributes);
    }
    throw error;
  }
}

/** The same, and whoever reads goes on without what cannot be read. */
export const readIfReadable = <T>(read: Promise<T>, campaign: CampaignStore): Promise<T | undefined> =>
  undefinedIfUnreadable(reportIfUnreadable(read, campaign));

/** A reader's `onUnreadable`, and a function that reports all items that it got. */
export interface UnreadableItems {
  add: OnUnreadable;
  report: () => Promise<void>;
}

/** Collects the keys of items that cannot be read while a campaign is read. `report` reports them afterwards. */
export function newUnreadableItems(
  store: Store,
  slug: string,
  context: Pick<Context, 'now' | 'newUlid'>,
): UnreadableItems {
  const items: [Key, string][] = [];
  return {
    add: (item, attributes) => items.push([item, attributes]),
    report: async () => {
      for (const [item, attributes] of items.splice(0, maxReported))
        await reportUnreadableItem(store, slug, item, context, attributes);
    },
  };
}

/** Items reported for one reading, at most. A table with more needs an engineer, not more mails. */
const maxReported = 20;
