import * as z from 'zod';
import type { ListRow } from './list-order.ts';

/** What is counted of everybody on the list, so that one more or one fewer changes it without reading the others. */
export const listCountsSchema = z.object({
  organizations: z.int(),
  individuals: z.int(),
  /** People whose name is printed. */
  named: z.int(),
  /** People whose name was erased. */
  removed: z.int(),
  /** Who has a heading of their group. */
  headed: z.int(),
  /** Who was on the list as released. */
  stayed: z.int(),
  /** How many printed signatories are in each country. */
  countries: z.record(z.string(), z.int()),
});
export type ListCounts = z.infer<typeof listCountsSchema>;

export const noCounts = (): ListCounts => ({
  organizations: 0,
  individuals: 0,
  named: 0,
  removed: 0,
  headed: 0,
  stayed: 0,
  countries: {},
});

/** Whether the name is printed. The others are only counted. */
export const isPrinted = ({ signatory }: ListRow): boolean =>
  signatory.kind === 'organization' || signatory.name !== undefined;

/** Counts a row in (`by` 1) or out (`by` -1). */
export function countRow(counts: ListCounts, row: ListRow, by: 1 | -1): void {
  const { kind, addedOn, isRemoved, country } = row.signatory;
  if (kind === 'organization') counts.organizations += by;
  else counts.individuals += by;
  if (addedOn === null) counts.stayed += by;
  if (isRemoved) counts.removed += by;
  if (!isPrinted(row)) return;
  if (kind === 'individual') counts.named += by;
  if (row.heading !== '') counts.headed += by;
  if (country === undefined) return;
  const left = (counts.countries[country] ?? 0) + by;
  if (left > 0) counts.countries[country] = left;
  else delete counts.countries[country];
}

/** Numbers of everybody who is listed, as pages show them. */
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

/** `released`: how many were on the list as released. Absent before that. */
export const totalsOf = (
  { headed, stayed, countries, ...counts }: ListCounts,
  { released = 0, asOf }: { released?: number; asOf: string },
): ListTotals => ({
  ...counts,
  isInternational: Object.keys(countries).length > 1,
  isGrouped: headed > 0,
  withdrawnSince: Math.max(0, released - stayed),
  asOf,
});
