import { CsvError, parse } from 'csv-parse/sync';
import { closestMatch } from './edit-distance.ts';

export interface CsvRow {
  /** The row's number in a spreadsheet: empty rows count, Excel's `sep=` line does not. */
  row: number;
  /** Line of the text on which the row ends, from 1. */
  line: number;
  cells: string[];
}

export interface CsvResult {
  /** Rows that are not empty, up to the one that is broken. */
  rows: CsvRow[];
  /** Line with a quotation mark in the wrong place. */
  brokenLine?: number;
}

/**
 * Reads a table as spreadsheets write it: with commas, semicolons, tabs or bars, with or without Excel's line `sep=;`.
 * Empty rows, and empty columns at the end, are left out, so the first row is the heading.
 */
export function readCsv(text: string): CsvResult {
  const separatorLine = /^[\uFEFF\s]*"?sep ?=(.)"?[ ,;\t]*(?:\r\n|\r|\n)/i.exec(text);
  const [skipped = '', named] = separatorLine ?? [];
  const table = text.slice(skipped.length);
  const skippedLines = skipped.split(/\r\n|\r|\n/).length - 1;
  const delimiter = named ?? delimiterOf(table);
  const rows: CsvRow[] = [];
  let row = 0;
  try {
    parse(table, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Spaces beside quotation marks. A tab is no such space where it separates.
      trim: delimiter !== '\t',
      on_record: (cells: string[], { lines }) => {
        row++;
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, line: lines + skippedLines, cells });
        return null;
      },
    });
    return { rows: withoutEmptyColumns(rows) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { rows: withoutEmptyColumns(rows), brokenLine: line + skippedLines };
  }
}

/** The separator that occurs most often in the heading. */
function delimiterOf(text: string): string {
  const heading = /^[\s,;|\uFEFF]*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const count = (mark: string): number => heading.split(mark).length;
  const [most = ','] = [',', ';', '\t', '|'].toSorted((one, other) => count(other) - count(one));
  return most;
}

/** Spreadsheets add empty cells at the end of rows. */
function withoutEmptyColumns(rows: CsvRow[]): CsvRow[] {
  const width = (rows[0]?.cells ?? []).findLastIndex((cell) => cell.trim() !== '') + 1;
  return rows.map(({ cells, ...place }) => {
    const last = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    return { ...place, cells: cells.slice(0, Math.max(last, Math.min(width, cells.length))) };
  });
}

/** The letters of a heading, by which "E-Mail" is the column `email`. */
export const foldHeading = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/**
 * The column that a heading most likely means: one with nearly its letters, or whose name it contains, as "Email
 * address" does.
 */
export function meantColumn(heading: string, columns: readonly string[]): string | undefined {
  const typed = foldHeading(heading).replace('organis', 'organiz');
  const isPart = (column: string): boolean => {
    const name = foldHeading(column);
    const [shorter = '', longer = ''] = [name, typed].toSorted((one, other) => one.length - other.length);
    return shorter.length >= minLettersOfPart && longer.includes(shorter);
  };
  const parts = columns.filter(isPart);
  const isFirst = (column: string): boolean => typed.startsWith(foldHeading(column));
  return closestMatch(typed, columns) ?? parts.find(isFirst) ?? parts[0];
}

const minLettersOfPart = 4;

/** Whether no row has anything in a column, not even its name. It then means nothing, wherever it stands. */
export const isEmptyColumn = (rows: readonly CsvRow[], index: number): boolean =>
  rows.every(({ cells }) => (cells[index] ?? '').trim() === '');

/** The name of a column in a spreadsheet, from its index: 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
