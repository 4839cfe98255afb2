import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, leaveClaim, releaseClaim } from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import type { Store, Write } from '../../table/table.ts';

/** Two people who take turns with one claim must not fill the log, from which the organizers' digest is made. */
const noticeEvery = 60 * 60_000;

/**
 * The writes by which a sign-on gives up its organization's claim, or no longer waits for it. If others wait for a
 * claim that becomes vacant, an event says so in the same transaction, and the digest tells the organizers.
 */
export async function releaseClaimWrites(
  store: Store,
  { signOn, now, newUlid }: { signOn: SignOn; now: Date; newUlid: () => string },
): Promise<Write[]> {
  const { slug, id, organizationKey } = signOn;
  if (organizationKey === undefined) return [];
  const { reference, claim } = await findClaim(store, { slug, organizationKey, id });
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
    eventCreation({ slug, now, newUlid, actor: 'system', event: campaignEvent, isNotice: false }),
  ];
}
