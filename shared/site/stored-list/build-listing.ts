import { forEachConcurrently } from '../../concurrently.ts';
import type { Language } from '../../i18n/language.ts';
import { countRow, noCounts } from '../../operations/listing/list-counts.ts';
import type { ListRow } from '../../operations/listing/list-order.ts';
import type { ListInMemory } from '../../operations/listing/list-signatories.ts';
import { type Bucket, bucketCount, holderName, type Listing, type StoredPage } from './listing.ts';
import { bucketOf, type ListingFiles } from './listing-files.ts';

/** Writes everybody on a list that was read from the table. The list is stored once it is committed. */
export async function buildListing(
  files: ListingFiles,
  lists: ReadonlyMap<Language, ListInMemory>,
  facts: Pick<Listing, 'id' | 'inputs' | 'builtAt' | 'texts'>,
): Promise<Listing> {
  const [any] = lists.values();
  const printed = any?.pages.reduce((sum, page) => sum + page.length, 0) ?? 0;
  const listing: Listing = {
    ...facts,
    generation: 1,
    counts: noCounts(),
    buckets: Array.from({ length: bucketCount(printed + (any?.unprinted.length ?? 0)) }, () => 1),
    orders: Object.fromEntries(
      [...lists].map(([language, { pages }]) => [language, pages.map((rows) => storedPage(rows, 1))]),
    ),
    unwritten: {},
  };
  const buckets = listing.buckets.map((): ListRow[] => []);
  const holders = listing.buckets.map((): [string, string][] => []);
  for (const rows of any ? [...any.pages, any.unprinted] : [])
    for (const row of rows) {
      const { organizationKey, signatory } = row;
      countRow(listing.counts, row, 1);
      buckets[bucketOf(signatory.id, listing)]?.push(row);
      if (organizationKey !== undefined)
        holders[bucketOf(organizationKey, listing)]?.push([holderName(organizationKey), signatory.id]);
    }
  await forEachConcurrently(buckets.keys(), async (bucket) => {
    const content: Bucket = {
      rows: Object.fromEntries((buckets[bucket] ?? []).map((row) => [row.signatory.id, row])),
      holders: Object.fromEntries(holders[bucket] ?? []),
    };
    await files.writeBucket(listing, bucket, content);
  });
  for (const [language, { pages }] of lists)
    await forEachConcurrently(pages.keys(), (index) =>
      files.writePage(listing, language, index + 1, pages[index] ?? []),
    );
  return listing;
}

/** What the list says of a page with these rows. */
export function storedPage(rows: readonly ListRow[], generation: number): StoredPage {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    generation,
    count: rows.length,
    ...(first && { first: orderOnly(first) }),
    ...(last && { last: { section: last.section, heading: last.heading } }),
  };
}

/** What `ListOrder.compare` looks at. */
const orderOnly = ({ section, heading, signedAt, signatory: { id, kind, name } }: ListRow): ListRow => ({
  section,
  heading,
  signedAt,
  signatory: { id, kind, ...(name !== undefined && { name }), addedOn: null },
});
