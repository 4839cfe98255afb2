import * as z from 'zod';
import { campaignListPartition, type Key } from './keys.ts';
import type { Store } from './table.ts';

const listedSchema = z.object({ slug: z.string() });

/** Slugs of all campaigns. */
export async function campaignSlugs(store: Store): Promise<string[]> {
  const slugs: string[] = [];
  let after: Key | undefined;
  do {
    const { items, next } = await store.query(listedSchema, { PK: campaignListPartition, after });
    slugs.push(...items.map(({ slug }) => slug));
    after = next;
  } while (after);
  return slugs;
}
