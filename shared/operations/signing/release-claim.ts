import type { SignOn } from '../../sign-on/sign-on.ts';
import { type FoundClaim, findClaim, leaveQueue, releaseClaim, unchangedClaim } from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import type { Store, Write } from '../../table/table.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';

/** Two people who take turns with one claim must not fill the log, from which the organizers' digest is made. */
const noticeEvery = 60 * 60_000;

/**
 * The claim that a sign-on holds or waits for. Undefined if it has none, or if the claim cannot be read. That is
 * reported, and nobody's withdrawal waits for it.
 */
export async function claimToLeave(
  store: Store,
  { signOn, now, newUlid }: ReleaseInput,
): Promise<FoundClaim | undefined> {
  const { slug, id, organizationKey } = signOn;
  if (organizationKey === undefined) return undefined;
  const campaign = { store, slug, now: () => now, newUlid };
  return await readIfReadable(findClaim(store, { slug, organizationKey, id }), campaign);
}

interface ReleaseInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
}

/**
 * The writes by which a sign-on gives up its organization's claim, or no longer waits for it. If others wait for a
 * claim that becomes vacant, an event says so in the same transaction, and the digest tells the organizers.
 */
export async function releaseClaimWrites(store: Store, input: ReleaseInput): Promise<Write[]> {
  const { signOn, now, newUlid } = input;
  const found = await claimToLeave(store, input);
  if (!found) return [];
  const { reference, claim } = found;
  if (signOn.eligible === 'no') return leaveQueue(found);
  // The row has just changed, or the claim was damaged and does not name its holder any more.
  if (claim.holder !== signOn.id) return unchangedClaim(found);
  const { waiting, vacancyNotifiedAt } = claim;
  if (!waiting || (await isStillToBeTold(store, signOn.slug, vacancyNotifiedAt, now)))
    return [releaseClaim(reference, claim)];
  const campaignEvent = {
    type: 'claim-vacated' as const,
    waiting: [...waiting].sort(),
  };
  return [
    releaseClaim(reference, claim, now.toISOString()),
    eventCreation({
      slug: signOn.slug,
      now,
      newUlid,
      actor: 'system',
      event: campaignEvent,
      isNotice: false,
    }),
  ];
}

/** Whether the next digest tells of an earlier vacancy of the claim, and so of this one. */
async function isStillToBeTold(
  store: Store,
  slug: string,
  vacancyNotifiedAt: string | undefined,
  now: Date,
): Promise<boolean> {
  if (!vacancyNotifiedAt || now.getTime() - Date.parse(vacancyNotifiedAt) >= noticeEvery) return false;
  const { reviewNotifiedAt = '' } = (await readGate(store, slug)) ?? {};
  return reviewNotifiedAt < vacancyNotifiedAt;
}
