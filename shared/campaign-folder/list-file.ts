import { columnLetter, foldHeading, isEmptyColumn, meantColumn, readCsv } from '../read-csv.ts';
import type { Mistake } from './mistakes.ts';

/** A table in the campaign's folder. */
export interface ListFile {
  file: string;
  columns: readonly string[];
  /** The column without which a row says nothing. */
  required: string;
  /** A row with an empty cell, for a mistake. */
  exampleRow: string;
}

export interface ListRow {
  line: number;
  /** What stands in a column; undefined if the cell is empty. */
  cell: (column: string) => string | undefined;
  /** The row has more or fewer cells than the first line. */
  mistake?: Mistake;
}

export interface CheckedList {
  rows: ListRow[];
  /** Those of the first line, and a quotation mark in the wrong place. */
  mistakes: Mistake[];
}

/** A file with more mistakes is no such list: the rest is not read. */
export const maxListMistakes = 500;

/** Reads a table whose first line names its columns, in any order. Without the required column there are no rows. */
export function readListFile(text: string, list: ListFile): CheckedList {
  const { file, columns, required } = list;
  const { rows, brokenLine } = readCsv(text);
  const broken = brokenLine === undefined ? undefined : quotationMistake(file, brokenLine);
  const [header, ...others] = rows;
  if (!header) return { rows: [], mistakes: [broken ?? noHeader(list)] };
  const names = header.cells.map(
    (cell) => columns.find((column) => foldHeading(cell) === column) ?? cell.trim().toLowerCase(),
  );
  const empty = names.map((_, index) => isEmptyColumn(rows, index));
  const mistakes = [...headerMistakes(names, empty, header.line, list), ...(broken ? [broken] : [])];
  if (!names.includes(required)) return { rows: [], mistakes };
  return {
    rows: others.map(({ cells, line }) => ({
      line,
      cell: (column) =>
        columns.includes(column) ? cells[names.indexOf(column)]?.trim() || undefined : undefined,
      ...(cells.length !== names.length && { mistake: otherCells(list, line, cells.length, names.length) }),
    })),
    mistakes,
  };
}

const quotationMistake = (file: string, line: number): Mistake => ({
  file,
  line,
  words: (t) => t.lists.quotationMark,
});

const noHeader = ({ file, columns }: ListFile): Mistake => ({
  file,
  line: 1,
  words: (t) => t.lists.empty(columns.join(',')),
});

function headerMistakes(
  names: string[],
  empty: boolean[],
  line: number,
  { file, columns, required }: ListFile,
): Mistake[] {
  const mistakes: Mistake[] = [];
  if (!names.includes(required))
    mistakes.push({
      file,
      line,
      key: required,
      words: (t) => t.lists.noColumn(required, columns.join(',')),
    });
  for (const [index, name] of names.entries()) {
    if (empty[index]) continue;
    if (name !== '' && names.indexOf(name) < index)
      mistakes.push({ file, line, key: name, words: (t) => t.lists.sameColumns(name) });
    else if (!columns.includes(name)) {
      const meant = meantColumn(name, columns);
      mistakes.push({
        file,
        line,
        key: name,
        words: ({ lists: t }) => ({
          message: name ? t.unknownColumn(name) : t.unnamedColumn(columnLetter(index)),
          cure: [...(meant ? [t.didYouMean(meant)] : []), t.columns(columns.join(', '))].join(' '),
        }),
      });
    }
  }
  return mistakes;
}

function otherCells({ file, exampleRow }: ListFile, line: number, found: number, expected: number): Mistake {
  return { file, line, words: (t) => t.lists.otherCells(found, expected, exampleRow) };
}
