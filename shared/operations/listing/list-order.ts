import type { Settings } from '../../campaign/settings.ts';
import { organizationKey } from '../../organization/key.ts';
import { regionOf } from '../../organization/regions.ts';
import type { Signatory } from '../../rendering/document/content.ts';
import { signatoryOf } from '../../rendering/document/signatories.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { nameKeyOf } from '../../table/claims.ts';
import { sortInTurns } from './sort-in-turns.ts';
import { sortedAs } from './sorted-as.ts';

/** A signatory with everything that decides its position on the list. */
export interface ListRow {
  /** Leads by their rank, then groups, then people. */
  section: number;
  /**
   * Scope, or the key of a region (`regionOf`), if the list is grouped by it. Empty for leads, people and sign-ons
   * without one.
   */
  heading: string;
  signedAt: string;
  /** Of an organization: the claim that it holds. */
  organizationKey?: string | undefined;
  signatory: Signatory;
}

/** Where on the list a row is: enough to say how a row after it continues the list. */
export type ListPosition = Pick<ListRow, 'section' | 'heading'>;

/** Leads have a section of their own only if the list is grouped. `others` gave no scope or region. */
export type ListPart = 'leads' | 'organizations' | 'others' | 'people';

export interface ListOrder {
  /** The position of an eligible sign-on. */
  toRow(signOn: ListableSignOn, addedOn: string | null): ListRow;
  /** A total order. */
  compare(a: ListRow, b: ListRow): number;
  /**
   * The rows in that order. It takes half the time of sorting by `compare`. `afterTurn` is called every tenth of a
   * second.
   */
  sort(rows: readonly ListRow[], afterTurn?: () => Promise<void>): Promise<ListRow[]>;
  partOf(row: ListPosition): ListPart;
  /** The heading above a row's group as it is printed: a region by its name, or as this signatory spells it. */
  headingOf(row: ListRow): string | undefined;
}

export type ListableSignOn = Pick<SignOn, 'id' | 'kind' | 'signed' | 'organizationKey' | 'confirmedAt'>;

/** A row with the texts by which it is sorted (`sortedAs`), so that each is made once for a list. */
interface SortableRow {
  row: ListRow;
  heading: string;
  name: string;
}

const sortable = (row: ListRow): SortableRow => ({
  row,
  heading: sortedAs(row.heading),
  name: sortedAs(row.signatory.name ?? ''),
});

const scopeOrder = ['national', 'state', 'local'];

/**
 * The order that a campaign asks for: leads first in the order of `campaign.yaml`, then groups, then people. Inside
 * each, alphabetical in the campaign's language, by the first letter or number of each name. Equal names are ordered by
 * time of confirmation.
 */
export function newListOrder({ list, language }: Pick<Settings, 'list' | 'language'>): ListOrder {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const compareSortable = (one: SortableRow, other: SortableRow): number => {
    const [a, b] = [one.row, other.row];
    return (
      a.section - b.section ||
      (a.heading === b.heading
        ? 0
        : compare(one.heading, other.heading) ||
          compare(a.heading, b.heading) ||
          inBytes(a.heading, b.heading)) ||
      compare(one.name, other.name) ||
      compare(a.signatory.name ?? '', b.signatory.name ?? '') ||
      inBytes(a.signedAt, b.signedAt) ||
      inBytes(a.signatory.id, b.signatory.id)
    );
  };
  const leads = new Map([...new Set(list.leads.map(organizationKey))].map((key, rank) => [key, rank]));
  const others = leads.size + scopeOrder.length;
  const people = others + 1;

  const sectionOf = ({ kind, scope, region, name }: Signatory, key: string | undefined): number => {
    if (kind === 'individual') return people;
    const rank =
      leads.size > 0
        ? leads.get(key === undefined ? organizationKey(name ?? '') : nameKeyOf(key))
        : undefined;
    if (rank !== undefined) return rank;
    if (list.groupBy === 'none') return leads.size;
    if (list.groupBy === 'region') return region ? leads.size : others;
    return scope ? leads.size + scopeOrder.indexOf(scope) : others;
  };

  return {
    toRow: (signOn, addedOn) => {
      const signatory = signatoryOf(signOn, addedOn);
      const section = sectionOf(signatory, signOn.organizationKey);
      const isHeaded = section >= leads.size && section < others;
      const heading = isHeaded ? groupOf(signatory, list.groupBy) : undefined;
      return {
        section,
        heading: heading ?? '',
        signedAt: signOn.confirmedAt ?? '',
        ...(signOn.organizationKey !== undefined && { organizationKey: signOn.organizationKey }),
        signatory,
      };
    },
    compare: (a, b) => compareSortable(sortable(a), sortable(b)),
    sort: async (rows, afterTurn = async () => {}) =>
      (await sortInTurns(rows.map(sortable), compareSortable, afterTurn)).map(({ row }) => row),
    partOf: ({ section }) => {
      if (section < leads.size && list.groupBy !== 'none') return 'leads';
      if (section < others) return 'organizations';
      return section === others ? 'others' : 'people';
    },
    headingOf: ({ heading, signatory: { region, country } }) => {
      if (heading === '' || list.groupBy !== 'region' || !region) return heading || undefined;
      return regionOf(region, country).name ?? region;
    },
  };
}

function groupOf(
  { scope, region, country }: Signatory,
  groupBy: Settings['list']['groupBy'],
): string | undefined {
  if (groupBy === 'region') return region ? regionOf(region, country).key : undefined;
  return groupBy === 'scope' ? scope : undefined;
}

const inBytes = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
