import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { betterSpelling } from '../../organization/regions.ts';
import type { Signatory, SignatoryGroup, SignatoryLists } from '../../rendering/document/content.ts';
import { countRow, isPrinted, type ListTotals, noCounts, totalsOf } from './list-counts.ts';
import {
  type ListableSignOn,
  type ListOrder,
  type ListPosition,
  type ListRow,
  newListOrder,
} from './list-order.ts';

/** Names on one page of the letter. */
export const namesPerPage = 1000;

/**
 * A list with more pages leaves room on each, so that a name that is added does not move names on all pages after it.
 */
const maxFullPages = 20;

/** Everybody who is listed, in the printed order. */
export interface SignatoryList {
  totals: ListTotals;
  /** Number of pages. An empty list has one. */
  pageCount: number;
  /** One page of the list, counted from 1. */
  page(number: number): Promise<SignatoryLists>;
  /** The whole list in one piece, or `undefined` if there are more names than `atMost`. */
  all(atMost: number): Promise<SignatoryLists | undefined>;
}

/** A list whose rows are all in memory. */
export interface ListInMemory extends SignatoryList {
  /** The printed rows of each page. */
  pages: ListRow[][];
  /** Who is counted and not named, in no order. */
  unprinted: ListRow[];
  /** The same people in the order of another language. Headings are as they are stored. */
  inLanguage(language: Language): Promise<ListInMemory>;
}

export interface ListEntry {
  /** Eligible. */
  signOn: ListableSignOn;
  /** Day on which it was added after publication; null: as released. */
  addedOn: string | null;
}

export interface ListOptions extends Pick<Settings, 'list' | 'language'> {
  /** How many were on the list as released. Absent before that. */
  released?: number;
  asOf: string;
  pageSize?: number;
  /** Called every tenth of a second while a long list is sorted. */
  afterTurn?: () => Promise<void>;
}

/**
 * Orders everybody who has signed as the campaign asks. Withheld names are only counted. All names are in memory: a
 * million take 0.5 GB (docs/decisions/0028-names-in-memory.md).
 */
export async function listSignatories(
  entries: AsyncIterable<ListEntry>,
  { released, asOf, pageSize = namesPerPage, afterTurn, ...settings }: ListOptions,
): Promise<ListInMemory> {
  const order = newListOrder(settings);
  const counts = noCounts();
  const rows: ListRow[] = [];
  const unprinted: ListRow[] = [];
  for await (const { signOn, addedOn } of entries) {
    const row = order.toRow(signOn, addedOn);
    countRow(counts, row, 1);
    (isPrinted(row) ? rows : unprinted).push(row);
  }
  const totals = totalsOf(counts, { asOf, ...(released !== undefined && { released }) });
  const facts = { totals, unprinted, list: settings.list, pageSize, afterTurn };
  return listOf(await order.sort(rows, afterTurn), order, facts);
}

interface ListFacts extends Pick<Settings, 'list'> {
  totals: ListTotals;
  unprinted: ListRow[];
  pageSize: number;
  afterTurn: ListOptions['afterTurn'];
}

function listOf(rows: ListRow[], order: ListOrder, facts: ListFacts): ListInMemory {
  const { totals, unprinted, list, pageSize } = facts;
  const pages = pagesOf(rows, pageSize);
  return {
    totals,
    unprinted,
    pages,
    pageCount: pages.length,
    page: async (number) => listsOf(pages[number - 1] ?? [], pages[number - 2]?.at(-1), order, totals),
    all: async (atMost) => (rows.length > atMost ? undefined : listsOf(rows, undefined, order, totals)),
    inLanguage: async (language) => {
      const other = newListOrder({ list, language });
      return listOf(await other.sort(rows, facts.afterTurn), other, facts);
    },
  };
}

/** An empty list has one page. */
function pagesOf(rows: ListRow[], pageSize: number): ListRow[][] {
  const perPage = rows.length > maxFullPages * pageSize ? Math.ceil(pageSize * 0.9) : pageSize;
  const pages: ListRow[][] = [];
  for (let at = 0; at === 0 || at < rows.length; at += perPage) pages.push(rows.slice(at, at + perPage));
  return pages;
}

/** The rows of one page as readers see them. `before`: where the last row of the page before is. */
export function listsOf(
  rows: readonly ListRow[],
  before: ListPosition | undefined,
  { partOf, headingOf }: ListOrder,
  { organizations, individuals, named: namedCount, removed, isGrouped, ...facts }: ListTotals,
): SignatoryLists {
  const groups: SignatoryGroup[] = [];
  const named: Signatory[] = [];
  let last = before;
  for (const listed of rows) {
    const part = partOf(listed);
    if (part === 'people') named.push(listed.signatory);
    else {
      const isSame = last && partOf(last) === part && last.heading === listed.heading;
      const group = isSame ? groups.at(-1) : undefined;
      const heading = headingOf(listed);
      if (group) {
        group.signatories.push(listed.signatory);
        if (heading && group.heading) group.heading = betterSpelling(group.heading, heading);
      } else
        groups.push({
          ...(heading && { heading }),
          ...(part === 'others' && isGrouped && { isRest: true }),
          ...(isSame && { isContinued: true }),
          signatories: [listed.signatory],
        });
    }
    last = listed;
  }
  const hasPeopleBefore = before !== undefined && partOf(before) === 'people';
  return {
    ...facts,
    organizations: { count: organizations, groups, ...(before && { isContinued: true }) },
    individuals: {
      count: individuals,
      named,
      withheld: individuals - namedCount,
      ...(removed > 0 && { removed }),
      ...(hasPeopleBefore && { isContinued: true }),
    },
  };
}
