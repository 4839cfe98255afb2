import type { Gate } from '../../campaign/gate.ts';
import { Failure } from '../../failure.ts';
import type { LeaseHolder } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/**
 * Seconds for which a lease lasts unless its holder renews it. After a holder has died, nobody takes over for this
 * long.
 */
export const leaseSeconds = 45;

/** A holder with less than this left renews before it continues. Longer than any single call to S3. */
const renewWhenSecondsLeft = 30;

export interface Lease extends LeaseHolder {
  /**
   * Call this before anything that only the holder may do. Renews a lease that runs out soon. Throws a `Failure` if it
   * is lost: another holder may have written newer pages by then.
   */
  renewIfDue(): Promise<void>;
}

/**
 * Takes a campaign's lease, if nobody holds it and the delay after a failed run is over. The same write removes
 * `dirty`, so everything that is read from now on is at least as new as the mark. If the holder dies, its lease runs
 * out and `sweep` queues the job again.
 */
export async function acquireLease(
  store: Store,
  slug: string,
  now: () => Date,
  leaseId: string,
): Promise<Lease | undefined> {
  const end = () => new Date(now().getTime() + leaseSeconds * 1000);
  let until = end();
  const isTaken = await store.update({
    key: gateKey(slug),
    update: 'SET lease = :leaseId, leaseExpiresAt = :until REMOVE dirty ADD siteRuns :one',
    condition: `attribute_exists(PK) AND (attribute_not_exists(lease) OR lease = :leaseId OR leaseExpiresAt < :now)
      AND (attribute_not_exists(siteRetryAt) OR siteRetryAt <= :now)`,
    values: { ':leaseId': leaseId, ':until': until.toISOString(), ':now': now().toISOString(), ':one': 1 },
  });
  if (!isTaken) return undefined;
  return {
    slug,
    leaseId,
    renewIfDue: async () => {
      const secondsLeft = (until.getTime() - now().getTime()) / 1000;
      if (secondsLeft > renewWhenSecondsLeft) return;
      const renewed = end();
      if (secondsLeft <= 0 || !(await renew(store, { slug, leaseId }, renewed)))
        throw new Failure('unavailable', 'keep lease', 'LeaseRanOut');
      until = renewed;
    },
  };
}

const renew = (store: Store, { slug, leaseId }: LeaseHolder, until: Date): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET leaseExpiresAt = :until',
    // A job that was running when the campaign was taken down must stop, since it writes files that must stay gone.
    condition: 'lease = :leaseId AND revokedLease <> :leaseId',
    values: { ':until': until.toISOString(), ':leaseId': leaseId },
  });

/** What the holder stores on the gate with the release: what the pages show now, and when they are due again. */
export type RenderResult = Pick<Gate, 'pagesWrittenAt' | 'pagesDueAt' | 'renderedState' | 'pdfKeys'>;

/**
 * Releases the lease, but only if nothing has changed in the meantime (no `dirty`).
 *
 * @returns false if there is more to do or the lease was lost; the gate is not changed then
 */
export const releaseLeaseIfClean = (store: Store, lease: Lease, result: RenderResult): Promise<boolean> =>
  endLease(store, lease, result, 'lease = :leaseId AND attribute_not_exists(dirty)');

/** Releases the lease whatever has changed, since another run is queued already. */
export const releaseLease = (store: Store, lease: Lease, result: RenderResult): Promise<boolean> =>
  endLease(store, lease, result, 'lease = :leaseId');

function endLease(
  store: Store,
  { slug, leaseId }: Lease,
  result: RenderResult,
  condition: string,
): Promise<boolean> {
  const { pagesWrittenAt, pagesDueAt, renderedState, pdfKeys } = result;
  const sets = [
    ...(pagesWrittenAt ? ['pagesWrittenAt = :pagesWrittenAt'] : []),
    ...(pagesDueAt ? ['pagesDueAt = :pagesDueAt'] : []),
    ...(renderedState ? ['renderedState = :renderedState'] : []),
    ...(pdfKeys ? ['pdfKeys = :pdfKeys'] : []),
  ];
  return store.update({
    key: gateKey(slug),
    update: `${sets.length > 0 ? `SET ${sets.join(', ')} ` : ''}REMOVE lease, leaseExpiresAt, siteRuns, siteRetryAt, siteFailureNotifiedAt${pagesDueAt ? '' : ', pagesDueAt'}`,
    condition,
    values: {
      ':leaseId': leaseId,
      ...(pagesWrittenAt && { ':pagesWrittenAt': pagesWrittenAt }),
      ...(pagesDueAt && { ':pagesDueAt': pagesDueAt }),
      ...(renderedState && { ':renderedState': renderedState }),
      ...(pdfKeys && { ':pdfKeys': pdfKeys }),
    },
  });
}
