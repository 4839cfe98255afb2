import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import type { Signatory, SignatoryGroup, SignatoryLists } from '../../rendering/document/content.ts';
import {
  type ListableSignOn,
  type ListOrder,
  type ListRow,
  listRowSchema,
  newListOrder,
} from './list-order.ts';
import { type Sorted, type SortOptions, sortRows } from './sorted.ts';

/** Names on one page of the letter; the rest goes on the next ones. */
export const namesPerPage = 1000;

/** Numbers of everybody who has signed, before anybody is printed. */
export interface ListTotals {
  organizations: number;
  individuals: number;
  /** People who are printed. */
  named: number;
  /** People whose name was erased. */
  removed: number;
  isInternational: boolean;
  /** Whether any organization has a scope or region by which the list is grouped. */
  isGrouped: boolean;
  withdrawnSince: number;
  asOf: string;
}

/** Everybody who has signed, in the order in which they are printed, however many they are. */
export interface SignatoryList {
  totals: ListTotals;
  /** How many pages it has. An empty list has one. */
  pageCount: number;
  /** All of it, a page at a time; each time it is asked for it is read again from its beginning. */
  pages(): AsyncIterable<SignatoryLists>;
  /** In one piece; none if there are more names than this. For what has to be made as a whole. */
  all(atMost: number): Promise<SignatoryLists | undefined>;
  /** The same people as another language sorts them, in a list of its own. Headings are as they are stored. */
  inLanguage(language: Language): Promise<SignatoryList>;
  /** Gives back its space on disk. */
  close(): Promise<void>;
}

export interface ListEntry {
  /** Eligible. */
  signOn: ListableSignOn;
  /** Day on which it joined after publication; null: as released. */
  addedOn: string | null;
}

export interface ListOptions extends Pick<Settings, 'list' | 'language'> {
  /** How many were on the list as released. */
  released: number;
  asOf: string;
  pageSize?: number;
  sorting?: Pick<SortOptions<ListRow>, 'runLength' | 'open'>;
}

/** Orders everybody who has signed as the campaign asks. Whoever is not to be named is only counted. */
export async function listSignatories(
  entries: AsyncIterable<ListEntry>,
  { released, asOf, pageSize = namesPerPage, sorting, ...settings }: ListOptions,
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
  async function* printed(): AsyncGenerator<ListRow> {
    for await (const { signOn, addedOn } of entries) {
      const listed = listing.toRow(signOn, addedOn);
      const { signatory } = listed;
      if (addedOn === null) stayed++;
      if (signatory.kind === 'organization') totals.organizations++;
      else totals.individuals++;
      if (signatory.isRemoved) totals.removed++;
      if (signatory.kind === 'individual' && signatory.name === undefined) continue;
      if (signatory.kind === 'individual') totals.named++;
      if (listed.heading !== '') totals.isGrouped = true;
      country ??= signatory.country;
      if (signatory.country !== undefined && signatory.country !== country) totals.isInternational = true;
      yield listed;
    }
  }
  const { compare } = listing;
  const sorted = await sortRows(printed(), { compare, parse: listRowSchema.parse, ...sorting });
  const facts: ListTotals = { ...totals, withdrawnSince: released - stayed, asOf };
  return listOf(sorted, listing, facts, { list: settings.list, pageSize, sorting });
}

function listOf(
  sorted: Sorted<ListRow>,
  listing: ListOrder,
  facts: ListTotals,
  options: Required<Pick<ListOptions, 'list' | 'pageSize'>> & { sorting: ListOptions['sorting'] },
): SignatoryList {
  const { list, pageSize, sorting } = options;
  const names = facts.organizations + facts.named;
  return {
    totals: facts,
    pageCount: Math.max(1, Math.ceil(names / pageSize)),
    pages: () => pagesOf(sorted, listing, facts, pageSize),
    all: async (atMost) => {
      if (names > atMost) return undefined;
      for await (const lists of pagesOf(sorted, listing, facts, Math.max(1, names))) return lists;
      return undefined;
    },
    inLanguage: async (language) => {
      const other = newListOrder({ list, language });
      const { compare } = other;
      const resorted = await sortRows(rowsOf(sorted), { compare, parse: listRowSchema.parse, ...sorting });
      return listOf(resorted, other, facts, options);
    },
    close: sorted.close,
  };
}

async function* rowsOf(sorted: Sorted<ListRow>): AsyncGenerator<ListRow> {
  for await (const batch of sorted.batches()) yield* batch;
}

async function* pagesOf(
  sorted: Sorted<ListRow>,
  listing: ListOrder,
  totals: ListTotals,
  size: number,
): AsyncGenerator<SignatoryLists> {
  let before: ListRow | undefined;
  let begun: ListRow[] = [];
  for await (const batch of sorted.batches()) {
    begun = begun.concat(batch);
    // A page is full only when somebody stands after it: the last one is never empty.
    for (; begun.length > size; begun = begun.slice(size)) {
      yield pageOf(begun.slice(0, size), before, listing, totals);
      before = begun[size - 1];
    }
  }
  yield pageOf(begun, before, listing, totals);
}

/** `before`: who stands last on the page before it. */
function pageOf(
  rows: ListRow[],
  before: ListRow | undefined,
  { partOf }: ListOrder,
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
      if (group) group.signatories.push(listed.signatory);
      else
        groups.push({
          ...(listed.heading && { heading: listed.heading }),
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
