import { errorFields, log } from '../../log.ts';
import type { Lease } from '../../operations/publishing/lease.ts';
import { readListingChanges } from '../../table/listing-changes.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import type { CurrentList, ListInput } from './current-list.ts';
import { listFromStore } from './list-from-store.ts';
import { listFromTable } from './list-from-table.ts';
import type { Listing } from './listing.ts';
import { isSpoiled, type ListingFiles, openListingFiles } from './listing-files.ts';

/** With more changes than these, it is less work to read everything. */
const maxChanges = 5000;

/** A stored list that has changed is built anew after this time, in case a change was lost. */
const rebuiltAfterMilliseconds = 24 * 60 * 60_000;

/**
 * The list as it is now. A list that fits on a page is read from the table. A longer one is stored, and the sign-ons
 * that have changed since then are applied to it. It too is read from the table if it is not stored yet, cannot be
 * read, has to be laid out anew, or if all pages change.
 */
export async function readCurrentList(
  dependencies: SiteDependencies,
  lease: Lease,
  input: ListInput,
): Promise<CurrentList> {
  const files = openListingFiles(dependencies.privateFiles, lease);
  const stored = await usableListing(files, input);
  if (stored) {
    const changes = await readListingChanges(dependencies.store, lease.slug, maxChanges);
    const isTooMuch = changes.length > maxChanges;
    const changed = isTooMuch
      ? undefined
      : await listFromStore(dependencies, lease, { files, stored, changes }, input).catch(
          (error: unknown) => {
            if (!isSpoiled(error)) throw error;
            log('warn', 'listing spoiled', { slug: lease.slug, ...errorFields(error) });
            return undefined;
          },
        );
    if (changed) return changed;
  }
  return await listFromTable(dependencies, lease, files, input);
}

async function usableListing(
  files: ListingFiles,
  { gate, inputs, mustReadAll, now }: ListInput,
): Promise<Listing | undefined> {
  if (gate.listing === undefined || mustReadAll) return undefined;
  const stored = await files.read();
  const isUsable =
    stored?.id === gate.listing &&
    stored.inputs === inputs &&
    now.getTime() - Date.parse(stored.builtAt) < rebuiltAfterMilliseconds;
  return isUsable ? stored : undefined;
}
