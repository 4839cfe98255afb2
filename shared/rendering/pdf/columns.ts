import type { Run } from './fonts.ts';

/** An entry of a column. Its lines stay together. */
export interface ColumnEntry {
  lines: Run[][];
  size: number;
  /** Points of each line, and of the space above the entry, which is left out at the top of a column. */
  lineHeight: number;
  space: number;
  indent: number;
  isHeading: boolean;
}

const heightOf = (unit: ColumnEntry, isFirst: boolean): number =>
  unit.lines.length * unit.lineHeight + (isFirst ? 0 : unit.space);

/**
 * Fills the columns of a page with `units`, beginning with the one at `from`. If all remaining entries fit on the
 * page, the columns are made as even as possible. A heading is never the last entry of a column.
 *
 * @param height maximum height of a column, in points
 * @returns the columns, their height, and the index of the first entry of the next page
 */
export function fillPage(
  units: readonly ColumnEntry[],
  from: number,
  { columns, height }: { columns: number; height: number },
): { columns: ColumnEntry[][]; height: number; next: number } {
  const full = fill(units, from, columns, height);
  if (full.next < units.length) return full;
  let [low, high] = [0, height];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(units, from, columns, middle).next < units.length) low = middle;
    else high = middle;
  }
  return fill(units, from, columns, high);
}

function fill(units: readonly ColumnEntry[], from: number, count: number, height: number) {
  const columns: ColumnEntry[][] = [];
  let next = from;
  let highest = 0;
  while (columns.length < count && next < units.length) {
    const { column, used } = fillColumn(units, next, height);
    if (column.length === 0) break;
    columns.push(column);
    next += column.length;
    highest = Math.max(highest, used);
  }
  return { columns, height: highest, next };
}

function fillColumn(units: readonly ColumnEntry[], from: number, height: number) {
  const column: ColumnEntry[] = [];
  let used = 0;
  for (const unit of units.slice(from, from + maxLinesPerColumn)) {
    const needed = heightOf(unit, column.length === 0);
    if (used + needed > height) break;
    column.push(unit);
    used += needed;
  }
  const isEnd = from + column.length === units.length;
  while (!isEnd && column.at(-1)?.isHeading) {
    const heading = column.pop();
    if (heading) used -= heightOf(heading, column.length === 0);
  }
  return { column, used };
}

/** More lines than any page has. */
const maxLinesPerColumn = 200;
