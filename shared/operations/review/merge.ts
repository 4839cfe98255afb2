import { organizationKey } from '../../organization/key.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type Claim, type FoundClaim, findClaim } from '../../table/claims.ts';
import { claimKey, signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { promotedUpdate } from '../signing/confirm.ts';
import { type DecisionInput, decisionEvent } from './decision-writes.ts';

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
 * Makes two organizations one, under the name and the sign-on that `keep` is. The other's key points to keep's for good,
 * so that whoever signs under its name later joins keep's queue; whoever holds the other's place, and whoever waits for
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
    const obstacle = obstacleTo(keep, other);
    if (obstacle || !keep) return obstacle ?? 'keep-not-standing';
    if (keep.signedHash !== keepAsRead.signedHash || other.signedHash !== deciding.signOn.signedHash)
      return 'changed';
    const keeps = await findClaim(store, { ...claimOf(keep), organizationKey: keep.organizationKey ?? '' });
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

const claimOf = ({ slug, id, signed }: SignOn) => ({
  slug,
  id,
  organizationKey: organizationKey(signed?.organizationName ?? ''),
});

function obstacleTo(keep: SignOn | undefined, other: SignOn): MergeOutcome | undefined {
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
  const { slug } = other;
  const isOne = keeps.reference.organizationKey === others.reference.organizationKey;
  const root = keeps.reference.organizationKey;
  const writes: Write[] = [];
  const waiting = new Set(keeps.claim.waiting ?? []);
  if (other.review === 'waiting') {
    waiting.add(other.id);
    writes.push(queuedUpdate(other, root, deciding.newUlid()));
  } else if (others.claim.holder !== other.id) writes.push(unchanged(other));
  if (!isOne) {
    for (const id of others.claim.waiting ?? []) waiting.add(id);
    const { holder } = others.claim;
    // Keep has moved here meanwhile: look again.
    if (holder === keep.id) return undefined;
    if (holder !== undefined) {
      const row = await readSignOn(store, { slug, id: holder, now: deciding.now });
      if (row?.eligible !== 'yes') return undefined;
      waiting.add(holder);
      writes.push(demotedUpdate(row, deciding.newUlid()));
    }
    writes.push(claimUpdate(others, { alias: root }));
  }
  const isVacant = keeps.claim.holder === undefined;
  if (isVacant) {
    waiting.delete(keep.id);
    writes.push(promotedUpdate(keep, deciding.newUlid()));
  } else writes.push(unchanged(keep));
  writes.push(claimUpdate(keeps, { holder: keeps.claim.holder ?? keep.id, waiting }));
  return writes;
}

/** Changes nothing, and fails if the sign-on is no longer the one that was read: it may have taken another name. */
const unchanged = (signOn: SignOn): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: 'SET eligible = :wasEligible',
  ...unchangedCondition(signOn),
});

/** From review into the queue of the organization that it is one with. */
const queuedUpdate = (other: SignOn, root: string, pendingMail: string): Update => {
  const { condition, names, values } = unchangedCondition(other);
  return {
    key: signOnKey(other.slug, other.id),
    update:
      'SET review = :approved, organizationKey = :key, pendingMail = :pendingMail REMOVE reviewRequestedAt',
    condition,
    names,
    values: { ...values, ':approved': 'approved', ':key': root, ':pendingMail': pendingMail },
  };
};

/** From its own place into the queue; its key is followed to the other's claim. */
const demotedUpdate = (holder: SignOn, pendingMail: string): Update => {
  const { condition, names, values } = unchangedCondition(holder);
  return {
    key: signOnKey(holder.slug, holder.id),
    update: 'SET eligible = :no, pendingMail = :pendingMail',
    condition,
    names,
    values: { ...values, ':no': 'no', ':pendingMail': pendingMail },
  };
};

/** A whole claim anew, on condition that it is still the one that was read. */
function claimUpdate({ reference: of, claim }: FoundClaim, is: Omit<Claim, 'vacancyNotifiedAt'>): Update {
  const attributes = ['holder', 'waiting', 'alias'] as const;
  const given = (name: (typeof attributes)[number]) => {
    const value = is[name];
    return value instanceof Set && value.size === 0 ? undefined : value;
  };
  const set = attributes.filter((name) => given(name) !== undefined);
  const remove = attributes.filter((name) => given(name) === undefined);
  const was = attributes.map((name) =>
    claim[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :was_${name}`,
  );
  return {
    key: claimKey(of.slug, of.organizationKey),
    update: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}${remove.length > 0 ? ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : ''}`,
    condition: was.join(' AND '),
    names: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
    values: {
      ...Object.fromEntries(set.map((name) => [`:${name}`, given(name)])),
      ...Object.fromEntries(
        attributes.flatMap((name) => (claim[name] === undefined ? [] : [[`:was_${name}`, claim[name]]])),
      ),
    },
  };
}
