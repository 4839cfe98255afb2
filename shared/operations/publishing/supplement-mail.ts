import type { Happening } from '../../campaign/events.ts';
import type { Gate } from '../../campaign/gate.ts';
import type { Supplement } from '../../campaign/supplement.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';
import type { Lease } from './lease.ts';

/** The gate's supplement changes only from what it was read as: of two that want to change it, one does. */
const changed = (
  slug: string,
  was: Supplement,
  is: Supplement,
  more: { set?: string; remove?: string; condition?: string; values?: Record<string, unknown> } = {},
): Update => {
  const { set, remove, condition, values } = more;
  return {
    key: gateKey(slug),
    update: `SET supplement = :is${set ? `, ${set}` : ''}${remove ? ` REMOVE ${remove}` : ''}`,
    condition: `supplement = :was${condition ? ` AND ${condition}` : ''}`,
    ...(condition?.includes('#status') && { names: { '#status': 'status' } }),
    values: { ':was': was, ':is': is, ...values },
  };
};

type SupplementNews = NonNullable<Supplement['news']>;

/** What the next supplement is compared with. */
const supplied = ({ id, news }: Supplement, at: string) =>
  news && {
    id,
    at,
    asOf: news.asOf,
    organizations: news.organizations,
    individuals: news.individuals,
  };

const numbers = ({ asOf: _, ...news }: SupplementNews) => news;

/** How a supplement ends. `not-wanted`: the campaign says no longer that its letter goes by mail. */
export type SupplementEnding = Extract<
  Supplement['state'],
  'sent' | 'unknown' | 'refused' | 'not-wanted' | 'to-hand-over' | 'nothing-new'
>;

/** What the organizers are told of each. */
const happenings = {
  sent: 'supplement-sent',
  unknown: 'supplement-unknown',
  refused: 'supplement-refused',
  'to-hand-over': 'supplement-ready',
  'nothing-new': 'supplement-idle',
  'not-wanted': undefined,
} as const satisfies Record<SupplementEnding, Happening['type'] | undefined>;

interface Writing {
  now: Date;
  newUlid: () => string;
}

/**
 * Notes on the gate that a mail is about to be frozen, before its file is written: from then on somebody empties that file,
 * whatever becomes of the supplement. None: the lease is lost, or everything was taken down.
 */
export async function announceFrozen(
  store: Store,
  { slug, mark }: Lease,
  was: Supplement,
  frozen: string,
): Promise<Supplement | undefined> {
  const announced: Supplement = { ...was, frozen };
  const isAnnounced = await store.update(
    changed(slug, was, announced, {
      condition: '#status = :published AND lease = :mark',
      values: { ':published': 'published', ':mark': mark },
    }),
  );
  return isAnnounced ? announced : undefined;
}

/** The frozen mail is written: it is owed from now on. Only as long as the lease is held, and nobody took all down. */
export const freezeSupplement = (
  store: Store,
  { slug, mark }: Lease,
  was: Supplement,
  { frozen, news, now }: { frozen: string; news: SupplementNews; now: Date },
): Promise<boolean> => {
  const at = now.toISOString();
  return store.update(
    changed(
      slug,
      was,
      { ...was, state: 'frozen', at, frozen, news },
      {
        set: 'supplementDue = :now',
        condition: '#status = :published AND lease = :mark',
        values: { ':now': at, ':published': 'published', ':mark': mark },
      },
    ),
  );
};

/** Somebody on the frozen list has withdrawn since: the site job freezes it again. */
export const thawSupplement = (
  store: Store,
  slug: string,
  was: Supplement,
  { now, newUlid }: Writing,
): Promise<boolean> =>
  store.update(
    changed(
      slug,
      was,
      { ...was, state: 'asked', at: now.toISOString() },
      { set: 'dirty = :mark', remove: 'supplementDue', values: { ':mark': newUlid() } },
    ),
  );

/** Claims the one attempt to mail it. None: another is under way, or it is settled, or everything was taken down. */
export async function claimSupplement(
  store: Store,
  slug: string,
  was: Supplement,
  { now, newUlid }: Writing,
): Promise<Supplement | undefined> {
  const claimed: Supplement = { ...was, state: 'claimed', at: now.toISOString(), claim: newUlid() };
  const isClaimed = await store.update(
    changed(slug, was, claimed, {
      condition: '#status = :published AND attribute_exists(supplementDue)',
      values: { ':published': 'published' },
    }),
  );
  return isClaimed ? claimed : undefined;
}

/** Frees a claim whose mail was definitely not sent. */
export async function freeSupplement(store: Store, slug: string, claimed: Supplement): Promise<void> {
  const { claim: _, ...free } = claimed;
  await store.update(changed(slug, claimed, { ...free, state: 'frozen' }));
}

/**
 * Writes how it ended, and tells the organizers in the same transaction. What went, or was made to be handed over, is what
 * the next one is compared with. The site job is called: pages say when it went, and what was frozen is emptied.
 */
export async function settleSupplement(
  store: Store,
  slug: string,
  was: Supplement,
  {
    state,
    news = was.news,
    now,
    newUlid,
    lease,
  }: Writing & { state: SupplementEnding; news?: SupplementNews | undefined; lease?: Lease },
): Promise<boolean> {
  const at = now.toISOString();
  const { claim: _, ...rest } = was;
  const is: Supplement = { ...rest, state, at, ...(news && { news }) };
  const isThere = state === 'sent' || state === 'to-hand-over';
  const set = [
    'dirty = :mark',
    ...(isThere ? ['supplied = :supplied'] : []),
    ...(state === 'sent' ? ['suppliedAt = list_append(if_not_exists(suppliedAt, :none), :sentAt)'] : []),
  ];
  const type = happenings[state];
  const failed = await store.transact([
    changed(slug, was, is, {
      set: set.join(', '),
      remove: 'supplementDue',
      ...(lease && { condition: '#status = :published AND lease = :lease' }),
      values: {
        ':mark': newUlid(),
        ...(isThere && { ':supplied': supplied(is, at) }),
        ...(state === 'sent' && { ':none': [], ':sentAt': [at] }),
        ...(lease && { ':lease': lease.mark, ':published': 'published' }),
      },
    }),
    ...(type && news
      ? [
          eventCreation({
            slug,
            now,
            newUlid,
            actor: 'system',
            happening: { type, ...numbers(news) },
            isNotice: true,
          }),
        ]
      : []),
  ]);
  return failed.length === 0;
}

/** What was frozen is empty now. */
export async function forgetFrozen(
  store: Store,
  { slug, supplement }: Pick<Gate, 'slug' | 'supplement'>,
): Promise<void> {
  if (!supplement) return;
  const { frozen: _, ...kept } = supplement;
  await store.update(changed(slug, supplement, kept));
}
