import { keyOfName } from '../../organization/key.ts';
import { hasSamePrint } from '../../sign-on/printed-words.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, freeNamesakeKey, recordNamesake, replaceClaim, takeClaim } from '../../table/claims.ts';
import { readSignOn, readSignOns } from '../../table/sign-ons.ts';
import type { Store, Write } from '../../table/table.ts';
import { addedEvidence, showEvidence } from '../signing/added-evidence.ts';
import type { NameIndex } from '../signing/name-index.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import {
  type DecisionInput,
  decisionEvent,
  type OwnClaim,
  ownClaimOf,
  retryDecision,
} from './decision-writes.ts';
import { countedUpdate, endMergeWrites, type MergeToEnd, readMergeToEnd } from './end-merge.ts';

export type SplitOutcome =
  | 'split'
  /** It counts for an organization of its own. */
  | 'already-separate'
  /** No other signature counts for its organization. */
  | 'nothing-to-split'
  /** More signatures wait for the two organizations than one transaction can move. */
  | 'too-many-waiting'
  /** Its words have changed since they were read for the decision. */
  | 'changed'
  /** Not split: there is evidence by now that no organizer can have seen. It is on the row. */
  | 'evidence-added'
  /** Its signer has not agreed to the current letter. */
  | 'asked-again'
  | 'not-confirmed'
  | 'withdrawn'
  | 'rejected'
  | 'not-an-organization';

/**
 * Says that a sign-on is of another organization than the one that counts under its name, or that it was merged with.
 * Both then count, each with its own claim. It undoes a merge, and a merge undoes it. A sign-on that waited for review
 * needs none any more.
 *
 * One transaction writes the event and, if the two have one name: the row, which counts; a new claim, which it holds;
 * and the queue of the old claim, which it leaves. If a merge has joined the two, it writes the end of that merge
 * instead (end-merge.ts): whoever waited for one of the two claims before the merge waits for that claim again.
 *
 * If it does not count yet, it is looked at once more, like one that is approved. Repeated: `already-separate`.
 */
export const splitSignOn = (store: Store, input: DecisionInput): Promise<SplitOutcome> =>
  retryDecision<SplitOutcome>(store, input, 'not-confirmed', async (signOn, index) => {
    const obstacle = obstacleTo(signOn, input.signOn);
    if (obstacle) return obstacle;
    const deciding = { ...input, signOn, index };
    const plan = await planSplit(store, deciding);
    if ('outcome' in plan) return plan.outcome;
    if (signOn.eligible === 'no') {
      const words = { details: signOn.signed, known: signOn.flags, knowsDuplicates: true };
      const added = await addedEvidence(store, { ...deciding, ...words, index });
      if (added.length > 0)
        return (await store.update(showEvidence(signOn, added))) ? 'evidence-added' : undefined;
    }
    const writes = plan.merge
      ? await endMergeWrites(store, deciding, plan.ownClaim, plan.merge)
      : await namesakeClaimWrites(store, deciding, plan.ownClaim);
    const event = decisionEvent(deciding, {
      type: 'split',
      signOnId: signOn.id,
      ...(plan.other && { from: plan.other.id }),
    });
    const failed = await store.transact([...writes, event]);
    return failed.length === 0 ? 'split' : undefined;
  });

/** What a split would bring about. */
export interface SplitPreview {
  /** The sign-on of the other organization, if one counts after the split. */
  other?: SignOn | undefined;
  /** Those that count after the split and do not count now. Their signers are told. */
  newlyCounted: SignOn[];
  /** Further organizations of the same name that count. It may be one of these. */
  namesakes: SignOn[];
}

