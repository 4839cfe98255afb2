import { languagesOf } from '../../campaign/localized-settings.ts';
import type { Language } from '../../i18n/language.ts';
import {
  type ListInMemory,
  listSignatories,
  namesPerPage,
} from '../../operations/listing/list-signatories.ts';
import type { Lease } from '../../operations/publishing/lease.ts';
import { setListing, unsetListing } from '../../operations/publishing/stored-listing.ts';
import { readListingChanges } from '../../table/listing-changes.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { buildListing } from './build-listing.ts';
import type { CurrentList, ListInput } from './current-list.ts';
import { forgetChanges } from './forget-changes.ts';
import { newListTexts } from './list-texts.ts';
import { type ListingFiles, openListingFiles } from './listing-files.ts';

/** The list as it is in the table. A long one is stored once the pages are written. */
export async function listFromTable(
  dependencies: SiteDependencies,
  lease: Lease,
  files: ListingFiles,
  { settings, gate, now, released, inputs, source }: ListInput,
): Promise<CurrentList> {
  const { store, siteFiles, newUlid } = dependencies;
  const { slug } = lease;
  const pageSize = dependencies.namesPerPage ?? namesPerPage;
  const isLong = gate.organizations + gate.individuals > pageSize;
  const id = newUlid();
  // Before anything is read: what changes from now on is noted. A job that dies leaves an id under which nothing is
  // stored.
  const isNoted = (isLong || gate.listing !== undefined) && (await setListing(store, lease, id));
  const changes = isNoted ? await readListingChanges(store, slug) : [];
  const own = await listSignatories(source.readAll(), {
    list: settings.list,
    language: settings.language,
    pageSize,
    asOf: now.toISOString(),
    afterTurn: lease.renewIfDue,
    ...(released !== undefined && { released }),
  });
  const lists = new Map<Language, ListInMemory>([[settings.language, own]]);
  for (const language of languagesOf(settings))
    if (language !== settings.language) lists.set(language, await own.inLanguage(language));
  const texts = newListTexts(siteFiles, { stored: {}, pagesToWrite: () => undefined });
  return {
    inOrder: (language) => lists.get(language) ?? own,
    pagesToWrite: () => undefined,
    text: texts.file,
    keep: async () => {
      if (!isNoted) return;
      if (own.totals.organizations + own.totals.individuals > pageSize) {
        const facts = { id, inputs, builtAt: now.toISOString(), texts: texts.written() };
        const listing = await buildListing(files, lists, facts);
        await files.commit(listing);
        await files.removeOthers(listing);
      } else await removeListing(dependencies, lease);
      await forgetChanges(dependencies, lease, changes);
    },
  };
}

/** Ends the keeping of a list: nothing is noted any more, and no file names anybody. */
export async function removeListing(dependencies: SiteDependencies, lease: Lease): Promise<void> {
  const { store, privateFiles } = dependencies;
  await openListingFiles(privateFiles, lease).removeOthers();
  await unsetListing(store, lease);
  await forgetChanges(dependencies, lease, await readListingChanges(store, lease.slug));
}
