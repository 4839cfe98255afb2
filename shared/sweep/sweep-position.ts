import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { instantSchema, slugSchema } from '../campaign/settings.ts';
import { shardFiguresSchema } from '../operations/reporting/figures.ts';
import { notDeletedGuard } from '../table/gate.ts';
import { sweepPositionKey } from '../table/keys.ts';
import { setOrRemove } from '../table/set-or-remove.ts';
import type { Store, Update } from '../table/table.ts';

const positionSchema = z.object({
  slug: slugSchema,
  /** For each shard that was not read to its end: the sort key after which the next minute goes on. */
  after: z.record(z.string(), z.string()),
  /** What was counted of each shard that was not read to its end. */
  figures: z.record(z.string(), shardFiguresSchema).optional(),
  /** When a sweep last found something to do. */
  foundAt: instantSchema.optional(),
});
export type SweepPosition = Omit<z.infer<typeof positionSchema>, 'slug'>;

const atBeginning: SweepPosition = { after: {} };

/** Where the last sweep of a campaign stopped. One that cannot be read counts as the beginning. */
export async function readSweepPosition(store: Store, slug: string): Promise<SweepPosition> {
  const position = await store.get(positionSchema.catch({ slug, ...atBeginning }), sweepPositionKey(slug));
  if (!position) return atBeginning;
  const { slug: _, ...rest } = position;
  return rest;
}

/**
 * Keeps where a sweep stopped, unless the campaign was deleted meanwhile. Only the first write, which creates the item,
 * asks the gate: an item that a deletion has removed is not updated. A campaign that is read whole each minute and has
 * nothing to do costs no write.
 */
export async function saveSweepPosition(
  store: Store,
  slug: string,
  before: SweepPosition,
  { after, figures, foundAt = before.foundAt }: SweepPosition,
): Promise<void> {
  if (isDeepStrictEqual(before, { after, ...(figures && { figures }), ...(foundAt && { foundAt }) })) return;
  const { set, remove, values } = setOrRemove({ figures, foundAt });
  const write: Update = {
    key: sweepPositionKey(slug),
    update: `SET slug = :slug, #after = :after${set && `, ${set}`} ${remove && `REMOVE ${remove}`}`,
    names: { '#after': 'after' },
    values: { ...values, ':slug': slug, ':after': after },
  };
  if (await store.update({ ...write, condition: 'attribute_exists(PK)' })) return;
  await store.transact([notDeletedGuard(slug), write]);
}
