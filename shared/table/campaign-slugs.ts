import * as z from 'zod';
import { log } from '../log.ts';
import { campaignListPartition, type Key } from './keys.ts';
import type { Store } from './table.ts';

const listedSchema = z.object({ slug: z.string() });

/** Slugs of all campaigns. An entry that cannot be read is logged and left out: the other campaigns go on. */
export async function campaignSlugs(store: Store): Promise<string[]> {
  const slugs: string[] = [];
  let after: Key | undefined;
  do {
    const { items, next } = await store.query(listedSchema, {
      PK: campaignListPartition,
      after,
      onUnreadable: ({ PK, SK }) => log('error', 'unreadable item', { item: `${PK} ${SK}` }),
    });
    slugs.push(...items.map(({ slug }) => slug));
    after = next;
  } while (after);
  return slugs;
}
