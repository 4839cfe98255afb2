import { keyOfName } from '../../organization/key.ts';
import { hasSamePrint } from '../../sign-on/printed-words.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type FoundClaim, findClaim, leaveQueue, nameKeyOf, replaceClaim } from '../../table/claims.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { indexName, otherNameWrites } from '../signing/name-index.ts';
import { promotedUpdate } from '../signing/promoted-update.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import {
  type DecisionInput,
  decisionEvent,
  demotedUpdate,
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
 * all who wait for its claim, wait for keep's. A sign-on that waited for review needs none any more. All in one
 * transaction with the event. Repeated: no write.
 */
export const mergeSignOns = (
  store: Store,
  { keep: keepAsRead, ...deciding }: DecisionInput & { keep: SignOn },
): Promise<MergeOutcome> =>
  retryDecision<MergeOutcome>(store, deciding, 'other-not-confirmed', async (other, again) => {
    const { slug } = other;
    const keep = await readSignOn(store, { slug, id: keepAsRead.id, now: deciding.now });
    const obstacle = mergeObstacle(keep, other);
    if (obstacle || !keep) return obstacle ?? 'keep-not-standing';
    if (!hasSamePrint(keep, keepAsRead) || !hasSamePrint(other, deciding.signOn)) return 'changed';
    const keptClaim = await findClaim(store, referenceOf(keep));
    const otherClaim = await findClaim(store, referenceOf(other));
    const isOne = keptClaim.reference.organizationKey === otherClaim.reference.organizationKey;
    // Of one name, the other could only wait for the same claim, and it waits for none yet.
    if (other.askedAgainAt !== undefined && (isOne || keyOfSameName(keptClaim, otherClaim) !== undefined))
      return 'other-asked-again';
    if (isOne && other.review !== 'waiting') return 'already-merged';
    const merge = await mergeWrites(store, { keep, other, keptClaim, otherClaim, deciding });
    // Somebody else has changed a row in the meantime: read again.
    if (!merge) return again(keep, other);
    const event = decisionEvent(
      { ...deciding, signOn: other },
      { type: 'merged', keep: keep.id, other: other.id },
    );
    const failed = await store.transact([...merge.writes, event]);
    if (failed.length > 0) return again(keep, other);
    again(merge.demoted);
    return 'merged';
  });

/** The claim of its own name, before merges are followed. For a sign-on that waits for review, that of its name. */
const referenceOf = ({ slug, id, signed, ownKey, organizationKey: claimed }: SignOn) => ({
  slug,
  id,
  organizationKey: ownKey ?? claimed ?? keyOfName(signed),
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

interface MergeInput {
  keep: SignOn;
  other: SignOn;
  keptClaim: FoundClaim;
  otherClaim: FoundClaim;
  deciding: Pick<DecisionInput, 'now' | 'newUlid'>;
}

async function mergeWrites(
  store: Store,
  input: MergeInput,
): Promise<{ writes: Write[]; demoted: SignOn | undefined } | undefined> {
  const { keep, other, keptClaim, otherClaim, deciding } = input;
  const root = keptClaim.reference.organizationKey;
  const isOne = root === otherClaim.reference.organizationKey;
  const sharedName =
    isOne || otherClaim.claim.holder === other.id ? undefined : keyOfSameName(keptClaim, otherClaim);
  const writes: Write[] = [];
  let demoted: SignOn | undefined;
  const waiting = new Set(keptClaim.claim.waiting ?? []);
  if (other.review === 'waiting') {
    waiting.add(other.id);
    writes.push(
      waitingAfterReviewUpdate(other, { root, ownKey: sharedName ?? otherClaim.chain[0] ?? root }, deciding),
    );
  } else if (sharedName !== undefined) {
    waiting.add(other.id);
    writes.push(waitingElsewhereUpdate(other, { root, ownKey: sharedName }), ...leaveQueue(otherClaim));
  } else if (otherClaim.claim.holder !== other.id) writes.push(unchangedSignOn(other));
  if (!isOne && sharedName === undefined) {
    const aliased = await aliasWrites(store, input);
    if (!aliased) return undefined;
    ({ demoted } = aliased);
    for (const id of aliased.waiting) waiting.add(id);
    // Nearly either name is found from now on, whichever of the two counts.
    const names = keyOfName(keep.signed) === keyOfName(other.signed) ? [] : [keep.signed, other.signed];
    writes.push(...aliased.writes, ...names.flatMap((name) => otherNameWrites(keep, name, deciding)));
  }
  const isVacant = keptClaim.claim.holder === undefined;
  if (isVacant) {
    await indexName(store, keep, keep.signed, deciding);
    waiting.delete(keep.id);
    writes.push(
      promotedUpdate(keep, { root, pendingMail: deciding.newUlid(), decidedAt: deciding.now.toISOString() }),
      ...websiteIndexWrites(keep),
    );
  } else writes.push(unchangedSignOn(keep));
  writes.push(
    replaceClaim(keptClaim.reference, keptClaim.claim, {
      holder: keptClaim.claim.holder ?? keep.id,
      waiting,
    }),
  );
  return { writes, demoted };
}

/**
 * The key through which keep's claim is found and whose name is the other's, so that the other can wait for keep's
 * claim without those who wait with it. Undefined if there is none. A name that was merged leads to one claim alone.
 */
function keyOfSameName(keptClaim: FoundClaim, otherClaim: FoundClaim): string | undefined {
  const [own = otherClaim.reference.organizationKey] = otherClaim.chain;
  return keptClaim.chain.find((key) => nameKeyOf(key) === nameKeyOf(own));
}

/**
 * The writes that make the other's claim an alias of keep's. Undefined if keep has moved, or the other has got the
 * claim, in the meantime: read again.
 */
async function aliasWrites(
  store: Store,
  { keep, other, otherClaim, keptClaim, deciding }: MergeInput,
): Promise<{ waiting: string[]; writes: Write[]; demoted?: SignOn } | undefined> {
  const { holder } = otherClaim.claim;
  const alias = keptClaim.reference.organizationKey;
  const writes: Write[] = [replaceClaim(otherClaim.reference, otherClaim.claim, { alias })];
  const waiting = [...(otherClaim.claim.waiting ?? [])];
  if (holder === undefined) return { waiting, writes };
  if (holder === keep.id || (holder === other.id && other.eligible === 'no')) return undefined;
  const row =
    holder === other.id ? other : await readSignOn(store, { slug: keep.slug, id: holder, now: deciding.now });
  if (row?.eligible !== 'yes') return undefined;
  return { waiting: [...waiting, holder], writes: [...writes, demotedUpdate(row, deciding)], demoted: row };
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
