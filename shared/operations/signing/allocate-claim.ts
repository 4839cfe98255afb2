import { organizationKey } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, joinClaim, takeClaim } from '../../table/claims.ts';
import { setOrRemove, type UpdateParts } from '../../table/set-or-remove.ts';
import type { Store, Write } from '../../table/table.ts';
import { type ExamineInput, examine } from './collect-evidence.ts';
import { releaseClaimWrites } from './release-claim.ts';

export interface AllocationInput extends Omit<ExamineInput, 'organizationKey'> {
  /** Whether its owner agrees with it to the letter as it stands; else whoever is asked to stays asked. */
  agrees: boolean;
  newUlid: () => string;
}

export type AllocationAnswer =
  | 'confirmed'
  | 'corrected'
  | 'waiting-for-review'
  | 'already-signed-by-organization';

/** Where a confirmed sign-on stands: counted, in its organization's queue, or waiting for an organizer. */
export interface Allocation {
  eligible: SignOn['eligible'];
  organizationKey?: string | undefined;
  review?: SignOn['review'];
  reviewRequestedAt?: string | undefined;
  flags?: Flag[] | undefined;
  /** Beside the row's own write, in its transaction. */
  writes: Write[];
  answer: AllocationAnswer;
}

/**
 * Where a sign-on stands with `details` confirmed: for the first time, again, or as a change of what is signed. What an
 * organizer has to look at first holds no claim and stands in no queue. A change that leaves the organization the same
 * leaves the place as it is; with another one the old place is given up, and the new name is looked at as at first. Whoever
 * was asked to agree to a changed letter has no place, and gets one again by agreeing; an organizer looks only at what waited
 * for that before.
 */
export async function allocate(store: Store, input: AllocationInput): Promise<Allocation> {
  const { settings, signOn, details, now } = input;
  const isStanding = signOn.status === 'confirmed';
  const key = signOn.kind === 'organization' ? organizationKey(details.organizationName ?? '') : undefined;
  const found = key === undefined ? undefined : await findClaim(store, claimOf(signOn, key));
  const isSame = await isSameSigner(store, signOn, details.name, found?.reference.organizationKey);
  const isAsked = signOn.askedAgainAt !== undefined;
  const isPlacedAnew = isAsked && input.agrees && signOn.review !== 'waiting';
  if (isStanding && isSame && !isPlacedAnew) return currentAllocation(signOn);

  const left = isStanding ? await releaseClaimWrites(store, { ...input, signOn }) : [];
  const isKnown = isSame && (signOn.review === 'approved' || isPlacedAnew);
  const { review: _, ...unreviewed } = settings;
  const { flags, needsReview, writes, writesIfCounted } = await examine(store, {
    ...input,
    settings: isKnown ? unreviewed : settings,
    ...(key !== undefined && { organizationKey: key }),
  });
  const noted = isKnown
    ? { review: signOn.review, flags: signOn.flags }
    : { ...(flags.length > 0 && { flags }) };
  const answer = isStanding && !isPlacedAnew ? 'corrected' : 'confirmed';
  if (needsReview || (isStanding && signOn.review === 'waiting'))
    return {
      eligible: 'no',
      ...noted,
      review: 'waiting',
      reviewRequestedAt: now.toISOString(),
      writes: [...left, ...writes],
      answer: 'waiting-for-review',
    };
  if (isAsked && !input.agrees)
    return { eligible: 'no', ...noted, writes: [...left, ...writes], answer: 'corrected' };
  if (!found) return { eligible: 'yes', ...noted, writes: [...left, ...writes], answer };
  const { claim, reference: of } = found;
  const place = { ...noted, organizationKey: of.organizationKey };
  if (claim.holder === undefined || claim.holder === signOn.id)
    return {
      ...place,
      eligible: 'yes',
      writes: [...left, takeClaim(of), ...writes, ...writesIfCounted],
      answer,
    };
  return {
    ...place,
    eligible: 'no',
    writes: [...left, joinClaim(of, claim), ...writes],
    answer: 'already-signed-by-organization',
  };
}

const claimOf = ({ slug, id }: SignOn, key: string) => ({ slug, id, organizationKey: key });

/** Whether the new words are of the same organization as the signed ones, merges considered; of people, the same name. */
async function isSameSigner(
  store: Store,
  signOn: SignOn,
  name: string,
  newKey: string | undefined,
): Promise<boolean> {
  const { signed } = signOn;
  if (!signed) return false;
  if (newKey === undefined) return signed.name === name;
  const signedKey = organizationKey(signed.organizationName ?? '');
  if (signedKey === newKey) return true;
  return (await findClaim(store, claimOf(signOn, signedKey))).reference.organizationKey === newKey;
}

function currentAllocation({
  eligible,
  organizationKey: key,
  review,
  reviewRequestedAt,
  flags,
}: SignOn): Allocation {
  const answer =
    review === 'waiting'
      ? 'waiting-for-review'
      : eligible === 'yes'
        ? 'corrected'
        : 'already-signed-by-organization';
  return { eligible, organizationKey: key, review, reviewRequestedAt, flags, writes: [], answer };
}

/** A place as the row's write puts it down, and what is set or removed beside it. */
export const allocationAttributes = (
  { eligible, organizationKey: key, review, reviewRequestedAt, flags }: Allocation,
  others: Partial<Pick<SignOn, 'signedOrigin'>> = {},
): UpdateParts =>
  setOrRemove({ eligible, organizationKey: key, review, reviewRequestedAt, flags, ...others });
