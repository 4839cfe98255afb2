import type { ListOrder, ListRow } from '../../operations/listing/list-order.ts';
import { storedPage } from './build-listing.ts';
import type { StoredPage } from './listing.ts';
import { spoiled } from './listing-files.ts';

/** The pages of one order after a change. */
export interface ChangedOrder {
  pages: StoredPage[];
  /** The rows of the pages that have others now, by index. */
  rows: Map<number, ListRow[]>;
  /** Numbers of the pages that show something else now. */
  touched: Set<number>;
}

export interface RowChanges {
  removed: readonly ListRow[];
  added: readonly ListRow[];
}

/** With more pages to fill one after the other, it is time to lay them out anew. */
const maxMovedPages = 20;

/**
 * Takes rows off their pages and puts others where they belong. A page that has become too long gives its last names to
 * the next one. All other pages stay as they are.
 *
 * @returns undefined if the pages have to be laid out anew: one is empty now, or there is no room
 */
export async function changeOrder(
  pages: readonly StoredPage[],
  { removed, added }: RowChanges,
  order: ListOrder,
  { generation, pageSize }: { generation: number; pageSize: number },
  readPage: (index: number) => Promise<ListRow[]>,
): Promise<ChangedOrder | undefined> {
  const rows = new Map<number, ListRow[]>();
  const load = async (index: number): Promise<ListRow[]> => {
    const read = rows.get(index) ?? [...(await readPage(index))];
    rows.set(index, read);
    return read;
  };
  for (const row of removed) {
    const page = await load(pageOf(pages, row, order));
    const at = page.findIndex(({ signatory }) => signatory.id === row.signatory.id);
    if (at < 0) throw spoiled('NotOnItsPage');
    page.splice(at, 1);
  }
  for (const row of added) {
    const page = await load(pageOf(pages, row, order));
    const at = page.findIndex((other) => order.compare(row, other) < 0);
    page.splice(at < 0 ? page.length : at, 0, row);
  }
  let moved = 0;
  for (let index = 0; index < pages.length; index++) {
    const page = rows.get(index) ?? [];
    if (page.length <= pageSize) continue;
    if (index + 1 === pages.length || ++moved > maxMovedPages) return undefined;
    const next = await load(index + 1);
    next.unshift(...page.splice(pageSize));
  }
  if ([...rows.values()].some(({ length }) => length === 0)) return undefined;
  const changed = pages.map((page, index) => {
    const held = rows.get(index);
    return held ? storedPage(held, generation) : page;
  });
  return { pages: changed, rows, touched: touchedPages(pages, changed, rows, order) };
}

/** The page on which a row is, or belongs: the last one that does not begin after it. */
function pageOf(pages: readonly StoredPage[], row: ListRow, { compare }: ListOrder): number {
  let [low, high] = [0, pages.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const first = pages[middle]?.first;
    if (first && compare(first, row) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Besides the pages with other rows: those that continue another group than before, and those that show numbers of the
 * whole list, which are the first, the last, and the first one with people. A page that was the first one with people
 * has other rows now, or the page before it ends with people.
 */
function touchedPages(
  before: readonly StoredPage[],
  after: readonly StoredPage[],
  rows: ReadonlyMap<number, ListRow[]>,
  order: ListOrder,
): Set<number> {
  const touched = new Set([1, after.length, firstWithPeople(after, order)]);
  for (const index of rows.keys()) {
    touched.add(index + 1);
    const [was, is] = [before[index]?.last, after[index]?.last];
    const isSame = was && is && was.section === is.section && was.heading === is.heading;
    if (!isSame && index + 1 < after.length) touched.add(index + 2);
  }
  return touched;
}

function firstWithPeople(pages: readonly StoredPage[], { partOf }: ListOrder): number {
  const index = pages.findIndex(({ last }) => last && partOf(last) === 'people');
  return index < 0 ? pages.length : index + 1;
}
