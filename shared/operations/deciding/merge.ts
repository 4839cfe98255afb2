import { keyOfName } from '../../organization/key.ts';
import { hasSamePrint } from '../../sign-on/printed-words.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import {
  type FoundClaim,
  freeNamesakeKey,
  leaveQueue,
  nameKeyOf,
  recordNamesake,
  replaceClaim,
} from '../../table/claims.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { type NameIndex, otherNameWrites } from '../signing/name-index.ts';
import { promotedUpdate } from '../signing/promoted-update.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import {
  type DecisionInput,
  decisionEvent,
  demotedUpdate,
  ownClaimOf,
  retryDecision,
  unchangedSignOn,
} from './decision-writes.ts';

export type MergeOutcome =
  | 'merged'
  | 'already-merged'
  /** It cannot be merged with itself. */
  | 'the-same'
  | 'keep-not-standing'
  | 'keep-waits-for-review'
  /** The signer of one of the two has not agreed to the current letter. */
  | 'keep-asked-again'
  | 'other-asked-again'
  | 'other-not-confirmed'
  /** The words of one of the two have changed since they were read for the decision. */
  | 'changed'
  | 'not-organizations';

/**
 * Makes two organizations one, with the name and the sign-on of `keep`, until `splitSignOn` separates them. The other's
 * claim points to keep's, so that whoever signs under its name later waits for keep's claim. The other's holder, and
 * all who wait for its claim, wait for keep's. A sign-on that waited for review needs none any more. If somebody else
 * counts under its name, it gets a claim of its own, and that one stays what it is. All in one transaction with the
 * event. Repeated: no write.
 */
export const mergeSignOns = (
  store: Store,
  { keep: keepAsRead, ...deciding }: DecisionInput & { keep: SignOn },
): Promise<MergeOutcome> =>
  retryDecision<MergeOutcome>(store, deciding, 'other-not-confirmed', async (other, index) => {
    const { slug } = other;
    const keep = await readSignOn(store, { slug, id: keepAsRead.id, now: deciding.now });
    const obstacle = mergeObstacle(keep, other);
    if (obstacle || !keep) return obstacle ?? 'keep-not-standing';
    if (!hasSamePrint(keep, keepAsRead) || !hasSamePrint(other, deciding.signOn)) return 'changed';
    const plan = await planMerge(store, { keep, other }, deciding);
    // One that is asked holds no claim, and would have to wait for one.
    if (other.askedAgainAt !== undefined && plan.way !== 'claim') return 'other-asked-again';
    if (plan.way === 'one' && other.review !== 'waiting') return 'already-merged';
    const writes = await mergeWrites(store, plan, { ...deciding, index });
    // Somebody else has changed a row in the meantime: read again.
    if (!writes) return undefined;
    const event = decisionEvent(
      { ...deciding, signOn: other },
      { type: 'merged', keep: keep.id, other: other.id },
    );
    const failed = await store.transact([...writes, event]);
    return failed.length === 0 ? 'merged' : undefined;
  });

/** Why two sign-ons cannot be merged; undefined if they can. */
export function mergeObstacle(keep: SignOn | undefined, other: SignOn): MergeOutcome | undefined {
  if (keep?.status !== 'confirmed') return 'keep-not-standing';
  if (keep.kind !== 'organization' || other.kind !== 'organization') return 'not-organizations';
  if (keep.id === other.id) return 'the-same';
  if (keep.review === 'waiting') return 'keep-waits-for-review';
  if (keep.askedAgainAt !== undefined) return 'keep-asked-again';
  if (other.status !== 'confirmed') return 'other-not-confirmed';
  // A sign-on in review waits for no claim yet.
  return other.askedAgainAt !== undefined && other.review === 'waiting' ? 'other-asked-again' : undefined;
}

