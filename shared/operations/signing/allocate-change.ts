import { keyOfName } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { printedChange } from '../../sign-on/printed-words.ts';
import { hasNewReasonToWait, hasReview, hasSecondOrigin } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import type { Store } from '../../table/table.ts';
import { type AllocationInput, allocate } from './allocate-claim.ts';
import { organizationFlags, rejectedBefore } from './claim-evidence.ts';
import { type CollectedEvidence, collectEvidence } from './collect-evidence.ts';
import { findOrganization } from './find-organization.ts';
import { type NameIndex, whileIndexing } from './name-index.ts';
import { type Allocation, allocateExamined } from './place-sign-on.ts';

/** A change of what is signed. It takes effect, or waits for an organizer while the old words count. */
export type AllocatedChange =
  | { takesEffect: true; allocation: Allocation; mended?: SignOn['mended'] }
  | { takesEffect: false; flags: Flag[] };

/**
 * Examines new words like those of a new sign-on. If there is a review and the sign-on counts, only corrected spelling,
 * or removed fields, take effect at once. Spelling is compared with the words last approved, so that no name can be
 * changed letter by letter.
 */
export const allocateChange = async (
  store: Store,
  input: AllocationInput & { index: NameIndex },
): Promise<AllocatedChange> =>
  await whileIndexing(input, (indexed) => changeOf(store, { ...input, indexed }));

async function changeOf(store: Store, input: AllocationInput): Promise<AllocatedChange> {
  const { settings, signOn, details, now } = input;
  const { signed } = signOn;
  const counts = signOn.status === 'confirmed' && signOn.eligible === 'yes';
  if (!hasReview(settings) || !signed)
    return { takesEffect: true, allocation: await allocate(store, input), mended: signOn.mended };
  // What is for organizers alone is not measured, and would make the row large.
  const { answers, newsletter, newsletterAt, source, ...approved } = signOn.mended?.from ?? signed;
  const change = printedChange(signOn.kind, approved, details);
  const isSame = printedChange(signOn.kind, signed, details) === 'none';
  const mended = change === 'mended' && !isSame ? { from: approved, at: now.toISOString() } : signOn.mended;
  if (!counts) {
    const allocation = await allocate(store, input);
    const isKept = allocation.review === 'approved' || (isSame && allocation.eligible === 'yes');
    // Words that wait are examined as a whole, so none of them is only mended.
    return { takesEffect: true, allocation, ...(isKept && mended && { mended }) };
  }
  const examined = isSame
    ? undefined
    : await collectNewEvidence(store, {
        ...input,
        isApproved: change !== 'other' && signOn.review === 'approved',
      });
  const flags = examined?.flags ?? [];
  // Of words that are the same, nothing is examined: the rules may have changed since they were.
  const waits =
    !isSame && (change === 'other' || hasSecondOrigin(flags) || hasNewReasonToWait(flags, signOn, details));
  if (waits) return { takesEffect: false, flags };
  const allocation = await allocateExamined(store, { ...input, separates: false });
  // Another organization counts under the corrected name.
  if (allocation.eligible !== 'yes') return { takesEffect: false, flags };
  const { review, reviewRequestedAt } = signOn;
  return {
    takesEffect: true,
    allocation: {
      ...allocation,
      review,
      reviewRequestedAt,
      flags: signOn.flags,
      writes: [...allocation.writes, ...(examined?.writesIfCounted ?? [])],
    },
    mended,
  };
}

async function collectNewEvidence(
  store: Store,
  input: AllocationInput & { isApproved: boolean },
): Promise<CollectedEvidence> {
  const { signOn, details, now } = input;
  const { slug, id, kind, organizationKey: claimedKey } = signOn;
  if (kind !== 'organization' || claimedKey === undefined) return await collectEvidence(store, input);
  const newKey = keyOfName(details);
  const { reference } = await findClaim(store, { slug, id, organizationKey: claimedKey });
  const isRenamed = newKey !== keyOfName(signOn.signed);
  const organization = isRenamed
    ? await findOrganization(store, { signOn, details, organizationKey: newKey, now })
    : undefined;
  const evidence = await collectEvidence(store, {
    ...input,
    organizationKey: newKey,
    claimKey: reference.organizationKey,
    rejected: rejectedBefore(organization, id),
  });
  return { ...evidence, flags: [...evidence.flags, ...organizationFlags(organization)] };
}
