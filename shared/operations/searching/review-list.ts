import { burstsAmong, originOf, type SubmissionOrigin } from '../../sign-on/bursts.ts';
import { type Evidence, suspicionScore } from '../../sign-on/evidence.ts';
import { type ReviewState, reviewStateOf, reviewStates } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allShards } from '../../table/keys.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { OnUnreadable, Store } from '../../table/table.ts';

export interface ReviewListEntry {
  signOn: SignOn;
  state: ReviewState;
  /** Its flags from confirmation, and whether it came in a burst from one network. */
  evidence: Evidence[];
  /** Sum of the flags' weights. */
  suspicionScore: number;
}

/**
 * Orders sign-ons for organizers. First those that wait for review, and changes that wait, the most suspicious on top.
 * Then the others by state and time. Bursts are found among the sign-ons that are given, and `others`: the origins of
 * those that are not.
 */
export function reviewEntries(
  rows: Iterable<SignOn>,
  {
    now,
    state: wanted,
    others = [],
  }: {
    now: Date;
    state?: ReviewState | undefined;
    others?: readonly (SubmissionOrigin | undefined)[];
  },
): ReviewListEntry[] {
  const found: { signOn: SignOn; state: ReviewState; index: number }[] = [];
  const origins: (SubmissionOrigin | undefined)[] = [];
  for (const signOn of rows) {
    if (hasExpired(signOn.expiresAt, now)) continue;
    const state = reviewStateOf(signOn);
    const isWanted = wanted === undefined || state === wanted || (wanted === 'waiting' && signOn.proposed);
    if (isWanted) found.push({ signOn, state, index: origins.length });
    origins.push(originOf(signOn));
  }
  const bursts = burstsAmong([...origins, ...others]);
  const listed = found.map(({ signOn, state, index }): ReviewListEntry => {
    const evidence = evidenceOf(signOn, bursts[index]);
    return { signOn, state, evidence, suspicionScore: suspicionScore(evidence) };
  });
  return listed.toSorted(inOrder);
}

/** For a change that waits, the flags of the new words. */
function evidenceOf(
  { flags = [], proposed, proposedFlags = [] }: SignOn,
  signOns: number | undefined,
): Evidence[] {
  const found = proposed ? proposedFlags : flags;
  return signOns === undefined ? found : [...found, { flag: 'burst', signOns }];
}

/** All sign-ons of a campaign, its shards read at the same time. For people who ask, not for requests of the site. */
export async function readAllSignOns(
  store: Store,
  slug: string,
  onUnreadable?: OnUnreadable,
): Promise<SignOn[]> {
  const rows = await Promise.all(
    allShards.map(async (shard) => {
      const read: SignOn[] = [];
      for await (const signOn of allSignOns(store, slug, { shards: [shard], onUnreadable }))
        read.push(signOn);
      return read;
    }),
  );
  return rows.flat();
}

/** All sign-ons of a campaign in that order. */
export const listForReview = async (
  store: Store,
  { slug, ...wanted }: { slug: string; now: Date; state?: ReviewState | undefined },
): Promise<ReviewListEntry[]> => reviewEntries(await readAllSignOns(store, slug), wanted);

const order: readonly ReviewState[] = ['waiting', ...reviewStates.filter((state) => state !== 'waiting')];

/** A change that waits needs a decision, like a sign-on that waits. */
const rankOf = ({ state, signOn }: ReviewListEntry): number =>
  signOn.proposed ? order.indexOf('waiting') : order.indexOf(state);

function inOrder(one: ReviewListEntry, other: ReviewListEntry): number {
  const byStanding = rankOf(one) - rankOf(other);
  if (byStanding !== 0) return byStanding;
  const bySuspicion = rankOf(one) === 0 ? other.suspicionScore - one.suspicionScore : 0;
  return bySuspicion || timeOf(one.signOn).localeCompare(timeOf(other.signOn));
}

/** When it was confirmed or, before that, sent. */
export const timeOf = ({ confirmedAt, requestedAt }: SignOn): string => confirmedAt ?? requestedAt;
