import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { type ReviewState, reviewStateOf, reviewStates } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { addSource, sourcesSchema, sumSources } from '../../sign-on/sources.ts';
import { hasExpired } from '../../table/expiry.ts';
import { notDeletedGuard } from '../../table/gate.ts';
import { allShards, figuresKey } from '../../table/keys.ts';
import { readShard } from '../../table/sign-ons.ts';
import { isUnreadable, type Store } from '../../table/table.ts';

/** Numbers of sign-ons by state, and of their mails. */
export const shardFiguresSchema = z.object({
  pending: z.int(),
  waiting: z.int(),
  counted: z.int(),
  duplicate: z.int(),
  asked: z.int(),
  withdrawn: z.int(),
  rejected: z.int(),
  /** A mail is due. */
  mailsWaiting: z.int(),
  bounced: z.int(),
  complained: z.int(),
  /** Absent where nobody came by a link with a name, and in figures of before they were counted. */
  sources: sourcesSchema.optional(),
} satisfies Record<ReviewState, z.ZodType> & Record<string, z.ZodType>);
export type ShardFigures = z.infer<typeof shardFiguresSchema>;

/** Figures that need all rows, and when these were read. */
export interface Figures extends ShardFigures {
  asOf: string;
}

export const noFigures: ShardFigures = {
  pending: 0,
  waiting: 0,
  counted: 0,
  duplicate: 0,
  asked: 0,
  withdrawn: 0,
  rejected: 0,
  mailsWaiting: 0,
  bounced: 0,
  complained: 0,
};

/** Adds one sign-on. An expired one is not counted. */
export function addToFigures(figures: ShardFigures, signOn: SignOn, now: Date): ShardFigures {
  if (hasExpired(signOn.expiresAt, now)) return figures;
  const state = reviewStateOf(signOn);
  const { pendingMail, mailFeedback } = signOn;
  return {
    ...figures,
    [state]: figures[state] + 1,
    mailsWaiting: figures.mailsWaiting + (pendingMail ? 1 : 0),
    bounced: figures.bounced + (mailFeedback?.what === 'bounced' ? 1 : 0),
    complained: figures.complained + (mailFeedback?.what === 'complained' ? 1 : 0),
    ...(signOn.signed?.source !== undefined && { sources: addSource(figures.sources, signOn) }),
  };
}

const names = [...reviewStates, 'mailsWaiting', 'bounced', 'complained'] as const;

function sum(all: readonly ShardFigures[]): ShardFigures {
  const total = { ...noFigures };
  for (const figures of all) for (const name of names) total[name] += figures[name];
  return { ...total, sources: sumSources(all.map(({ sources }) => sources)) };
}

/** What sweeps have counted, by number of the shard. */
const storedFiguresSchema = z.object({
  shards: z.record(z.string(), shardFiguresSchema.extend({ asOf: instantSchema })),
});

/** Rows of a shard that a page of the console reads at most. A campaign has sixteen shards. */
export const rowsOfShardAtOnce = 125;

/**
 * The figures of a campaign, with a limited number of reads. Up to about two thousand sign-ons are counted now. For
 * more, the figures are from the last sweep that read each shard, and their time is that of the oldest.
 */
export async function readFigures(
  store: Store,
  { slug, now }: { slug: string; now: Date },
): Promise<Figures | undefined> {
  const pages = await Promise.all(
    allShards.map((shard) => readShard(store, { slug, shard, limit: rowsOfShardAtOnce, consistent: false })),
  );
  if (pages.every(({ next }) => next === undefined)) {
    const rows = pages.flatMap(({ items }) => items);
    const figures = rows.reduce((sum, signOn) => addToFigures(sum, signOn, now), noFigures);
    return { ...figures, asOf: now.toISOString() };
  }
  return await readStoredFigures(store, slug);
}

async function readStoredFigures(store: Store, slug: string): Promise<Figures | undefined> {
  const stored = await store.get(storedFiguresSchema.catch({ shards: {} }), figuresKey(slug));
  const shards = Object.values(stored?.shards ?? {});
  const [asOf] = shards.map((shard) => shard.asOf).toSorted();
  if (asOf === undefined || shards.length < allShards.length) return undefined;
  return { ...sum(shards), asOf };
}

/**
 * Stores what a sweep counted of the shards that it read, unless the campaign was deleted meanwhile. Only the first
 * write, which creates the item, asks the gate: an item that a deletion has removed is not updated.
 */
export async function storeFigures(
  store: Store,
  slug: string,
  shards: ReadonlyMap<number, ShardFigures>,
  now: Date,
): Promise<void> {
  if (shards.size === 0) return;
  const counted = [...shards].map(
    ([shard, figures]) => [String(shard), { ...figures, asOf: now.toISOString() }] as const,
  );
  const update = (names: Record<string, string>) =>
    store.update({
      key: figuresKey(slug),
      update: `SET ${counted.map(([shard]) => `shards.#s${shard} = :s${shard}`).join(', ')}`,
      condition: 'attribute_exists(shards)',
      names,
      values: Object.fromEntries(counted.map(([shard, figures]) => [`:s${shard}`, figures])),
    });
  const isStored = await update(Object.fromEntries(counted.map(([shard]) => [`#s${shard}`, shard]))).catch(
    (error: unknown) => {
      // Figures that were damaged begin anew.
      if (isUnreadable(error)) return false;
      throw error;
    },
  );
  if (isStored) return;
  await store.transact([
    notDeletedGuard(slug),
    {
      key: figuresKey(slug),
      update: 'SET shards = :shards',
      values: { ':shards': Object.fromEntries(counted) },
    },
  ]);
}
