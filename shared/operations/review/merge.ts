import { organizationKey } from '../../organization/key.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type FoundClaim, findClaim, leaveClaim, nameKeyOf, replaceClaim } from '../../table/claims.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { promotedUpdate } from '../signing/confirm.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import { type DecisionInput, decisionEvent, demotedUpdate, unchangedSignOn } from './decision-writes.ts';

export type MergeOutcome =
  | 'merged'
  | 'already-merged'
  /** It cannot be merged with itself. */
  | 'the-same'
  | 'keep-not-standing'
  | 'keep-waits-for-review'
  /** The owner of one of the two has not agreed to the letter as it stands. */
  | 'keep-asked-again'
  | 'other-asked-again'
  | 'other-not-confirmed'
  /** One of the two has taken other words since it was read for the decision. */
  | 'changed'
  | 'not-organizations';

/**
 * Makes two organizations one, under the name and the sign-on that `keep` is, until `splitSignOn` takes one out again. The
 * other's key points to keep's, so that whoever signs under its name later joins keep's queue; whoever holds the other's place, and whoever waits for
 * it, waits for keep's. One that waited for review needs none any more. All of it is one transaction with the event; one
 * that is repeated finds nothing left to do.
 */
export const mergeSignOns = (
  store: Store,
  { keep: keepAsRead, ...deciding }: DecisionInput & { keep: SignOn },
): Promise<MergeOutcome> =>
  retryOnConflict<MergeOutcome>(store, deciding, 'other-not-confirmed', async (other) => {
    const { slug } = other;
    const keep = await readSignOn(store, { slug, id: keepAsRead.id, now: deciding.now });
    const obstacle = mergeObstacle(keep, other);
    if (obstacle || !keep) return obstacle ?? 'keep-not-standing';
    if (keep.signedHash !== keepAsRead.signedHash || other.signedHash !== deciding.signOn.signedHash)
      return 'changed';
    const keeps = await findClaim(store, claimOf(keep));
    const others = await findClaim(store, claimOf(other));
    const isOne = keeps.reference.organizationKey === others.reference.organizationKey;
    if (isOne && other.review !== 'waiting') return 'already-merged';
    const writes = await mergeWrites(store, { keep, other, keeps, others, deciding });
    // A row that has been changed by somebody else meanwhile: look again.
    if (!writes) return undefined;
    const event = decisionEvent(
      { ...deciding, signOn: other },
      { type: 'merged', keep: keep.id, other: other.id },
    );
    return (await store.transact([...writes, event])).length === 0 ? 'merged' : undefined;
  });

/** Its own claim, before merges are followed; of what waits for review, its name's. */
const claimOf = ({ slug, id, signed, ownKey, organizationKey: placed }: SignOn) => ({
  slug,
  id,
  organizationKey: ownKey ?? placed ?? organizationKey(signed?.organizationName ?? ''),
});

/** Why two sign-ons cannot be merged as they stand; none if they can. */
export function mergeObstacle(keep: SignOn | undefined, other: SignOn): MergeOutcome | undefined {
  if (keep?.status !== 'confirmed') return 'keep-not-standing';
  if (keep.kind !== 'organization' || other.kind !== 'organization') return 'not-organizations';
  if (keep.id === other.id) return 'the-same';
  if (keep.review === 'waiting') return 'keep-waits-for-review';
  if (keep.askedAgainAt !== undefined) return 'keep-asked-again';
  if (other.status !== 'confirmed') return 'other-not-confirmed';
  // With a review it waits for nothing yet, and could be put into no queue.
  return other.askedAgainAt !== undefined && other.review === 'waiting' ? 'other-asked-again' : undefined;
}

interface MergeInput {
  keep: SignOn;
  other: SignOn;
  keeps: FoundClaim;
  others: FoundClaim;
  deciding: Pick<DecisionInput, 'now' | 'newUlid'>;
}

