import * as z from 'zod';
import { campaignListPartition, type Key } from './keys.ts';
import type { Store } from './table.ts';

/** The key alone says which campaign it is, so an entry that was damaged hides none. */
const listedSchema = z.object({ SK: z.string() });

/** Slugs of all campaigns. */
export async function campaignSlugs(store: Store): Promise<string[]> {
  const slugs: string[] = [];
  let after: Key | undefined;
  do {
    const { items, next } = await store.query(listedSchema, { PK: campaignListPartition, after });
    slugs.push(...items.map(({ SK }) => SK));
    after = next;
  } while (after);
  return slugs;
}
