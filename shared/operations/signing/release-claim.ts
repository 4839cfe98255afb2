import type { SignOn } from '../../sign-on/sign-on.ts';
import { type FoundClaim, findClaim, leaveClaim, releaseClaim } from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import type { Store, Write } from '../../table/table.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';

/** Two people who take turns with one claim must not fill the log, from which the organizers' digest is made. */
const noticeEvery = 60 * 60_000;

/**
 * The claim that a sign-on holds or waits for. Undefined if it has none, or if the claim was damaged: if it cannot be read,
 * that is reported; or it does not name its holder any more. Nobody's withdrawal waits for such a claim.
 */
export async function claimToLeave(
  store: Store,
  { signOn, now, newUlid }: ReleaseInput,
): Promise<FoundClaim | undefined> {
  const { slug, id, organizationKey, eligible } = signOn;
  if (organizationKey === undefined) return undefined;
  const campaign = { store, slug, now: () => now, newUlid };
  const found = await readIfReadable(findClaim(store, { slug, organizationKey, id }), campaign);
  // If the row has changed and the claim is right, the row's own condition fails.
  return eligible === 'yes' && found?.claim.holder !== id ? undefined : found;
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
  if (signOn.eligible === 'no') return [leaveClaim(reference)];
  const { waiting, vacancyNotifiedAt } = claim;
  const isNews = !vacancyNotifiedAt || now.getTime() - Date.parse(vacancyNotifiedAt) >= noticeEvery;
  if (!waiting || !isNews) return [releaseClaim(reference, claim)];
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
