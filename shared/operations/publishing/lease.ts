import type { Gate } from '../../campaign/gate.ts';
import { Failure } from '../../failure.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** How long a lease lasts unless its holder renews it: so long nobody takes over from a holder that died. */
export const leaseSeconds = 45;

/** A holder with less than this left renews before it goes on; longer than any single call to S3 can take. */
const renewWhenSecondsLeft = 30;

export interface Lease {
  slug: string;
  /** Says whose it is. */
  leaseId: string;
  /**
   * To be called before whatever only the holder may do: renews a lease that runs out soon. Throws a `Failure` when it is
   * lost; somebody else may hold it by then, with newer pages.
   */
  renewIfDue(): Promise<void>;
}

/**
 * Takes a campaign's lease, if nobody holds it and no failed run forbids it yet, and the `dirty` mark with it: what is read
 * from now on is at least as new as the mark. If the holder dies, its lease lapses and `sweep` queues the job again.
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
    update: 'SET lease = :mark, leaseExpiresAt = :until REMOVE dirty ADD siteRuns :one',
    condition: `attribute_exists(PK) AND (attribute_not_exists(lease) OR lease = :mark OR leaseExpiresAt < :now)
      AND (attribute_not_exists(siteRetryAt) OR siteRetryAt <= :now)`,
    values: { ':mark': leaseId, ':until': until.toISOString(), ':now': now().toISOString(), ':one': 1 },
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

const renew = (
  store: Store,
  { slug, leaseId }: Pick<Lease, 'slug' | 'leaseId'>,
  until: Date,
): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET leaseExpiresAt = :until',
    // A job that was at work when the campaign was taken down stops: what it writes is gone.
    condition: 'lease = :mark AND (attribute_not_exists(revokedLease) OR revokedLease <> :mark)',
    values: { ':until': until.toISOString(), ':mark': leaseId },
  });

/** What the holder leaves on the gate with the lease: what the pages show now, and when more is to be shown. */
export type RenderResult = Pick<Gate, 'pagesWrittenAt' | 'pagesDueAt' | 'renderedState' | 'pdfKeys'>;

/**
 * Gives the lease back, but only if nothing has changed meanwhile (no `dirty` mark).
 *
 * @returns false where there is more to do (or the lease was lost); the lease then still stands
 */
export const releaseLeaseIfClean = (store: Store, lease: Lease, result: RenderResult): Promise<boolean> =>
  endLease(store, lease, result, 'lease = :mark AND attribute_not_exists(dirty)');

/** Gives the lease back whatever has changed: somebody is called already to see to it. */
export const releaseLease = (store: Store, lease: Lease, result: RenderResult): Promise<boolean> =>
  endLease(store, lease, result, 'lease = :mark');

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
      ':mark': leaseId,
      ...(pagesWrittenAt && { ':pagesWrittenAt': pagesWrittenAt }),
      ...(pagesDueAt && { ':pagesDueAt': pagesDueAt }),
      ...(renderedState && { ':renderedState': renderedState }),
      ...(pdfKeys && { ':pdfKeys': pdfKeys }),
    },
  });
}
