import type { SignOn } from '../../sign-on/sign-on.ts';
import {
  type ClaimReference,
  type FoundClaim,
  findClaim,
  leaveQueue,
  releaseClaim,
  unchangedClaim,
} from '../../table/claims.ts';
import { eventCreation } from '../../table/events.ts';
import type { Store, Write } from '../../table/table.ts';
import { vacancyUpdate } from '../../table/vacancies.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';

/** Two people who take turns with one claim must not fill the log. */
const logIntervalMilliseconds = 60 * 60_000;

/**
 * The claim that a sign-on holds or waits for. Undefined if it has none, or if the claim cannot be read. That is
 * reported, and nobody's withdrawal waits for it.
 */
async function claimToLeave(
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
 * claim that becomes vacant, the same transaction says so, and the digest tells the organizers. With `isRejected`, the
 * claim notes it if it counts, or counted until an organizer's decision, so that the next sign-on of the organization
 * waits for an organizer. `isTold` can say of those who wait that organizers need not be told.
 */
export async function releaseClaimWrites(
  store: Store,
  input: ReleaseInput & { isRejected?: boolean; isTold?: (waiting: ReadonlySet<string>) => Promise<boolean> },
): Promise<Write[]> {
  const { signOn, now, newUlid, isRejected = false, isTold = async () => true } = input;
  const found = await claimToLeave(store, input);
  if (!found) return [];
  const { reference, claim } = found;
  // One that counted until an organizer's decision.
  const hasCounted = signOn.demotedAt !== undefined;
  if (signOn.eligible === 'no') return leaveQueue(found, { isRejected: isRejected && hasCounted });
  // The row has just changed, or the claim was damaged and does not name its holder any more.
  if (claim.holder !== signOn.id) return unchangedClaim(found);
  const { waiting, vacancyNotifiedAt } = claim;
  if (!waiting || !(await isTold(waiting))) return [releaseClaim(reference, claim, { isRejected })];
  const vacancy = vacancyWrites(reference, { waiting, now, newUlid });
  const wasLoggedLately =
    vacancyNotifiedAt !== undefined &&
    now.getTime() - Date.parse(vacancyNotifiedAt) < logIntervalMilliseconds;
  return wasLoggedLately
    ? [releaseClaim(reference, claim, { isRejected }), vacancy.noted]
    : [
        releaseClaim(reference, claim, { isRejected, vacancyNotifiedAt: now.toISOString() }),
        vacancy.noted,
        vacancy.logged,
      ];
}

/** The writes which say that a claim becomes vacant while others wait for it: for the digest, and in the log. */
export const vacancyWrites = (
  { slug, organizationKey }: Pick<ClaimReference, 'slug' | 'organizationKey'>,
  { waiting, now, newUlid }: Omit<ReleaseInput, 'signOn'> & { waiting: Iterable<string> },
): { noted: Write; logged: Write } => ({
  noted: vacancyUpdate(slug, { organizationKey, mark: newUlid() }),
  logged: eventCreation({
    slug,
    now,
    newUlid,
    actor: 'system',
    event: { type: 'claim-vacated', waiting: [...waiting].sort() },
  }),
});
