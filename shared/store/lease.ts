import type { Gate } from '../campaign/gate.ts';
import { gateKey } from './keys.ts';
import type { Store } from './table.ts';

/** Outlasts the site job's function, whose timeout is five minutes, by one: whoever held it before is dead for certain. */
export const leaseMinutes = 6;

export interface Lease {
  slug: string;
  /** Says whose it is. */
  mark: string;
  until: Date;
}

/**
 * Takes a campaign's lease, if nobody holds it, and the `dirty` mark with it: what is read from now on is at least as
 * new as the mark. Dies the holder, then the lapsed lease tells `sweep` that work was left.
 */
export async function takeLease(
  store: Store,
  slug: string,
  now: Date,
  mark: string,
): Promise<Lease | undefined> {
  const until = new Date(now.getTime() + leaseMinutes * 60_000);
  const isTaken = await store.update({
    key: gateKey(slug),
    update: 'SET lease = :mark, leaseUntil = :until REMOVE dirty',
    condition: 'attribute_exists(PK) AND (attribute_not_exists(lease) OR leaseUntil < :now)',
    values: { ':mark': mark, ':until': until.toISOString(), ':now': now.toISOString() },
  });
  return isTaken ? { slug, mark, until } : undefined;
}

/** What the holder leaves on the gate with the lease: what the pages show now, and when more is to be shown. */
export type Shown = Pick<Gate, 'pagesAt' | 'pagesDueAt' | 'shown'>;

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
  const { pagesAt, pagesDueAt, shown: state } = shown;
  const sets = [
    ...(pagesAt ? ['pagesAt = :pagesAt'] : []),
    ...(pagesDueAt ? ['pagesDueAt = :pagesDueAt'] : []),
    ...(state ? ['shown = :shown'] : []),
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
    },
  });
}
