import type { CampaignEvent } from '../../campaign/events.ts';
import type { Gate } from '../../campaign/gate.ts';
import type { Supplement } from '../../campaign/supplement.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';
import type { Lease } from './lease.ts';

/** The gate's supplement changes only from what it was read as: of two that want to change it, one does. */
const supplementUpdate = (
  slug: string,
  before: Supplement,
  after: Supplement,
  more: { set?: string; remove?: string; condition?: string; values?: Record<string, unknown> } = {},
): Update => {
  const { set, remove, condition, values } = more;
  return {
    key: gateKey(slug),
    update: `SET supplement = :is${set ? `, ${set}` : ''}${remove ? ` REMOVE ${remove}` : ''}`,
    condition: `supplement = :was${condition ? ` AND ${condition}` : ''}`,
    ...(condition?.includes('#status') && { names: { '#status': 'status' } }),
    values: { ':was': before, ':is': after, ...values },
  };
};

type SupplementChanges = NonNullable<Supplement['changes']>;

/** What the next supplement is compared with. */
const toLastSupplement = ({ id, changes }: Supplement, at: string) =>
  changes && {
    id,
    at,
    asOf: changes.asOf,
    organizations: changes.organizations,
    individuals: changes.individuals,
  };

const numbers = ({ asOf: _, ...news }: SupplementChanges) => news;

/** How a supplement ends. `not-wanted`: the campaign says no longer that its letter goes by mail. */
export type FinalSupplementState = Extract<
  Supplement['state'],
  'sent' | 'refused' | 'not-wanted' | 'to-hand-over' | 'nothing-new'
>;

/** What the organizers are told of each. */
const eventTypes = {
  sent: 'supplement-sent',
  refused: 'supplement-refused',
  'to-hand-over': 'supplement-ready',
  'nothing-new': 'supplement-idle',
  'not-wanted': undefined,
} as const satisfies Record<FinalSupplementState, CampaignEvent['type'] | undefined>;

interface WriteContext {
  now: Date;
  newUlid: () => string;
}

/**
 * Notes on the gate that a mail is about to be frozen, before its file is written: from then on somebody empties that file,
 * whatever becomes of the supplement. None: the lease is lost, or everything was taken down.
 */
export async function announceFreeze(
  store: Store,
  { slug, leaseId }: Lease,
  before: Supplement,
  freezeId: string,
): Promise<Supplement | undefined> {
  const announced: Supplement = { ...before, freezeId };
  const isAnnounced = await store.update(
    supplementUpdate(slug, before, announced, {
      condition: '#status = :published AND lease = :mark',
      values: { ':published': 'published', ':mark': leaseId },
    }),
  );
  return isAnnounced ? announced : undefined;
}

/** The frozen mail is written: it is owed from now on. Only as long as the lease is held, and nobody took all down. */
export const freezeSupplement = (
  store: Store,
  { slug, leaseId }: Lease,
  before: Supplement,
  { freezeId, changes, now }: { freezeId: string; changes: SupplementChanges; now: Date },
): Promise<boolean> => {
  const at = now.toISOString();
  return store.update(
    supplementUpdate(
      slug,
      before,
      { ...before, state: 'frozen', at, freezeId, changes },
      {
        set: 'pendingSupplementMail = :now',
        condition: '#status = :published AND lease = :mark',
        values: { ':now': at, ':published': 'published', ':mark': leaseId },
      },
    ),
  );
};

/** Somebody on the frozen list has withdrawn since: the site job freezes it again. */
export const requestNewFreeze = (
  store: Store,
  slug: string,
  before: Supplement,
  { now, newUlid }: WriteContext,
): Promise<boolean> =>
  store.update(
    supplementUpdate(
      slug,
      before,
      { ...before, state: 'asked', at: now.toISOString() },
      { set: 'dirty = :mark', remove: 'pendingSupplementMail', values: { ':mark': newUlid() } },
    ),
  );

