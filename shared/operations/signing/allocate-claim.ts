import { keyOfName } from '../../organization/key.ts';
import { type PrintedChange, printedChange } from '../../sign-on/printed-words.ts';
import {
  flagsNeedReview,
  hasNewReasonToWait,
  hasReview,
  hasSecondOrigin,
  isDoubtfulDuplicate,
  isSameFlag,
  makesSignOnWait,
  makesWaitForVacantClaim,
  needsDecisionForVacantClaim,
  withFlags,
} from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { Store } from '../../table/table.ts';
import {
  isLastHolder,
  isOfClaim,
  isTakenByOther,
  organizationFlags,
  rejectedBefore,
} from './claim-evidence.ts';
import {
  type CollectedEvidence,
  collectEvidence,
  type EvidenceQuery,
  nothingCollected,
} from './collect-evidence.ts';
import { type FoundOrganization, findOrganization } from './find-organization.ts';
import {
  type Allocation,
  currentAllocation,
  notedWhileAsked,
  placed,
  sameSigner,
  untilUnmerged,
} from './place-sign-on.ts';
import { releaseClaimWrites } from './release-claim.ts';
import { websiteIndexWrites } from './websites.ts';

export interface AllocationInput extends Omit<EvidenceQuery, 'organizationKey' | 'claimKey' | 'rejected'> {
  /**
   * Whether the signer agrees to the current letter with it, by the button or on paper. A signer who is asked to agree is
   * still asked until then.
   */
  agrees: boolean;
}

/**
 * Allocates a sign-on with `details` confirmed: for the first time, again, or as a change of what is signed. A sign-on
 * that an organizer must review holds no claim and waits for none. A change with the same organization keeps the
 * allocation; if the sign-on does not count, the new words get new evidence. With another organization, the old claim
 * is given up and the new name is examined as at first. An approval is of the words that were approved: a mended
 * spelling is examined, and keeps the approval if nothing new speaks against it. A signer who was asked to agree to a
 * changed letter has no claim, and gets one again by agreeing; an organizer reviews only what waited for review before,
 * new words, and duplicates that would have waited as the first.
 */
export const allocate = (store: Store, input: AllocationInput): Promise<Allocation> =>
  untilUnmerged(() => tryToAllocate(store, input));

async function tryToAllocate(store: Store, input: AllocationInput): Promise<Allocation | undefined> {
  const { settings, signOn, details, now } = input;
  const isConfirmed = signOn.status === 'confirmed';
  const key = signOn.kind === 'organization' ? keyOfName(details) : undefined;
  const same = await sameSigner(store, signOn, details.name, key);
  const isAsked = signOn.askedAgainAt !== undefined;
  const isAllocatedAnew = isAsked && input.agrees && signOn.review !== 'waiting';
  const words = compareWords(signOn, details);
  if (isConfirmed && same && !isAllocatedAnew) {
    const current = currentAllocation(signOn, key, same.merges);
    const isCounting = signOn.eligible === 'yes';
    if (isCounting || words.isExamined) return current;
    return await withNewEvidence(store, input, { current, key, isMended: words.change === 'mended' });
  }

  const left = isConfirmed ? await releaseClaimWrites(store, { ...input, signOn }) : [];
  const organization =
    key === undefined
      ? undefined
      : await findOrganization(store, { signOn, details, organizationKey: key, now });
  const isReviewed =
    signOn.review === 'approved' ? words.change !== 'other' : isAllocatedAnew && words.isExamined;
  const { examined, noted, waits } = await reviewOf(store, input, {
    keepsReview: same !== undefined && isReviewed,
    isExamined: words.isExamined,
    key,
    organization,
  });
  const writes = [...left, ...examined.writes];
  const answer = isConfirmed && !isAllocatedAnew ? 'corrected' : 'confirmed';
  // The name of whoever is asked is not found by others, so an organizer looks at another one.
  const isRenamedWhileAsked =
    isAsked && !input.agrees && hasReview(settings) && words.change === 'other' && key !== undefined;
  if (waits || isRenamedWhileAsked || (isConfirmed && signOn.review === 'waiting')) {
    const review = { review: 'waiting', reviewRequestedAt: now.toISOString() } as const;
    return { eligible: 'no', ...noted, ...review, writes, answer: 'waiting-for-review' };
  }
  if (isAsked && !input.agrees) {
    const noteOfAsked = await notedWhileAsked(store, organization, signOn, now);
    return { eligible: 'no', ...noted, writes: [...writes, ...noteOfAsked], answer: 'corrected' };
  }
  // With a review, an organizer decides whether two of one name are two.
  const place = placed({ signOn, organization, left, separates: !hasReview(settings), answer });
  if (!place) return undefined;
  const since = isDoubtfulDuplicate(noted.flags) && { reviewRequestedAt: now.toISOString() };
  if (place.eligible === 'no')
    return { ...noted, ...since, ...place, writes: [...place.writes, ...examined.writes] };
  const websites =
    examined === nothingCollected && hasReview(settings)
      ? await websiteIndexWrites(store, { ...signOn, signed: details }, now)
      : examined.writesIfCounted;
  return { ...noted, ...place, writes: [...place.writes, ...examined.writes, ...websites] };
}