/** What a merge would bring about. */
export interface MergePreview {
  /** Who counts for the organization afterwards: `keep`, or the one behind which it waits. */
  counts: SignOn;
  /** Who counts for the other's organization now and will not, if that is not the other itself. */
  demoted?: SignOn | undefined;
}

/** What merging `other` into the organization of `keep` would bring about. */
export async function previewMerge(
  store: Store,
  { keep, other, now }: { keep: SignOn; other: SignOn; now: Date },
): Promise<MergePreview> {
  const plan = await planMerge(store, { keep, other }, { now });
  const { keptClaim, otherClaim, way } = plan;
  const read = async (id: string | undefined) =>
    id === undefined ? undefined : await readSignOn(store, { slug: keep.slug, id, now });
  const [counts, holder] = await Promise.all([read(keptClaim.claim.holder), read(otherClaim.claim.holder)]);
  return { counts: counts ?? keep, demoted: way === 'claim' && holder?.id !== other.id ? holder : undefined };
}

type Deciding = Pick<DecisionInput, 'now' | 'newUlid'> & { index: NameIndex };

interface Pair {
  keep: SignOn;
  other: SignOn;
}

interface MergePlan extends Pair {
  keptClaim: FoundClaim;
  otherClaim: FoundClaim;
  /**
   * How the two become one:
   * - `one`: they have one claim already.
   * - `moved`: keep's claim is of the same name, and the other alone moves to it.
   * - `apart`: nobody has said yet that the other is the organization that counts under its name, and that one stays
   *   what it is. The other gets a claim of its own, which is an alias of keep's.
   * - `claim`: the other's claim becomes an alias of keep's, with all who have it.
   */
  way: 'one' | 'moved' | 'apart' | 'claim';
  /** Key of the other's own claim afterwards. */
  ownKey: string;
}

async function planMerge(
  store: Store,
  { keep, other }: Pair,
  deciding: Pick<DecisionInput, 'now'>,
): Promise<MergePlan> {
  const { found: keptClaim } = await ownClaimOf(store, deciding, keep);
  const { found: otherClaim, ownKey } = await ownClaimOf(store, deciding, other);
  const plan = { keep, other, keptClaim, otherClaim, ownKey };
  const { holder } = otherClaim.claim;
  if (keptClaim.reference.organizationKey === otherClaim.reference.organizationKey)
    return { ...plan, way: 'one' };
  const sharedName = holder === other.id ? undefined : keyOfSameName(keptClaim, ownKey);
  if (sharedName !== undefined) return { ...plan, way: 'moved', ownKey: sharedName };
  const hasNoPlace = other.review === 'waiting' || other.askedAgainAt !== undefined;
  if (!hasNoPlace || holder === undefined) return { ...plan, way: 'claim' };
  const reference = { slug: other.slug, id: other.id, organizationKey: ownKey };
  return { ...plan, way: 'apart', ownKey: await freeNamesakeKey(store, reference) };
}

