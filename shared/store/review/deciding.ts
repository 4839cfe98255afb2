import type { Happening } from '../../campaign/events.ts';
import { organizationKey } from '../../sign-on/organization-key.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { asRead } from '../as-read.ts';
import { findClaim, joinClaim, takeClaim } from '../claims.ts';
import { eventCreation } from '../events.ts';
import { signOnKey } from '../keys.ts';
import { type Place, placeUpdate } from '../signing/placing.ts';
import type { Creation, Store, Update } from '../table.ts';
import { indexingWrites } from './look-alikes.ts';

/** What an organizer's decision on a sign-on needs; `signOn` as it was read, which is read again where it has changed. */
export interface Deciding {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
}

/** The place of a sign-on that an organizer lets count: its organization's, or in the queue for it. */
export async function approvedPlace(store: Store, signOn: SignOn): Promise<Omit<Place, 'answer'>> {
  const approved = { review: 'approved' as const, flags: signOn.flags };
  if (signOn.kind === 'individual') return { ...approved, eligible: 'yes', writes: [] };
  const { slug, id, signed } = signOn;
  const key = organizationKey(signed?.organizationName ?? '');
  const { claim, claimOf } = await findClaim(store, { slug, id, organizationKey: key });
  const isVacant = claim.holder === undefined || claim.holder === id;
  return {
    ...approved,
    eligible: isVacant ? 'yes' : 'no',
    organizationKey: claimOf.organizationKey,
    writes: isVacant ? [takeClaim(claimOf), ...indexingWrites(slug, key)] : [joinClaim(claimOf, claim)],
  };
}

/** The row's half of an approval: confirmed, in its place, and its owner is told. */
export function approvedUpdate(signOn: SignOn, place: Omit<Place, 'answer'>, owes: string): Update {
  const { condition, names, values } = asRead(signOn);
  const { set, remove, values: placeValues } = placeUpdate({ ...place, answer: 'confirmed' });
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :confirmed, owes = :owes, ${set}${remove && ` REMOVE ${remove}`}`,
    condition,
    names,
    values: { ...values, ...placeValues, ':confirmed': 'confirmed', ':owes': owes },
  };
}

/** The log's line of a decision. */
export const decisionEvent = ({ signOn: { slug }, now, newUlid }: Deciding, happening: Happening): Creation =>
  eventCreation({ slug, now, newUlid, actor: 'organizer', happening, isNotice: false });
