import * as z from 'zod';
import { listingChangeKey, listingChangesPartition } from './keys.ts';
import type { Store } from './table.ts';

/** A sign-on whose position on the list has changed. Each further change gives it a new mark. */
export interface ListingChange {
  id: string;
  mark?: unknown;
}

/** Whatever the mark is, the key says which sign-on has changed. */
const changeSchema = z.object({ SK: z.string(), mark: z.unknown().optional() });

/** Notes that a sign-on has changed. One write unit; noting it again replaces the item. */
export async function noteListingChange(
  store: Store,
  slug: string,
  { id, mark }: ListingChange,
): Promise<void> {
  await store.update({
    key: listingChangeKey(slug, id),
    update: 'SET mark = :mark',
    values: { ':mark': mark },
  });
}

/** Changes that are noted, read consistently, `atMost` and one page more. */
export async function readListingChanges(
  store: Store,
  slug: string,
  atMost = Number.POSITIVE_INFINITY,
): Promise<ListingChange[]> {
  const changes: ListingChange[] = [];
  let after: { PK: string; SK: string } | undefined;
  do {
    const { items, next } = await store.query(changeSchema, { PK: listingChangesPartition(slug), after });
    changes.push(...items.map(({ SK, mark }) => ({ id: SK, mark })));
    after = next;
  } while (after && changes.length <= atMost);
  return changes;
}

/** Removes changes that are on the list now. One that was noted again since it was read stays. */
export async function forgetListingChange(
  store: Store,
  slug: string,
  { id, mark }: ListingChange,
): Promise<void> {
  await store.remove({
    remove: listingChangeKey(slug, id),
    ...(mark === undefined
      ? { condition: 'attribute_not_exists(mark)' }
      : { condition: 'mark = :mark', values: { ':mark': mark } }),
  });
}
