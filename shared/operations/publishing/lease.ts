import type { Gate } from '../../campaign/gate.ts';
import { Failure } from '../../failure.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** How long a lease lasts unless its holder renews it: so long nobody takes over from a holder that died. */
export const leaseSeconds = 45;

/** A holder with less than this left renews before it goes on; longer than any single call to S3 can take. */
const renewedBelowSeconds = 30;

export interface Lease {
  slug: string;
  /** Says whose it is. */
  mark: string;
  /**
   * To be called before whatever only the holder may do: renews a lease that runs out soon. Throws a `Failure` when it is
   * lost; somebody else may hold it by then, with newer pages.
   */
  keep(): Promise<void>;
}

/**
 * Takes a campaign's lease, if nobody holds it, and the `dirty` mark with it: what is read from now on is at least as
 * new as the mark. Dies the holder, then the lapsed lease tells `sweep` that work was left.
 */
export async function takeLease(
  store: Store,
  slug: string,
  now: () => Date,
  mark: string,
): Promise<Lease | undefined> {
  const end = () => new Date(now().getTime() + leaseSeconds * 1000);
  let until = end();
  const isTaken = await store.update({
    key: gateKey(slug),
    update: 'SET lease = :mark, leaseUntil = :until REMOVE dirty',
    condition: 'attribute_exists(PK) AND (attribute_not_exists(lease) OR lease = :mark OR leaseUntil < :now)',
    values: { ':mark': mark, ':until': until.toISOString(), ':now': now().toISOString() },
  });
  if (!isTaken) return undefined;
  return {
    slug,
    mark,
    keep: async () => {
      const secondsLeft = (until.getTime() - now().getTime()) / 1000;
      if (secondsLeft > renewedBelowSeconds) return;
      const renewed = end();
      if (secondsLeft <= 0 || !(await renew(store, { slug, mark }, renewed)))
        throw new Failure('unavailable', 'keep lease', 'LeaseRanOut');
      until = renewed;
    },
  };
}

const renew = (store: Store, { slug, mark }: Pick<Lease, 'slug' | 'mark'>, until: Date): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET leaseUntil = :until',
    // A job that was at work when the campaign was taken down stops: what it writes is gone.
    condition: 'lease = :mark AND (attribute_not_exists(stoppedLease) OR stoppedLease <> :mark)',
    values: { ':until': until.toISOString(), ':mark': mark },
  });

/** What the holder leaves on the gate with the lease: what the pages show now, and when more is to be shown. */
export type Shown = Pick<Gate, 'pagesAt' | 'pagesDueAt' | 'shown' | 'printed'>;

/**
 * Gives the lease back, but only if nothing has changed meanwhile (no `dirty` mark).
 *
 * @returns false where there is more to do (or the lease was lost); the lease then still stands
 */
export const returnLease = (store: Store, lease: Lease, shown: Shown): Promise<boolean> =>
  giveBack(store, lease, shown, 'lease = :mark AND attribute_not_exists(dirty)');

/** Gives the lease back whatever has changed: somebody is called already to see to it. */
export const dropLease = (store: Store, lease: Lease, shown: Shown): Promise<boolean> =>
  giveBack(store, lease, shown, 'lease = :mark');

function giveBack(store: Store, { slug, mark }: Lease, shown: Shown, condition: string): Promise<boolean> {
  const { pagesAt, pagesDueAt, shown: state, printed } = shown;
  const sets = [
    ...(pagesAt ? ['pagesAt = :pagesAt'] : []),
    ...(pagesDueAt ? ['pagesDueAt = :pagesDueAt'] : []),
    ...(state ? ['shown = :shown'] : []),
    ...(printed ? ['printed = :printed'] : []),
  ];
  return store.update({
    key: gateKey(slug),
    update: `${sets.length > 0 ? `SET ${sets.join(', ')} ` : ''}REMOVE lease, leaseUntil${pagesDueAt ? '' : ', pagesDueAt'}`,
    condition,
    values: {
      ':mark': mark,
      ...(pagesAt && { ':pagesAt': pagesAt }),
      ...(pagesDueAt && { ':pagesDueAt': pagesDueAt }),
      ...(state && { ':shown': state }),
      ...(printed && { ':printed': printed }),
    },
  });
}
