import type { CampaignEvent } from '../../campaign/events.ts';
import { keyOfName } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type FoundClaim, findClaim } from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Creation, Store, Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';
import { decidedDuplicate, isOfClaim } from '../signing/claim-evidence.ts';
import { findOrganization } from '../signing/find-organization.ts';
import { type NameIndex, withIndex } from '../signing/name-index.ts';
import {
  type Allocation,
  allocateExamined,
  allocationAttributes,
  type ExaminedInput,
} from '../signing/place-sign-on.ts';
import { websiteIndexWrites } from '../signing/websites.ts';

/** The input of an organizer's decision. `signOn` is as it was read, and is read again if it has changed. */
export interface DecisionInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
  /** Address of the organizer who decides. Absent: the command line. */
  actor?: string;
}

/** The claim of the name that a sign-on has signed with. Undefined if it cannot be read, which is reported. */
export async function claimOfName(
  store: Store,
  { signOn, now, newUlid }: DecisionInput,
): Promise<FoundClaim | undefined> {
  const { slug, id, signed } = signOn;
  const key = keyOfName(signed);
  const campaign = { store, slug, now: () => now, newUlid };
  return await readIfReadable(findClaim(store, { slug, organizationKey: key, id }), campaign);
}

/** The claim that decides for a sign-on, and the key of its own claim, before merges are followed. */
export interface OwnClaim {
  found: FoundClaim;
  ownKey: string;
}

/**
 * The claim of its own name, and the claim that decides for it. For a sign-on that waits for review: those that an
 * approval would use.
 */
export async function ownClaimOf(
  store: Store,
  { now }: Pick<DecisionInput, 'now'>,
  signOn: SignOn,
): Promise<OwnClaim> {
  const { slug, id, signed } = signOn;
  const details = signed ?? { name: '', language: 'en' };
  const name = keyOfName(details);
  const ownKey = signOn.ownKey ?? signOn.organizationKey;
  if (ownKey === undefined)
    return await findOrganization(store, { signOn, details, organizationKey: name, now });
  return { ownKey, found: await findClaim(store, { slug, id, organizationKey: ownKey }) };
}

/**
 * The allocation of a sign-on that an organizer approves with the words `details` and the evidence `known`: it keeps its
 * place, takes its organization's claim, or waits for it. While its signer is asked to agree to a changed letter, it
 * does neither.
 */
export async function approvedAllocation(
  store: Store,
  input: ExaminedInput & { known: Flag[] | undefined },
): Promise<Allocation> {
  const { signOn, details, known, now } = input;
  const { slug, id, kind, eligible } = signOn;
  const allocation = await allocateExamined(store, input);
  const isDuplicate = allocation.eligible === 'no' && allocation.organizationKey !== undefined;
  const ofClaim = (allocation.flags ?? []).filter(isOfClaim);
  const websites =
    kind === 'organization' && !isDuplicate
      ? await websiteIndexWrites(store, { slug, id, signed: details }, now)
      : [];
  return {
    ...allocation,
    review: 'approved',
    flags: known,
    ...(isDuplicate && decidedDuplicate(known, ofClaim, now)),
    ...(eligible === 'yes' && allocation.eligible === 'no' && { demotedAt: now.toISOString() }),
    writes: [...allocation.writes, ...websites],
  };
}

/** The row's part of an approval: confirmed, allocated, and its signer is told. */
export function approvedUpdate(
  signOn: SignOn,
  { askedAgainAt, ...allocation }: Omit<Allocation, 'answer'> & Pick<SignOn, 'askedAgainAt'>,
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update {
  const {
    set,
    remove,
    values: allocationValues,
  } = allocationAttributes({ ...allocation, answer: 'confirmed' });
  return updateIfUnchanged(
    signOn,
    `SET #status = :confirmed, decidedAt = :now,
      pendingMail = :pendingMail, ${set}${askedAgainAt ? ', askedAgainAt = :askedAgainAt' : ''}${remove && ` REMOVE ${remove}`}`,
    {
      ...allocationValues,
      ':confirmed': 'confirmed',
      ':pendingMail': newUlid(),
      ':now': now.toISOString(),
      ...(askedAgainAt && { ':askedAgainAt': askedAgainAt }),
    },
  );
}

/** Tries a decision (`retryOnConflict`). At its end, the index of names matches the row (`withIndex`). */
export const retryDecision = <Outcome extends string>(
  store: Store,
  input: DecisionInput,
  outcomeIfMissing: Outcome,
  change: (signOn: SignOn, index: NameIndex) => Promise<Outcome | undefined>,
): Promise<Outcome> =>
  withIndex(store, input, (index) =>
    retryOnConflict(store, input, outcomeIfMissing, (signOn) => {
      index.changes(signOn);
      return change(signOn, index);
    }),
  );

/** A write without effect. It fails its transaction if the sign-on has changed since it was read. */
export const unchangedSignOn = (signOn: SignOn): Update =>
  updateIfUnchanged(signOn, 'SET eligible = :wasEligible');

/** The holder of a claim becomes one who waits for it. Its signer is told. */
export function demotedUpdate(
  holder: SignOn,
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update {
  return updateIfUnchanged(
    holder,
    'SET eligible = :no, decidedAt = :now, demotedAt = :now, pendingMail = :pendingMail',
    { ':no': 'no', ':now': now.toISOString(), ':pendingMail': newUlid() },
  );
}

/** The write that records a decision in the log, in the transaction of the decision. Nobody gets a mail about it. */
export const decisionEvent = (
  { signOn: { slug }, now, newUlid, actor = 'organizer' }: DecisionInput,
  event: CampaignEvent,
): Creation => eventCreation({ slug, now, newUlid, actor, event });