interface ComparedWords {
  /** From the words last approved, so that nobody walks letter by letter by withdrawing and signing again. */
  change: PrintedChange;
  /** Whether these words were examined before: they are the ones last approved, or the signed ones. */
  isExamined: boolean;
}

function compareWords({ kind, signed, mended }: SignOn, details: Details): ComparedWords {
  if (!signed) return { change: 'other', isExamined: false };
  const change = printedChange(kind, mended?.from ?? signed, details);
  return { change, isExamined: change === 'none' || printedChange(kind, signed, details) === 'none' };
}

interface Review {
  examined: CollectedEvidence;
  /** What the row says of the review and the evidence. */
  noted: Pick<Allocation, 'review' | 'flags'>;
  /** Whether an organizer must decide before it counts. */
  waits: boolean;
}

/**
 * Examines the words, and says whether an organizer must review them. A review that was made stays (`keepsReview`)
 * unless the words have a new reason to wait.
 */
async function reviewOf(
  store: Store,
  input: AllocationInput,
  {
    keepsReview,
    isExamined,
    key,
    organization,
  }: {
    keepsReview: boolean;
    isExamined: boolean;
    key: string | undefined;
    organization: FoundOrganization | undefined;
  },
): Promise<Review> {
  const { settings, signOn } = input;
  // Whom an organizer has approved, the rejection of another sign-on does not concern.
  const isApproved = keepsReview && signOn.review === 'approved';
  const rejected = isApproved ? undefined : rejectedBefore(organization, signOn.id);
  const isTaken = isTakenByOther(organization, signOn.id);
  // While it does not count, whoever signs is not compared with it, except with the one that counted last.
  // Others have been compared with one who is asked, and not with one who has withdrawn.
  const isCompared = isTaken || isLastHolder(organization, signOn);
  const examined =
    keepsReview && isExamined && rejected === undefined && isCompared
      ? nothingCollected
      : await collectEvidence(store, {
          ...input,
          isApproved,
          ...(key !== undefined && { organizationKey: key }),
          ...(organization && {
            claimKey: organization.found.reference.organizationKey,
            rejected,
          }),
        });
  const ofClaim = organizationFlags(organization);
  if (keepsReview && !hasNewReasonToWait(examined.flags, signOn, input.details)) {
    const { review } = signOn;
    const { flags: known = [] } = signOn;
    const flags = withFlags(known, ofClaim);
    // Another one may have held the claim since the approval.
    const isUnseen = isApproved
      ? ofClaim.some(
          (flag) => makesWaitForVacantClaim(flag) && !known.some((other) => isSameFlag(other, flag)),
        )
      : flags.some(makesSignOnWait) ||
        hasSecondOrigin(ofClaim) ||
        // It was a duplicate from another domain or place before all were asked to agree.
        (hasSecondOrigin(known) && !isLastHolder(organization, signOn));
    const waits = !isTaken && hasReview(settings) && isUnseen;
    return { examined, noted: { review, ...(flags.length > 0 && { flags }) }, waits };
  }
  const flags = [...examined.flags, ...ofClaim];
  const noted = { ...(flags.length > 0 && { flags }) };
  // The second sign-on of an organization does not count in any case, so there is nothing to review.
  if (isTaken)
    return { examined, noted, waits: signOn.status === 'confirmed' && flagsNeedReview(settings, flags) };
  // An invited organization that signs from its own domain is the true one of two that sign from different domains.
  const waits = examined.isInvited
    ? flagsNeedReview(settings, flags)
    : needsDecisionForVacantClaim({ flags }, settings);
  return { examined, noted, waits };
}

/**
 * The allocation of a sign-on that does not count and has new words: it stays, with the evidence of the new words. An
 * approval was of the old ones, and stays only for a mended spelling without new evidence.
 */
async function withNewEvidence(
  store: Store,
  input: AllocationInput,
  { current, key, isMended }: { current: Allocation; key: string | undefined; isMended: boolean },
): Promise<Allocation> {
  const { settings, signOn, now } = input;
  if (!hasReview(settings)) return current;
  const { flags, writes } = await collectEvidence(store, {
    ...input,
    isApproved: isMended && signOn.review === 'approved',
    ...(key !== undefined && { organizationKey: key }),
    ...(current.organizationKey !== undefined && { claimKey: current.organizationKey }),
  });
  const keepsApproval = isMended && !hasNewReasonToWait(flags, signOn, input.details);
  const kept = (signOn.flags ?? []).filter(isOfClaim);
  const all = withFlags(flags, kept);
  // Whoever agrees to the changed letter next would count with words that nobody has reviewed.
  const waits = signOn.askedAgainAt !== undefined && !keepsApproval && flagsNeedReview(settings, all);
  return {
    ...current,
    flags: all.length > 0 ? all : undefined,
    ...(waits
      ? {
          review: 'waiting',
          reviewRequestedAt: current.review === 'waiting' ? current.reviewRequestedAt : now.toISOString(),
          answer: 'waiting-for-review',
        }
      : { review: current.review === 'waiting' || keepsApproval ? current.review : undefined }),
    writes: [...current.writes, ...writes],
  };
}
