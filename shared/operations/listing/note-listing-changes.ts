import * as z from 'zod';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { signOnSchema } from '../../sign-on/sign-on.ts';
import { markDirty } from '../../table/gate.ts';
import { gateKey, type Key, parseItemKey } from '../../table/keys.ts';
import { noteListingChange } from '../../table/listing-changes.ts';
import type { Store } from '../../table/table.ts';

/** A changed item as the stream tells of it. */
export interface ItemChange {
  key: Key;
  image: Record<string, unknown> | undefined;
  oldImage: Record<string, unknown> | undefined;
}

const gateSchema = z.object({ status: z.string(), listing: z.string().optional() });

const writesAtOnce = 25;

/**
 * Notes each sign-on whose place on its campaign's list has changed, where the list is stored, and calls for new pages.
 * One write unit a sign-on, however often it is in the batch. Whether the list is stored is read now: if it is not, it
 * will be read from the table later, and these changes with it.
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
    if (!ofCampaign.some((change) => isListed(change, countedMatters))) continue;
    const gate = await readListingState(store, slug);
    if (gate?.listing === undefined) continue;
    const matters = gate.status === 'collecting' ? countedMatters : countedIsIgnored;
    const ids = new Set(ofCampaign.filter((change) => isListed(change, matters)).map(({ id }) => id));
    const all = [...ids];
    for (let at = 0; at < all.length; at += writesAtOnce)
      await Promise.all(
        all.slice(at, at + writesAtOnce).map((id) => noteListingChange(store, slug, { id, mark: newUlid() })),
      );
    if (ids.size > 0) await markDirty(store, slug, newUlid());
  }
}

/** A gate that cannot be read holds up no other campaign's records. Its site job reports it. */
async function readListingState(store: Store, slug: string) {
  try {
    return await store.get(gateSchema, gateKey(slug));
  } catch (error) {
    if (error instanceof Failure && error.code === 'UnreadableItem') return undefined;
    throw error;
  }
}

/** Before publication, only who is counted is listed. */
const countedMatters = true;
const countedIsIgnored = false;

type Images = Pick<ItemChange, 'image' | 'oldImage'>;

/** Whether a change is one of the list: somebody goes, comes, or is printed otherwise. */
const isListed = ({ image, oldImage }: Images, countMatters: boolean): boolean =>
  listedFacts(image, countMatters) !== listedFacts(oldImage, countMatters);

/** What of a sign-on decides whether and how it is listed. One that cannot be read is not. */
function listedFacts(image: Images['image'], countMatters: boolean): string {
  if (image?.eligible !== 'yes' || !signOnSchema.safeParse(image).success) return '';
  const { signed, organizationKey, confirmedAt, counted } = image;
  return JSON.stringify([signed, organizationKey, confirmedAt, ...(countMatters ? [counted] : [])]);
}
