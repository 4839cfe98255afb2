import type { CampaignEvent } from '../../campaign/events.ts';
import type { Gate } from '../../campaign/gate.ts';
import type { Supplement } from '../../campaign/supplement.ts';
import { eventCreation } from '../../table/events.ts';
import type { LeaseHolder } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

/** Changes the gate's supplement, on condition that it is as it was read. Of two changes at once, one succeeds. */
const supplementUpdate = (
  slug: string,
  before: Supplement,
  after: Supplement,
  more: {
    set?: string;
    remove?: string;
    condition?: string;
    values?: Record<string, unknown>;
    mayBeWritten?: boolean;
  } = {},
): Update => {
  const { set, remove, condition, values, mayBeWritten = false } = more;
  const asRead = mayBeWritten ? '(supplement = :was OR supplement = :is)' : 'supplement = :was';
  return {
    key: gateKey(slug),
    update: `SET supplement = :is${set ? `, ${set}` : ''}${remove ? ` REMOVE ${remove}` : ''}`,
    condition: `${asRead}${condition ? ` AND ${condition}` : ''}`,
    ...(condition?.includes('#status') && { names: { '#status': 'status' } }),
    values: { ':was': before, ':is': after, ...values },
  };
};

type SupplementChanges = NonNullable<Supplement['changes']>;

/** The part of a supplement that the next one is compared with. */
const toLastSupplement = ({ id, changes }: Supplement, at: string) =>
  changes && {
    id,
    at,
    asOf: changes.asOf,
    organizations: changes.organizations,
    individuals: changes.individuals,
  };

const numbers = ({ asOf: _, ...news }: SupplementChanges) => news;

/** The final states. `not-wanted`: the campaign's letter no longer goes by mail. */
export type FinalSupplementState = Extract<
  Supplement['state'],
  'sent' | 'refused' | 'not-wanted' | 'to-hand-over' | 'nothing-new'
>;

/** The event that tells the organizers of each. */
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
 * Notes on the gate that a mail is about to be frozen, before its file is written. From then on
 * `emptyFrozenSupplement` empties the file, whatever happens to the supplement. Undefined: the lease is lost, or the
 * campaign was taken down.
 */
export async function noteFreeze(
  store: Store,
  { slug, leaseId }: LeaseHolder,
  before: Supplement,
  freezeId: string,
): Promise<Supplement | undefined> {
  const noted: Supplement = { ...before, freezeId };
  const isNoted = await store.update(
    supplementUpdate(slug, before, noted, {
      condition: '#status = :published AND lease = :mark',
      values: { ':published': 'published', ':mark': leaseId },
    }),
  );
  return isNoted ? noted : undefined;
}

/** The frozen mail is written and due now. Needs the lease, and a campaign that was not taken down. */
export const freezeSupplement = (
  store: Store,
  { slug, leaseId }: LeaseHolder,
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

/** Somebody on the frozen list has withdrawn, or its file cannot be read. The site job must freeze the supplement again. */
export const requestNewFreeze = (
  store: Store,
  slug: string,
  before: Supplement,
  { now, newUlid, unreadFiles }: WriteContext & { unreadFiles?: number | undefined },
): Promise<boolean> =>
  store.update(
    supplementUpdate(
      slug,
      before,
      { ...before, state: 'asked', at: now.toISOString(), ...(unreadFiles && { unreadFiles }) },
      { set: 'dirty = :mark', remove: 'pendingSupplementMail', values: { ':mark': newUlid() } },
    ),
  );

/**
 * Claims the one attempt to mail it. Undefined: another is under way, it is settled, or the campaign was taken down. If
 * this claim was written and DynamoDB's answer was lost, it holds.
 */
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
      mayBeWritten: true,
    }),
  );
  return isClaimed ? claimed : undefined;
}

/**
 * Releases the claim of a mail that was not sent. With `notice`, the organizers are told that its outcome was unknown.
 */
export async function releaseSupplementClaim(
  store: Store,
  slug: string,
  claimed: Supplement,
  notice?: WriteContext,
): Promise<void> {
  const { claim: _, changes, ...released } = claimed;
  const update = supplementUpdate(slug, claimed, {
    ...released,
    ...(changes && { changes }),
    state: 'frozen',
  });
  if (!notice || !changes) {
    await store.update(update);
    return;
  }
  const event = { type: 'supplement-unknown' as const, ...numbers(changes) };
  await store.transact([update, eventCreation({ slug, ...notice, actor: 'system', event })]);
}

/** SES reported that a supplement was delivered. */
export async function recordSupplementDelivery(
  store: Store,
  slug: string,
  before: Supplement,
  now: Date,
): Promise<void> {
  await store.update(supplementUpdate(slug, before, { ...before, deliveredAt: now.toISOString() }));
}

/** SES reported that a supplement bounced. The organizers are told, once. The next one is not compared with it. */
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
    eventCreation({ slug, now, newUlid, actor: 'system', event }),
  ]);
}

/**
 * Writes the final state, and tells the organizers in the same transaction. A supplement that was sent or handed over
 * is the one that the next is compared with. The site job runs next: pages show the date, and the frozen file is
 * emptied.
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
  }: WriteContext & {
    state: FinalSupplementState;
    changes?: SupplementChanges | undefined;
    lease?: LeaseHolder;
  },
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
          }),
        ]
      : []),
  ]);
  return failed.length === 0;
}

/** The frozen file has been emptied. */
export async function clearFreezeId(
  store: Store,
  { slug, supplement }: Pick<Gate, 'slug' | 'supplement'>,
): Promise<void> {
  if (!supplement) return;
  const { freezeId: _, ...kept } = supplement;
  await store.update(supplementUpdate(slug, supplement, kept));
}
