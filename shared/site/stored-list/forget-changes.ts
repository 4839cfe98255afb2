import { forEachConcurrently } from '../../concurrently.ts';
import type { Lease } from '../../operations/publishing/lease.ts';
import { forgetListingChange, type ListingChange } from '../../table/listing-changes.ts';
import type { SiteDependencies } from '../site-dependencies.ts';

/** Removes notes of changes that the pages show now. */
export async function forgetChanges(
  { store }: SiteDependencies,
  lease: Lease,
  changes: readonly ListingChange[],
): Promise<void> {
  await forEachConcurrently(changes, async (change) => {
    await lease.renewIfDue();
    await forgetListingChange(store, lease.slug, change);
  });
}
