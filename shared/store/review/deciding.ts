import type { Happening } from '../../campaign/events.ts';
import { organizationKey } from '../../organization/key.ts';
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

/**
 * The place of a sign-on that an organizer lets count: its organization's, or in the queue for it; none while its owner is
 * asked to agree to a changed letter.
 */
export async function approvedPlace(store: Store, signOn: SignOn): Promise<Omit<Place, 'answer'>> {
  const approved = { review: 'approved' as const, flags: signOn.flags };
  if (signOn.askedAt !== undefined) return { ...approved, eligible: 'no', writes: [] };
  if (signOn.kind === 'individual') return { ...approved, eligible: 'yes', writes: [] };
  const { slug, id, signed } = signOn;
  const name = signed?.organizationName ?? '';
  const key = organizationKey(name);
  const { claim, claimOf } = await findClaim(store, { slug, id, organizationKey: key });
  const isVacant = claim.holder === undefined || claim.holder === id;
  return {
    ...approved,
    eligible: isVacant ? 'yes' : 'no',
    organizationKey: claimOf.organizationKey,
    writes: isVacant
      ? [takeClaim(claimOf), ...indexingWrites(slug, { organizationKey: key, name })]
      : [joinClaim(claimOf, claim)],
  };
}

/** The row's half of an approval: confirmed, in its place, and its owner is told. */
export function approvedUpdate(
  signOn: SignOn,
  { askedAt, ...place }: Omit<Place, 'answer'> & Pick<SignOn, 'askedAt'>,
  owes: string,
): Update {
  const { condition, names, values } = asRead(signOn);
  const { set, remove, values: placeValues } = placeUpdate({ ...place, answer: 'confirmed' });
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :confirmed, owes = :owes, ${set}${askedAt ? ', askedAt = :askedAt' : ''}${remove && ` REMOVE ${remove}`}`,
    condition,
    names,
    values: {
      ...values,
      ...placeValues,
      ':confirmed': 'confirmed',
      ':owes': owes,
      ...(askedAt && { ':askedAt': askedAt }),
    },
  };
}

/** The log's line of a decision. */
export const decisionEvent = ({ signOn: { slug }, now, newUlid }: Deciding, happening: Happening): Creation =>
  eventCreation({ slug, now, newUlid, actor: 'organizer', happening, isNotice: false });
