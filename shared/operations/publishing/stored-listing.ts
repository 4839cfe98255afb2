import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import type { Lease } from './lease.ts';

/** From now on, changes of the list are noted for the stored list with this id. False: the lease is lost. */
export const setListing = (store: Store, { slug, leaseId }: Lease, id: string): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET listing = :id',
    condition: 'lease = :mark',
    values: { ':id': id, ':mark': leaseId },
  });

/** Changes of the list are not noted any more. */
export const unsetListing = (store: Store, { slug, leaseId }: Lease): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'REMOVE listing',
    condition: 'lease = :mark',
    values: { ':mark': leaseId },
  });
