import { forEachConcurrently } from '../../concurrently.ts';
import type { Language } from '../../i18n/language.ts';
import { totalsOf } from '../../operations/listing/list-counts.ts';
import { newListOrder } from '../../operations/listing/list-order.ts';
import { listsOf, namesPerPage, type SignatoryList } from '../../operations/listing/list-signatories.ts';
import type { Lease } from '../../operations/publishing/lease.ts';
import { setListing } from '../../operations/publishing/stored-listing.ts';
import type { ListingChange } from '../../table/listing-changes.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { applyChanges, type ChangedSignOn } from './apply-changes.ts';
import type { CurrentList, ListInput } from './current-list.ts';
import { forgetChanges } from './forget-changes.ts';
import { newListTexts } from './list-texts.ts';
import type { Listing } from './listing.ts';
import { isSpoiled, type ListingFiles } from './listing-files.ts';

/** The stored list with all changes since then applied. Undefined: it has to be built anew. */
export async function listFromStore(
  dependencies: SiteDependencies,
  lease: Lease,
  { files, stored, changes }: { files: ListingFiles; stored: Listing; changes: ListingChange[] },
  input: ListInput,
): Promise<CurrentList | undefined> {
  const { settings, source } = input;
  const { toRow } = newListOrder(settings);
  const changed: ChangedSignOn[] = [];
  await forEachConcurrently(changes, async ({ id }) => {
    await lease.renewIfDue();
    const entry = await source.readOne(id);
    changed.push({ id, row: entry && toRow(entry.signOn, entry.addedOn) });
  });
  const pageSize = dependencies.namesPerPage ?? namesPerPage;
  const listing = await applyChanges(files, stored, { changed, settings, pageSize });
  if (!listing) return undefined;
  // Pages may show the new list from here on, so the next job must know which pages.
  await files.commit(listing);
  return listOf(dependencies, lease, { files, listing, changes }, input);
}

/** The list whose rows are in the files of `listing`. */
function listOf(
  dependencies: SiteDependencies,
  lease: Lease,
  { files, listing, changes }: { files: ListingFiles; listing: Listing; changes: ListingChange[] },
  { settings, now, released }: ListInput,
): CurrentList {
  const { store, siteFiles, newUlid } = dependencies;
  const totals = totalsOf(listing.counts, {
    asOf: now.toISOString(),
    ...(released !== undefined && { released }),
  });
  const isInOrder = (language: Language): boolean => listing.orders[language] !== undefined;
  const orderOf = (language: Language): Language => (isInOrder(language) ? language : settings.language);
  /**
   * If the stored list cannot be read, the next run builds it anew. The gate keeps an id, so its files are removed
   * later.
   */
  const abandon = async (error: unknown): Promise<never> => {
    if (isSpoiled(error)) await setListing(store, lease, newUlid());
    throw error;
  };
  const lists = new Map<Language, SignatoryList>();
  const readInOrder = (language: Language): SignatoryList => {
    const order = newListOrder({ ...settings, language });
    const pages = listing.orders[language] ?? [];
    const rowsOf = rememberSome((number) => files.readPage(listing, language, number).catch(abandon));
    return {
      totals,
      pageCount: pages.length,
      page: async (number) => listsOf(await rowsOf(number), pages[number - 2]?.last, order, totals),
      all: async (atMost) => {
        if (pages.reduce((sum, { count }) => sum + count, 0) > atMost) return undefined;
        const rows = await Promise.all(pages.map((_, index) => rowsOf(index + 1)));
        return listsOf(rows.flat(), undefined, order, totals);
      },
    };
  };
  const pagesToWrite = (language: Language) => new Set(listing.unwritten[orderOf(language)]);
  const texts = newListTexts(siteFiles, { stored: listing.texts, pagesToWrite });
  return {
    inOrder: (language) => {
      const order = orderOf(language);
      const list = lists.get(order) ?? readInOrder(order);
      lists.set(order, list);
      return list;
    },
    pagesToWrite,
    text: texts.file,
    keep: async () => {
      await files.commit({ ...listing, unwritten: {}, texts: texts.written() });
      await files.removeOthers(listing);
      await forgetChanges(dependencies, lease, changes);
    },
  };
}

/** Pages kept in memory. The changed ones are read once for the page and once for each text. */
const maxRemembered = 50;

function rememberSome<T>(read: (number: number) => Promise<T>): (number: number) => Promise<T> {
  const remembered = new Map<number, Promise<T>>();
  return async (number) => {
    const known = remembered.get(number);
    if (known) return await known;
    const reading = read(number);
    if (remembered.size < maxRemembered) remembered.set(number, reading);
    return await reading;
  };
}
