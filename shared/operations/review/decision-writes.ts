import type { CampaignEvent } from '../../campaign/events.ts';
import { organizationKey } from '../../organization/key.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, joinClaim, takeClaim } from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Creation, Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { type Allocation, allocationAttributes } from '../signing/allocate-claim.ts';
import { lookAlikeIndexWrites } from '../signing/look-alikes.ts';

/** What an organizer's decision on a sign-on needs; `signOn` as it was read, which is read again where it has changed. */
export interface DecisionInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
  /** Address of the organizer who decides; absent: somebody at a terminal. */
  actor?: string;
}

/**
 * The place of a sign-on that an organizer lets count: its organization's, or in the queue for it; none while its owner is
 * asked to agree to a changed letter.
 */
export async function approvedAllocation(store: Store, signOn: SignOn): Promise<Omit<Allocation, 'answer'>> {
  const approved = { review: 'approved' as const, flags: signOn.flags };
  if (signOn.askedAgainAt !== undefined) return { ...approved, eligible: 'no', writes: [] };
  if (signOn.kind === 'individual') return { ...approved, eligible: 'yes', writes: [] };
  const { slug, id, signed } = signOn;
  const name = signed?.organizationName ?? '';
  const key = organizationKey(name);
  const { claim, reference } = await findClaim(store, { slug, id, organizationKey: key });
  const isVacant = claim.holder === undefined || claim.holder === id;
  return {
    ...approved,
    eligible: isVacant ? 'yes' : 'no',
    organizationKey: reference.organizationKey,
    writes: isVacant
      ? [takeClaim(reference), ...lookAlikeIndexWrites(slug, { organizationKey: key, name })]
      : [joinClaim(reference, claim)],
  };
}

/** The row's half of an approval: confirmed, in its place, and its owner is told. */
export function approvedUpdate(
  signOn: SignOn,
  { askedAgainAt, ...place }: Omit<Allocation, 'answer'> & Pick<SignOn, 'askedAgainAt'>,
  pendingMail: string,
): Update {
  const { condition, names, values } = unchangedCondition(signOn);
  const { set, remove, values: placeValues } = allocationAttributes({ ...place, answer: 'confirmed' });
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :confirmed, pendingMail = :pendingMail, ${set}${askedAgainAt ? ', askedAgainAt = :askedAgainAt' : ''}${remove && ` REMOVE ${remove}`}`,
    condition,
    names,
    values: {
      ...values,
      ...placeValues,
      ':confirmed': 'confirmed',
      ':pendingMail': pendingMail,
      ...(askedAgainAt && { ':askedAgainAt': askedAgainAt }),
    },
  };
}

/** The log's line of a decision. */
export const decisionEvent = (
  { signOn: { slug }, now, newUlid, actor = 'organizer' }: DecisionInput,
  event: CampaignEvent,
): Creation => eventCreation({ slug, now, newUlid, actor, event, isNotice: false });