/** Claims the one attempt to mail it. None: another is under way, or it is settled, or everything was taken down. */
export async function claimSupplement(
  store: Store,
  slug: string,
  before: Supplement,
  { now, newUlid }: WriteContext,
): Promise<Supplement | undefined> {
  const claimed: Supplement = { ...before, state: 'claimed', at: now.toISOString(), claim: newUlid() };
  const isClaimed = await store.update(
    supplementUpdate(slug, before, claimed, {
      condition: '#status = :published AND attribute_exists(pendingSupplementMail)',
      values: { ':published': 'published' },
    }),
  );
  return isClaimed ? claimed : undefined;
}

/** Releases a claim whose mail was not sent; with `notice`, the organizers are told that nobody knew for a while. */
export async function unclaimSupplement(
  store: Store,
  slug: string,
  claimed: Supplement,
  notice?: WriteContext,
): Promise<void> {
  const { claim: _, changes, ...free } = claimed;
  const update = supplementUpdate(slug, claimed, { ...free, ...(changes && { changes }), state: 'frozen' });
  if (!notice || !changes) {
    await store.update(update);
    return;
  }
  const event = { type: 'supplement-unknown' as const, ...numbers(changes) };
  await store.transact([update, eventCreation({ slug, ...notice, actor: 'system', event, isNotice: true })]);
}

/** SES reported that a supplement came back: the organizers are told, once, and the next one is not compared with it. */
export async function recordSupplementBounce(
  store: Store,
  slug: string,
  before: Supplement,
  { now, newUlid }: WriteContext,
): Promise<void> {
  const event: CampaignEvent = { type: 'letter-bounced', letter: 'supplement' };
  await store.transact([
    supplementUpdate(
      slug,
      before,
      { ...before, state: 'bounced', at: now.toISOString() },
      { remove: 'lastSupplement' },
    ),
    eventCreation({ slug, now, newUlid, actor: 'system', event, isNotice: true }),
  ]);
}

/**
 * Writes how it ended, and tells the organizers in the same transaction. What went, or was made to be handed over, is what
 * the next one is compared with. The site job is called: pages say when it went, and what was frozen is emptied.
 */
export async function settleSupplement(
  store: Store,
  slug: string,
  before: Supplement,
  {
    state,
    changes = before.changes,
    now,
    newUlid,
    lease,
  }: WriteContext & { state: FinalSupplementState; changes?: SupplementChanges | undefined; lease?: Lease },
): Promise<boolean> {
  const at = now.toISOString();
  const { claim: _, ...rest } = before;
  const is: Supplement = { ...rest, state, at, ...(changes && { changes }) };
  const isThere = state === 'sent' || state === 'to-hand-over';
  const set = [
    'dirty = :mark',
    ...(isThere ? ['lastSupplement = :lastSupplement'] : []),
    ...(state === 'sent'
      ? ['supplementsSentAt = list_append(if_not_exists(supplementsSentAt, :none), :sentAt)']
      : []),
  ];
  const type = eventTypes[state];
  const failed = await store.transact([
    supplementUpdate(slug, before, is, {
      set: set.join(', '),
      remove: 'pendingSupplementMail',
      ...(lease && { condition: '#status = :published AND lease = :lease' }),
      values: {
        ':mark': newUlid(),
        ...(isThere && { ':lastSupplement': toLastSupplement(is, at) }),
        ...(state === 'sent' && { ':none': [], ':sentAt': [at] }),
        ...(lease && { ':lease': lease.leaseId, ':published': 'published' }),
      },
    }),
    ...(type && changes
      ? [
          eventCreation({
            slug,
            now,
            newUlid,
            actor: 'system',
            event: { type, ...numbers(changes) },
            isNotice: true,
          }),
        ]
      : []),
  ]);
  return failed.length === 0;
}

/** What was frozen is empty now. */
export async function clearFreezeId(
  store: Store,
  { slug, supplement }: Pick<Gate, 'slug' | 'supplement'>,
): Promise<void> {
  if (!supplement) return;
  const { freezeId: _, ...kept } = supplement;
  await store.update(supplementUpdate(slug, supplement, kept));
}
