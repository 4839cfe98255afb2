import * as z from 'zod';
import { forEachConcurrently } from '../../concurrently.ts';
import type { Context } from '../../context.ts';
import { signOnSchema } from '../../sign-on/sign-on.ts';
import { markDirty } from '../../table/gate.ts';
import { gateKey, type Key, parseItemKey } from '../../table/keys.ts';
import { noteListingChange } from '../../table/listing-changes.ts';
import { type Store, undefinedIfUnreadable } from '../../table/table.ts';

/** A changed item, as in a stream record. */
export interface ItemChange {
  key: Key;
  image: Record<string, unknown> | undefined;
  oldImage: Record<string, unknown> | undefined;
}

const gateSchema = z.object({ status: z.string(), listing: z.string().optional() });

/**
 * If a campaign's list is stored, notes each sign-on that changes the list, and marks the pages as outdated. It costs
 * one write unit for each sign-on, however often it is in the batch. If the list is not stored, the site job will read
 * it from the table later, with these changes.
 */
export async function noteListingChanges(
  store: Store,
  changes: readonly ItemChange[],
  { newUlid }: Pick<Context, 'newUlid'>,
): Promise<void> {
  const signOns = changes.flatMap(({ key, ...images }) => {
    const item = parseItemKey(key);
    return item?.kind === 'sign-on' ? [{ ...item, ...images }] : [];
  });
  for (const [slug, ofCampaign] of Map.groupBy(signOns, (signOn) => signOn.slug)) {
    if (!ofCampaign.some((change) => changesList(change, { onlyCounted: true }))) continue;
    // A gate that cannot be read is reported by its site job. The records of other campaigns go on.
    const gate = await undefinedIfUnreadable(store.get(gateSchema, gateKey(slug)));
    if (gate?.listing === undefined) continue;
    // Before publication, only those who are counted are listed.
    const onlyCounted = gate.status !== 'published';
    const ids = new Set(
      ofCampaign.filter((change) => changesList(change, { onlyCounted })).map(({ id }) => id),
    );
    await forEachConcurrently(ids, (id) => noteListingChange(store, slug, { id, mark: newUlid() }));
    if (ids.size > 0) await markDirty(store, slug, newUlid());
  }
}

interface ListOptions {
  onlyCounted: boolean;
}

/** Whether somebody is added to the list, removed from it, or printed in another way. */
const changesList = (
  { image, oldImage }: Pick<ItemChange, 'image' | 'oldImage'>,
  options: ListOptions,
): boolean => listedFacts(image, options) !== listedFacts(oldImage, options);

/** The attributes that decide whether and how a sign-on is listed. Empty if it is not listed or cannot be read. */
function listedFacts(image: ItemChange['image'], { onlyCounted }: ListOptions): string {
  if (image?.eligible !== 'yes' || !signOnSchema.safeParse(image).success) return '';
  const { signed, organizationKey, confirmedAt, counted } = image;
  return JSON.stringify([signed, organizationKey, confirmedAt, ...(onlyCounted ? [counted] : [])]);
}
