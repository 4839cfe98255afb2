import type { CampaignEvent } from '../../campaign/events.ts';
import { organizationKey } from '../../organization/key.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { eventCreation } from '../../table/events.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Creation, Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { type Allocation, allocationAttributes, placeIn } from '../signing/allocate-claim.ts';
import { findOrganization } from '../signing/find-organization.ts';
import { lookAlikeIndexWrites } from '../signing/look-alikes.ts';
import { websiteIndexWrites } from '../signing/websites.ts';

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
export async function approvedAllocation(
  store: Store,
  signOn: SignOn,
  now: Date,
): Promise<Omit<Allocation, 'answer'>> {
  const approved = { review: 'approved' as const, flags: signOn.flags };
  if (signOn.askedAgainAt !== undefined) return { ...approved, eligible: 'no', writes: [] };
  if (signOn.kind === 'individual') return { ...approved, eligible: 'yes', writes: [] };
  const { slug, signed } = signOn;
  const details = signed ?? { name: '', language: 'en' };
  const name = details.organizationName ?? '';
  const key = organizationKey(name);
  const organization = await findOrganization(store, { signOn, details, organizationKey: key, now });
  const { writes, ...place } = placeIn(organization, signOn, false);
  const index = [
    ...lookAlikeIndexWrites(slug, { organizationKey: key, name }),
    ...websiteIndexWrites(signOn),
  ];
  return { ...approved, ...place, writes: [...writes, ...(place.eligible === 'yes' ? index : [])] };
}

/** The row's half of an approval: confirmed, in its place, and its owner is told. */
export function approvedUpdate(
  signOn: SignOn,
  { askedAgainAt, ...place }: Omit<Allocation, 'answer'> & Pick<SignOn, 'askedAgainAt'>,
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update {
  const { condition, names, values } = unchangedCondition(signOn);
  const { set, remove, values: placeValues } = allocationAttributes({ ...place, answer: 'confirmed' });
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :confirmed, decidedAt = :now,
      pendingMail = :pendingMail, ${set}${askedAgainAt ? ', askedAgainAt = :askedAgainAt' : ''}${remove && ` REMOVE ${remove}`}`,
    condition,
    names,
    values: {
      ...values,
      ...placeValues,
      ':confirmed': 'confirmed',
      ':pendingMail': newUlid(),
      ':now': now.toISOString(),
      ...(askedAgainAt && { ':askedAgainAt': askedAgainAt }),
    },
  };
}

/** Changes nothing, and fails if the sign-on is no longer the one that was read: it may have taken another name. */
export const unchangedSignOn = (signOn: SignOn): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: 'SET eligible = :wasEligible',
  ...unchangedCondition(signOn),
});

/** From its organization's place into the queue for it; its owner is told. */
export function demotedUpdate(
  holder: SignOn,
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update {
  const { condition, names, values } = unchangedCondition(holder);
  return {
    key: signOnKey(holder.slug, holder.id),
    update: 'SET eligible = :no, decidedAt = :now, pendingMail = :pendingMail',
    condition,
    names,
    values: { ...values, ':no': 'no', ':now': now.toISOString(), ':pendingMail': newUlid() },
  };
}

/** The log's line of a decision. */
export const decisionEvent = (
  { signOn: { slug }, now, newUlid, actor = 'organizer' }: DecisionInput,
  event: CampaignEvent,
): Creation => eventCreation({ slug, now, newUlid, actor, event, isNotice: false });
