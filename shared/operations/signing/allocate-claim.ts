import { organizationKey } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, joinClaim, takeClaim } from '../../table/claims.ts';
import { type Attributes, setOrRemove } from '../../table/set-or-remove.ts';
import type { Store, Write } from '../../table/table.ts';
import { type Examining, examine } from './examine.ts';
import { leavingWrites } from './release-claim.ts';

export interface Placing extends Omit<Examining, 'organizationKey'> {
  /** Whether its owner agrees with it to the letter as it stands; else whoever is asked to stays asked. */
  agrees: boolean;
  newUlid: () => string;
}

export type PlaceAnswer = 'confirmed' | 'corrected' | 'waiting-for-review' | 'already-signed-by-organization';

/** Where a confirmed sign-on stands: counted, in its organization's queue, or waiting for an organizer. */
export interface Place {
  eligible: SignOn['eligible'];
  organizationKey?: string | undefined;
  review?: SignOn['review'];
  reviewSince?: string | undefined;
  flags?: Flag[] | undefined;
  /** Beside the row's own write, in its transaction. */
  writes: Write[];
  answer: PlaceAnswer;
}

/**
 * Where a sign-on stands with `details` confirmed: for the first time, again, or as a change of what is signed. What an
 * organizer has to look at first holds no claim and stands in no queue. A change that leaves the organization the same
 * leaves the place as it is; with another one the old place is given up, and the new name is looked at as at first. Whoever
 * was asked to agree to a changed letter has no place, and gets one again by agreeing; an organizer looks only at what waited
 * for that before.
 */
export async function placeFor(store: Store, placing: Placing): Promise<Place> {
  const { settings, signOn, details, now } = placing;
  const isStanding = signOn.status === 'confirmed';
  const key = signOn.kind === 'organization' ? organizationKey(details.organizationName ?? '') : undefined;
  const found = key === undefined ? undefined : await findClaim(store, claimOf(signOn, key));
  const isSame = await isSameSigner(store, signOn, details.name, found?.claimOf.organizationKey);
  const isAsked = signOn.askedAt !== undefined;
  const isPlacedAnew = isAsked && placing.agrees && signOn.review !== 'waiting';
  if (isStanding && isSame && !isPlacedAnew) return standing(signOn);

  const left = isStanding ? await leavingWrites(store, { ...placing, signOn }) : [];
  const isKnown = isSame && (signOn.review === 'approved' || isPlacedAnew);
  const { review: _, ...unreviewed } = settings;
  const { flags, waits, writes, writesIfCounted } = await examine(store, {
    ...placing,
    settings: isKnown ? unreviewed : settings,
    ...(key !== undefined && { organizationKey: key }),
  });
  const noted = isKnown
    ? { review: signOn.review, flags: signOn.flags }
    : { ...(flags.length > 0 && { flags }) };
  const answer = isStanding && !isPlacedAnew ? 'corrected' : 'confirmed';
  if (waits || (isStanding && signOn.review === 'waiting'))
    return {
      eligible: 'no',
      ...noted,
      review: 'waiting',
      reviewSince: now.toISOString(),
      writes: [...left, ...writes],
      answer: 'waiting-for-review',
    };
  if (isAsked && !placing.agrees)
    return { eligible: 'no', ...noted, writes: [...left, ...writes], answer: 'corrected' };
  if (!found) return { eligible: 'yes', ...noted, writes: [...left, ...writes], answer };
  const { claim, claimOf: of } = found;
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
  return (await findClaim(store, claimOf(signOn, signedKey))).claimOf.organizationKey === newKey;
}

function standing({ eligible, organizationKey: key, review, reviewSince, flags }: SignOn): Place {
  const answer =
    review === 'waiting'
      ? 'waiting-for-review'
      : eligible === 'yes'
        ? 'corrected'
        : 'already-signed-by-organization';
  return { eligible, organizationKey: key, review, reviewSince, flags, writes: [], answer };
}

/** A place as the row's write puts it down, and what is set or removed beside it. */
export const placeUpdate = (
  { eligible, organizationKey: key, review, reviewSince, flags }: Place,
  beside: Partial<Pick<SignOn, 'signedFrom'>> = {},
): Attributes => setOrRemove({ eligible, organizationKey: key, review, reviewSince, flags, ...beside });