async function mergeWrites(store: Store, plan: MergePlan, deciding: Deciding): Promise<Write[] | undefined> {
  const { keep, other, keptClaim, otherClaim, way, ownKey } = plan;
  const root = keptClaim.reference.organizationKey;
  const writes: Write[] = [];
  const waiting = new Set(keptClaim.claim.waiting ?? []);
  if (other.review === 'waiting') {
    waiting.add(other.id);
    writes.push(waitingAfterReviewUpdate(other, { root, ownKey }, deciding));
  } else if (way === 'moved') {
    waiting.add(other.id);
    writes.push(waitingElsewhereUpdate(other, { root, ownKey }), ...leaveQueue(otherClaim));
  } else if (otherClaim.claim.holder !== other.id) writes.push(unchangedSignOn(other));
  if (way === 'apart') {
    const { slug } = other;
    writes.push(
      recordNamesake(slug, keyOfName(other.signed), ownKey),
      replaceClaim({ slug, organizationKey: ownKey }, {}, { alias: root }),
    );
  }
  if (way === 'claim') {
    const aliased = await aliasWrites(store, plan, deciding);
    if (!aliased) return undefined;
    for (const id of aliased.waiting) waiting.add(id);
    writes.push(...aliased.writes);
  }
  if (way === 'apart' || way === 'claim') {
    // Nearly either name is found from now on, whichever of the two counts.
    const names = keyOfName(keep.signed) === keyOfName(other.signed) ? [] : [keep.signed, other.signed];
    writes.push(...names.flatMap((name) => otherNameWrites(keep, name, deciding)));
  }
  const isVacant = keptClaim.claim.holder === undefined;
  if (isVacant) {
    await deciding.index.enter(keep, keep.signed);
    waiting.delete(keep.id);
    writes.push(
      promotedUpdate(keep, { root, pendingMail: deciding.newUlid(), decidedAt: deciding.now.toISOString() }),
      ...(await websiteIndexWrites(store, keep, deciding.now)),
    );
  } else writes.push(unchangedSignOn(keep));
  writes.push(
    replaceClaim(keptClaim.reference, keptClaim.claim, {
      holder: keptClaim.claim.holder ?? keep.id,
      waiting,
    }),
  );
  return writes;
}

/**
 * The key through which keep's claim is found and whose name is the other's, so that the other can wait for keep's
 * claim without those who wait with it. Undefined if there is none. A name that was merged leads to one claim alone.
 */
const keyOfSameName = (keptClaim: FoundClaim, ownKey: string): string | undefined =>
  keptClaim.chain.find((key) => nameKeyOf(key) === nameKeyOf(ownKey));

/**
 * The writes that make the other's claim an alias of keep's. Undefined if keep has moved, or the other has got the
 * claim, in the meantime: read again.
 */
async function aliasWrites(
  store: Store,
  { keep, other, otherClaim, keptClaim }: MergePlan,
  deciding: Deciding,
): Promise<{ waiting: string[]; writes: Write[] } | undefined> {
  const { holder } = otherClaim.claim;
  const alias = keptClaim.reference.organizationKey;
  const writes: Write[] = [replaceClaim(otherClaim.reference, otherClaim.claim, { alias })];
  const waiting = [...(otherClaim.claim.waiting ?? [])];
  if (holder === undefined) return { waiting, writes };
  if (holder === keep.id || (holder === other.id && other.eligible === 'no')) return undefined;
  const row =
    holder === other.id ? other : await readSignOn(store, { slug: keep.slug, id: holder, now: deciding.now });
  if (row?.eligible !== 'yes') return undefined;
  deciding.index.changes(row);
  return { waiting: [...waiting, holder], writes: [...writes, demotedUpdate(row, deciding)] };
}

/** From review to waiting for the claim of the organization that it was merged with. */
const waitingAfterReviewUpdate = (
  other: SignOn,
  { root, ownKey }: { root: string; ownKey: string },
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update => {
  const isOwn = ownKey === root;
  return updateIfUnchanged(
    other,
    `SET review = :approved, organizationKey = :key, decidedAt = :now, pendingMail = :pendingMail
      ${isOwn ? '' : ', ownKey = :ownKey'} REMOVE reviewRequestedAt`,
    {
      ':approved': 'approved',
      ':key': root,
      ':now': now.toISOString(),
      ':pendingMail': newUlid(),
      ...(!isOwn && { ':ownKey': ownKey }),
    },
  );
};

/** From waiting for one claim to waiting for another. The signer is not told, since nothing changes for them. */
const waitingElsewhereUpdate = (
  other: SignOn,
  { root, ownKey }: { root: string; ownKey: string },
): Update => {
  const isOwn = ownKey === root;
  return updateIfUnchanged(
    other,
    isOwn ? 'SET organizationKey = :key REMOVE ownKey' : 'SET organizationKey = :key, ownKey = :ownKey',
    { ':key': root, ...(!isOwn && { ':ownKey': ownKey }) },
  );
};