async function mergeWrites(store: Store, input: MergeInput): Promise<Write[] | undefined> {
  const { keep, other, keeps, others, deciding } = input;
  const root = keeps.reference.organizationKey;
  const isOne = root === others.reference.organizationKey;
  const movesAlone = !isOne && others.claim.holder !== other.id && haveOneName(keeps, others);
  const writes: Write[] = [];
  const waiting = new Set(keeps.claim.waiting ?? []);
  if (other.review === 'waiting') {
    waiting.add(other.id);
    writes.push(
      queuedUpdate(other, { root, ownKey: movesAlone ? root : (others.chain[0] ?? root) }, deciding),
    );
  } else if (movesAlone) {
    waiting.add(other.id);
    writes.push(movedUpdate(other, root), leaveClaim(others.reference));
  } else if (others.claim.holder !== other.id) writes.push(unchangedSignOn(other));
  if (!isOne && !movesAlone) {
    const joining = await aliasWrites(store, input);
    if (!joining) return undefined;
    for (const id of joining.waiting) waiting.add(id);
    writes.push(...joining.writes);
  }
  const isVacant = keeps.claim.holder === undefined;
  if (isVacant) {
    waiting.delete(keep.id);
    writes.push(
      promotedUpdate(keep, { root, pendingMail: deciding.newUlid(), decidedAt: deciding.now.toISOString() }),
      ...websiteIndexWrites(keep),
    );
  } else writes.push(unchangedSignOn(keep));
  writes.push(replaceClaim(keeps.reference, keeps.claim, { holder: keeps.claim.holder ?? keep.id, waiting }));
  return writes;
}

/** Whether both are organizations of one name, so that one who only waits for the one can wait for the other instead. */
const haveOneName = (keeps: FoundClaim, others: FoundClaim): boolean =>
  keeps.chain.some((key) => others.chain.map(nameKeyOf).includes(nameKeyOf(key)));

/** The other's claim as another name of keep's; undefined if keep has moved there meanwhile: look again. */
async function aliasWrites(
  store: Store,
  { keep, others, keeps, deciding }: MergeInput,
): Promise<{ waiting: string[]; writes: Write[] } | undefined> {
  const { holder } = others.claim;
  const alias = keeps.reference.organizationKey;
  const writes: Write[] = [replaceClaim(others.reference, others.claim, { alias })];
  const waiting = [...(others.claim.waiting ?? [])];
  if (holder === undefined) return { waiting, writes };
  if (holder === keep.id) return undefined;
  const row = await readSignOn(store, { slug: keep.slug, id: holder, now: deciding.now });
  if (row?.eligible !== 'yes') return undefined;
  return { waiting: [...waiting, holder], writes: [...writes, demotedUpdate(row, deciding)] };
}

/** From review into the queue of the organization that it is one with. */
const queuedUpdate = (
  other: SignOn,
  { root, ownKey }: { root: string; ownKey: string },
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update => {
  const { condition, names, values } = unchangedCondition(other);
  const isOwn = ownKey === root;
  return {
    key: signOnKey(other.slug, other.id),
    update: `SET review = :approved, organizationKey = :key, decidedAt = :now, pendingMail = :pendingMail
      ${isOwn ? '' : ', ownKey = :ownKey'} REMOVE reviewRequestedAt`,
    condition,
    names,
    values: {
      ...values,
      ':approved': 'approved',
      ':key': root,
      ':now': now.toISOString(),
      ':pendingMail': newUlid(),
      ...(!isOwn && { ':ownKey': ownKey }),
    },
  };
};

/** From one queue into another; it waits as before, so there is nothing to tell. */
const movedUpdate = (other: SignOn, root: string): Update => {
  const { condition, names, values } = unchangedCondition(other);
  return {
    key: signOnKey(other.slug, other.id),
    update: 'SET organizationKey = :key REMOVE ownKey',
    condition,
    names,
    values: { ...values, ':key': root },
  };
};