/** What splitting a sign-on would bring about. Undefined if it would change nothing. */
export async function previewSplit(
  store: Store,
  { signOn, now }: Pick<DecisionInput, 'signOn' | 'now'>,
): Promise<SplitPreview | undefined> {
  if (obstacleTo(signOn, signOn)) return undefined;
  const plan = await planSplit(store, { signOn, now });
  if ('outcome' in plan) return undefined;
  const { other } = plan;
  const both = other ? [signOn, other] : [signOn];
  const namesakes = await holdersOf(store, { now }, plan.ownClaim);
  return {
    other,
    newlyCounted: both.filter(({ eligible }) => eligible === 'no'),
    namesakes: namesakes.filter(({ id }) => !both.some((one) => one.id === id)),
  };
}

/** The sign-ons that count for the organizations of one name that have claims of their own. */
async function holdersOf(
  store: Store,
  { now }: Pick<DecisionInput, 'now'>,
  { found: { reference, namesakes } }: OwnClaim,
): Promise<SignOn[]> {
  const found = await Promise.all(
    namesakes.map((organizationKey) => findClaim(store, { ...reference, organizationKey })),
  );
  const ids = new Set(found.flatMap(({ claim: { holder } }) => holder ?? []));
  return await readSignOns(store, { slug: reference.slug, ids, now });
}

function obstacleTo(signOn: SignOn, asRead: SignOn): SplitOutcome | undefined {
  if (signOn.kind !== 'organization') return 'not-an-organization';
  if (signOn.status === 'pending') return 'not-confirmed';
  if (signOn.status !== 'confirmed') return signOn.status;
  if (signOn.askedAgainAt !== undefined) return 'asked-again';
  return hasSamePrint(signOn, asRead) ? undefined : 'changed';
}

type SplitPlan =
  | { outcome: SplitOutcome }
  /** Without a merge, the two have one name, and the split one gets a claim of its own. */
  | { ownClaim: OwnClaim; other?: SignOn | undefined; merge?: MergeToEnd | undefined };

/** A transaction has 100 actions at most; each row is one. Two long queues that a merge has joined may have more. */
const maxRows = 60;

async function planSplit(
  store: Store,
  { signOn, now }: Pick<DecisionInput, 'signOn' | 'now'>,
): Promise<SplitPlan> {
  const ownClaim = await ownClaimOf(store, { now }, signOn);
  const { found } = ownClaim;
  const { holder } = found.claim;
  const isMerged = found.chain.length > 1;
  if (holder === signOn.id && !isMerged) return { outcome: 'already-separate' };
  if (holder === undefined && !isMerged) return { outcome: 'nothing-to-split' };
  const merge = await readMergeToEnd(store, { signOn, now, ...ownClaim });
  if (merge && merge.rows.length > maxRows) return { outcome: 'too-many-waiting' };
  if (merge)
    return { ownClaim, merge, other: [merge.separated, merge.kept].find((row) => row?.id !== signOn.id) };
  const other =
    holder === undefined ? undefined : await readSignOn(store, { slug: signOn.slug, id: holder, now });
  return { ownClaim, other };
}

/** A claim of its own for another organization of the same name. */
async function namesakeClaimWrites(
  store: Store,
  deciding: DecisionInput & { index: NameIndex },
  { found, ownKey }: OwnClaim,
): Promise<Write[]> {
  const { signOn, index } = deciding;
  await index.enter(signOn, signOn.signed);
  const { slug, id, signed } = signOn;
  const { claim, reference } = found;
  const key = await freeNamesakeKey(store, { slug, id, organizationKey: ownKey });
  const name = keyOfName(signed);
  const waiting = new Set([...(claim.waiting ?? [])].filter((other) => other !== id));
  const isNamed = name === reference.organizationKey;
  return [
    countedUpdate(signOn, { key, ownKey: key }, deciding),
    takeClaim({ slug, id, organizationKey: key }),
    replaceClaim(reference, claim, { ...claim, waiting }, { namesake: isNamed ? key : undefined }),
    ...(isNamed ? [] : [recordNamesake(slug, name, key)]),
    ...(await websiteIndexWrites(store, signOn, deciding.now)),
  ];
}
