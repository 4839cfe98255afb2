import { forEachConcurrently } from '../../concurrently.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { countRow, isPrinted, type ListCounts } from '../../operations/listing/list-counts.ts';
import { type ListOrder, type ListRow, newListOrder } from '../../operations/listing/list-order.ts';
import { type ChangedOrder, changeOrder, type RowChanges } from './change-order.ts';
import { type Bucket, holderName, type Listing, rowSchema } from './listing.ts';
import { bucketOf, type ListingFiles } from './listing-files.ts';

/** A sign-on as it is in the table now. */
export interface ChangedSignOn {
  id: string;
  /** Absent: it is not listed. */
  row: ListRow | undefined;
}

export interface ChangeInput {
  changed: readonly ChangedSignOn[];
  settings: Parameters<typeof newListOrder>[0];
  pageSize: number;
}

/**
 * Applies changed sign-ons to the stored list. It reads and writes only the buckets and pages that hold them. To apply
 * the same changes again has no effect.
 *
 * @returns the list, whose files are written and which is not committed. `unwritten` names the pages that are different
 * now. Undefined: it has to be built anew
 */
export async function applyChanges(
  files: ListingFiles,
  before: Listing,
  { changed, settings, pageSize }: ChangeInput,
): Promise<Listing | undefined> {
  const counts = structuredClone(before.counts);
  const { buckets, removed, added } = await changeBuckets(files, before, counts, changed);
  if (looksOf(counts) !== looksOf(before.counts)) return undefined;
  const generation = before.generation + 1;
  const orders = new Map<Language, ChangedOrder>();
  for (const [language, pages] of ordersOf(before)) {
    const order: ListOrder = newListOrder({ ...settings, language });
    const result = await changeOrder(
      pages,
      { removed, added },
      order,
      { generation, pageSize },
      async (index) => await files.readPage(before, language, index + 1),
    );
    if (!result) return undefined;
    orders.set(language, result);
  }
  const listing: Listing = {
    ...before,
    generation,
    counts,
    buckets: before.buckets.map((was, bucket) => (buckets.has(bucket) ? generation : was)),
    orders: Object.fromEntries([...orders].map(([language, { pages }]) => [language, pages])),
    unwritten: Object.fromEntries(
      [...orders].map(([language, { touched }]) => [
        language,
        [...new Set([...(before.unwritten[language] ?? []), ...touched])],
      ]),
    ),
  };
  await forEachConcurrently(buckets, ([bucket, content]) => files.writeBucket(listing, bucket, content));
  for (const [language, { rows }] of orders)
    await forEachConcurrently(rows, ([index, page]) => files.writePage(listing, language, index + 1, page));
  return listing;
}

const ordersOf = ({ orders }: Listing) =>
  languages.flatMap((language) => {
    const pages = orders[language];
    return pages ? [[language, pages] as const] : [];
  });

/** The part of the counts on which every line or heading depends. */
const looksOf = ({ countries, headed }: ListCounts): string =>
  `${Object.keys(countries).length > 1} ${headed > 0}`;

interface ChangedBuckets extends RowChanges {
  /** Buckets whose content is different now. */
  buckets: Map<number, Bucket>;
}

/**
 * First takes out of the buckets everybody who has changed, and then puts in those who are listed now. If another one
 * is listed for the same organization, it is removed: only one at a time holds a claim (G8). If the other one was
 * right, the claim has moved since the notes were read, and both are noted again.
 */
async function changeBuckets(
  files: ListingFiles,
  listing: Listing,
  counts: ListCounts,
  changed: readonly ChangedSignOn[],
): Promise<ChangedBuckets> {
  const loaded = new Map<number, Bucket>();
  const different = new Set<number>();
  const load = async (name: string): Promise<Bucket> => {
    const bucket = bucketOf(name, listing);
    const content = loaded.get(bucket) ?? (await files.readBucket(listing, bucket));
    loaded.set(bucket, content);
    return content;
  };
  const change = async (name: string): Promise<Bucket> => {
    const content = await load(name);
    different.add(bucketOf(name, listing));
    return content;
  };
  const removed: ListRow[] = [];
  const added: ListRow[] = [];
  const takeOut = async (row: ListRow): Promise<void> => {
    const { organizationKey: key, signatory } = row;
    delete (await change(signatory.id)).rows[signatory.id];
    if (key !== undefined && (await load(key)).holders[holderName(key)] === signatory.id)
      delete (await change(key)).holders[holderName(key)];
    countRow(counts, row, -1);
    const at = added.indexOf(row);
    if (at >= 0) added.splice(at, 1);
    else if (isPrinted(row)) removed.push(row);
  };
  const names = new Set(changed.map(({ id }) => bucketOf(id, listing)));
  await forEachConcurrently(names, async (bucket) => {
    loaded.set(bucket, await files.readBucket(listing, bucket));
  });
  const moved: ListRow[] = [];
  for (const { id, row } of changed) {
    const was = (await load(id)).rows[id];
    if (was && row && isSame(was, row)) continue;
    if (was) await takeOut(was);
    if (row) moved.push(row);
  }
  for (const row of moved) {
    const { organizationKey: key, signatory } = row;
    const holder = key === undefined ? undefined : (await load(key)).holders[holderName(key)];
    const other = holder === undefined ? undefined : (await load(holder)).rows[holder];
    if (other) await takeOut(other);
    (await change(signatory.id)).rows[signatory.id] = row;
    if (key !== undefined) (await change(key)).holders[holderName(key)] = signatory.id;
    countRow(counts, row, 1);
    if (isPrinted(row)) added.push(row);
  }
  const buckets = new Map([...loaded].filter(([bucket]) => different.has(bucket)));
  return { buckets, removed, added };
}

const isSame = (one: ListRow, other: ListRow): boolean =>
  JSON.stringify(rowSchema.parse(one)) === JSON.stringify(rowSchema.parse(other));
