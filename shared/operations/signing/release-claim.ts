import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, leaveClaim, releaseClaim } from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import type { Store, Write } from '../../table/table.ts';

/** Two people who take turns with one place must not fill the organizers' mailboxes. */
const noticeEvery = 60 * 60_000;

/**
 * The writes beside a row's own by which its sign-on gives up its organization's place, or its place in the queue. Where
 * others wait for a place that falls vacant, the organizers are told in the same transaction.
 */
export async function leavingWrites(
  store: Store,
  { signOn, now, newUlid }: { signOn: SignOn; now: Date; newUlid: () => string },
): Promise<Write[]> {
  const { slug, id, organizationKey } = signOn;
  if (organizationKey === undefined) return [];
  const { claimOf, claim } = await findClaim(store, { slug, organizationKey, id });
  if (signOn.eligible === 'no') return [leaveClaim(claimOf)];
  const { waiting, toldAt } = claim;
  const isNews = !toldAt || now.getTime() - Date.parse(toldAt) >= noticeEvery;
  if (!waiting || !isNews) return [releaseClaim(claimOf, claim)];
  const happening = {
    type: 'claim-vacated' as const,
    organizationName: signOn.signed?.organizationName ?? '',
    waiting: [...waiting].sort(),
  };
  return [
    releaseClaim(claimOf, claim, now.toISOString()),
    eventCreation({ slug, now, newUlid, actor: 'system', happening, isNotice: true }),
  ];
}
