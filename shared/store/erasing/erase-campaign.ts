import * as z from 'zod';
import { eventSchema } from '../../campaign/events.ts';
import { isErased } from '../../sign-on/erased.ts';
import { eventCreation } from '../events.ts';
import { markDirty, readGate } from '../gate.ts';
import {
  campaignPartition,
  erasureKey,
  eventKey,
  gateKey,
  type Key,
  pressContactKey,
  settingsKey,
  shardCount,
  signOnsPartition,
} from '../keys.ts';
import { readPressList } from '../press.ts';
import { readShard } from '../sign-ons.ts';
import type { Store } from '../table.ts';
import { eraseSignOn } from './erase.ts';

export interface ErasingCampaign {
  slug: string;
  now: () => Date;
  newUlid: () => string;
  newNonce: () => string;
}

export type BeginOutcome = 'begun' | 'under-way' | 'publishing' | 'no-such-campaign';

/**
 * Begins to erase all personal data of a campaign; `eraseSome` does it. Signing is paused with it, and a letter that is
 * not published is held: nobody is to publish a list without names by accident.
 */
export async function beginErasure(
  store: Store,
  { slug, now, newUlid }: ErasingCampaign,
  actor: 'organizer' | 'system',
): Promise<BeginOutcome> {
  const gate = await readGate(store, slug);
  if (!gate) return 'no-such-campaign';
  if (gate.erasing !== undefined) return 'under-way';
  if (gate.status === 'publishing') return 'publishing';
  const isCollecting = gate.status === 'collecting';
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: `SET erasing = :mark, dirty = :mark${isCollecting ? ', held = :yes, forced = :no' : ''}`,
      condition: '#status = :was AND attribute_not_exists(erasing)',
      names: { '#status': 'status' },
      values: {
        ':mark': newUlid(),
        ':was': gate.status,
        ...(isCollecting && { ':yes': 'yes', ':no': 'no' }),
      },
    },
    { key: settingsKey(slug), update: 'SET paused = :yes', values: { ':yes': true } },
    eventCreation({
      slug,
      now: now(),
      newUlid,
      actor,
      happening: { type: 'erasure-begun' },
      isNotice: false,
    }),
  ]);
  return failed.length === 0 ? 'begun' : 'under-way';
}

/** How far an erasure is. */
const erasureSchema = z.object({
  mark: z.string(),
  /** Shards of sign-ons, 0 to 15, then the press list, then the events. */
  step: z.int(),
  after: z.string().optional(),
});
type Erasure = z.infer<typeof erasureSchema>;

const pageSize = 200;
const rowsAtOnce = 20;

/**
 * Goes on with an erasure that has begun, page by page, until it is done or `until` has come. Whoever calls next goes on
 * from the last page; two at once do no harm.
 *
 * @returns whether it is done
 */
export async function eraseSome(store: Store, erasing: ErasingCampaign & { until?: Date }): Promise<boolean> {
  const { slug, now, newUlid, until } = erasing;
  const mark = (await readGate(store, slug))?.erasing;
  if (mark === undefined) return true;
  const kept = await store.get(erasureSchema, erasureKey(slug));
  let erasure: Erasure | undefined = kept?.mark === mark ? kept : { mark, step: 0 };
  while (erasure) {
    if (until && now() >= until) return false;
    erasure = await erasePage(store, erasing, erasure);
    if (erasure) await keep(store, slug, erasure);
  }
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET erasedAt = :now, dirty = :dirty REMOVE erasing',
      condition: 'erasing = :mark',
      values: { ':now': now().toISOString(), ':dirty': newUlid(), ':mark': mark },
    },
    eventCreation({
      slug,
      now: now(),
      newUlid,
      actor: 'system',
      happening: { type: 'erased' },
      isNotice: false,
    }),
  ]);
  return true;
}

async function keep(store: Store, slug: string, { mark, step, after }: Erasure): Promise<void> {
  await store.update({
    key: erasureKey(slug),
    update: `SET mark = :mark, step = :step ${after === undefined ? 'REMOVE #after' : ', #after = :after'}`,
    names: { '#after': 'after' },
    values: { ':mark': mark, ':step': step, ...(after !== undefined && { ':after': after }) },
  });
}

/** Erases one page, and says which is next; none after the last. */
async function erasePage(
  store: Store,
  erasing: ErasingCampaign,
  { mark, step, after }: Erasure,
): Promise<Erasure | undefined> {
  const { slug } = erasing;
  const [PK, erasePart] =
    step < shardCount
      ? ([signOnsPartition(slug, step), eraseSignOns] as const)
      : ([campaignPartition(slug), step === shardCount ? erasePress : eraseEvents] as const);
  const start = after === undefined ? undefined : { PK, SK: after };
  const next = await erasePart(store, erasing, { step, start });
  if (next) return { mark, step, after: next.SK };
  return step <= shardCount ? { mark, step: step + 1 } : undefined;
}

interface Page {
  step: number;
  start: Key | undefined;
}

async function eraseSignOns(
  store: Store,
  { slug, now, newUlid, newNonce }: ErasingCampaign,
  { step, start }: Page,
): Promise<Key | undefined> {
  const { items, next } = await readShard(store, {
    slug,
    shard: step,
    limit: pageSize,
    ...(start && { after: start }),
  });
  const due = items.filter((signOn) => !isErased(signOn));
  for (let at = 0; at < due.length; at += rowsAtOnce)
    await Promise.all(
      due
        .slice(at, at + rowsAtOnce)
        .map((signOn) => eraseSignOn(store, { signOn, now: now(), newUlid, newNonce })),
    );
  if (due.length > 0) await markDirty(store, slug, newUlid());
  return next;
}

/** Who was on the press list goes; that somebody was, and what became of the mails, stays, or one could come twice. */
async function erasePress(
  store: Store,
  { slug }: ErasingCampaign,
  { start }: Page,
): Promise<Key | undefined> {
  const { items, next } = await readPressList(store, {
    slug,
    limit: pageSize,
    ...(start && { after: start }),
  });
  for (const { addressHash, email } of items) {
    if (email === '') continue;
    await store.update({
      key: pressContactKey(slug, addressHash),
      update: 'REMOVE email, #name, outlet, returned',
      condition: 'attribute_exists(PK)',
      names: { '#name': 'name' },
    });
  }
  return next;
}

/** The log keeps what was decided, and loses names of journalists. */
async function eraseEvents(
  store: Store,
  { slug }: ErasingCampaign,
  { start }: Page,
): Promise<Key | undefined> {
  const { items, next } = await store.query(eventSchema, {
    PK: campaignPartition(slug),
    prefix: 'EVENT#',
    limit: pageSize,
    ...(start && { after: start }),
  });
  for (const { id, happening } of items) {
    if (!('contact' in happening) || happening.contact === '') continue;
    await store.update({
      key: eventKey(slug, id),
      update: 'SET happening.contact = :none REMOVE owes',
      condition: 'attribute_exists(PK)',
      values: { ':none': '' },
    });
  }
  return next;
}
