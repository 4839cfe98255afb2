import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { betterSpelling } from '../../organization/regions.ts';
import type { Signatory, SignatoryGroup, SignatoryLists } from '../../rendering/document/content.ts';
import { type ListableSignOn, type ListOrder, type ListRow, newListOrder } from './list-order.ts';

/** Names on one page of the letter. */
export const namesPerPage = 1000;

/** Numbers of everybody who is listed. */
export interface ListTotals {
  organizations: number;
  individuals: number;
  /** People whose name is printed. */
  named: number;
  /** People whose name was erased. */
  removed: number;
  isInternational: boolean;
  /** Whether any organization has a scope or region by which the list is grouped. */
  isGrouped: boolean;
  withdrawnSince: number;
  asOf: string;
}

/** Everybody who is listed, in the printed order. */
export interface SignatoryList {
  totals: ListTotals;
  /** Number of pages. An empty list has one. */
  pageCount: number;
  /** The whole list, a page at a time. Each call starts with the first page. */
  pages(): Iterable<SignatoryLists>;
  /** The whole list in one piece, or `undefined` if there are more names than `atMost`. */
  all(atMost: number): SignatoryLists | undefined;
  /** The same people in the order of another language. Headings are as they are stored. */
  inLanguage(language: Language): SignatoryList;
}

export interface ListEntry {
  /** Eligible. */
  signOn: ListableSignOn;
  /** Day on which it was added after publication; null: as released. */
  addedOn: string | null;
}

export interface ListOptions extends Pick<Settings, 'list' | 'language'> {
  /** How many were on the list as released. */
  released: number;
  asOf: string;
  pageSize?: number;
}

/**
 * Orders everybody who has signed as the campaign asks. Withheld names are only counted. All names are in memory: a
 * million take 0.5 GB (docs/decisions/0028-names-in-memory.md).
 */
export async function listSignatories(
  entries: AsyncIterable<ListEntry>,
  { released, asOf, pageSize = namesPerPage, ...settings }: ListOptions,
): Promise<SignatoryList> {
  const listing = newListOrder(settings);
  const totals = {
    organizations: 0,
    individuals: 0,
    named: 0,
    removed: 0,
    isInternational: false,
    isGrouped: false,
  };
  let stayed = 0;
  let country: string | undefined;
  const rows: ListRow[] = [];
  for await (const { signOn, addedOn } of entries) {
    const row = listing.toRow(signOn, addedOn);
    const { signatory } = row;
    if (addedOn === null) stayed++;
    if (signatory.kind === 'organization') totals.organizations++;
    else totals.individuals++;
    if (signatory.isRemoved) totals.removed++;
    if (signatory.kind === 'individual' && signatory.name === undefined) continue;
    if (signatory.kind === 'individual') totals.named++;
    if (row.heading !== '') totals.isGrouped = true;
    country ??= signatory.country;
    if (signatory.country !== undefined && signatory.country !== country) totals.isInternational = true;
    rows.push(row);
  }
  rows.sort(listing.compare);
  const facts: ListTotals = { ...totals, withdrawnSince: released - stayed, asOf };
  return listOf(rows, listing, facts, { list: settings.list, pageSize });
}

function listOf(
  rows: ListRow[],
  listing: ListOrder,
  facts: ListTotals,
  options: Required<Pick<ListOptions, 'list' | 'pageSize'>>,
): SignatoryList {
  const { list, pageSize } = options;
  return {
    totals: facts,
    pageCount: Math.max(1, Math.ceil(rows.length / pageSize)),
    *pages() {
      // An empty list has one page.
      for (let at = 0; at === 0 || at < rows.length; at += pageSize)
        yield pageOf(rows.slice(at, at + pageSize), rows[at - 1], listing, facts);
    },
    all: (atMost) => (rows.length > atMost ? undefined : pageOf(rows, undefined, listing, facts)),
    inLanguage: (language) => {
      const other = newListOrder({ list, language });
      return listOf(rows.toSorted(other.compare), other, facts, options);
    },
  };
}

/** `before`: the last signatory on the page before. */
function pageOf(
  rows: ListRow[],
  before: ListRow | undefined,
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
