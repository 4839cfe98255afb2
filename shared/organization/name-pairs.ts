import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../decode-text.ts';

export type NamePair = [one: string, other: string];

/** Why a table of pairs cannot be read: the mistake and its line, counted from 1. */
export interface PairMistake {
  line: number;
  code: 'unreadable-text' | 'open-quote' | 'not-two-columns' | 'no-name';
}

const delimiters = [',', ';', '\t'];

/**
 * Reads a table of two columns without a heading, in UTF-8 or UTF-16, separated by commas, semicolons or tabs. A
 * first line `sep=;`, as Excel writes it, and empty lines are ignored. Every line must have two names.
 */
export function readNamePairs(bytes: Uint8Array): { pairs: NamePair[] } | { mistakes: PairMistake[] } {
  const text = decodeText(bytes);
  if (text === undefined) return { mistakes: [{ line: 1, code: 'unreadable-text' }] };
  const results = delimiters.map((delimiter) => readWith(delimiter, text));
  const right = results.find((result) => 'pairs' in result);
  if (right) return right;
  // Uses the delimiter that fits the most lines.
  const [closest] = results.toSorted((one, other) => mistakesOf(one).length - mistakesOf(other).length);
  return closest ?? { pairs: [] };
}

type PairsOrMistakes = { pairs: NamePair[] } | { mistakes: PairMistake[] };

const mistakesOf = (result: PairsOrMistakes): PairMistake[] => ('mistakes' in result ? result.mistakes : []);

function readWith(delimiter: string, text: string): PairsOrMistakes {
  const pairs: NamePair[] = [];
  const mistakes: PairMistake[] = [];
  for (const { line, cells } of rowsOf(delimiter, text, mistakes)) {
    const [one = '', other = '', ...more] = cells;
    const isEmpty = cells.every((cell) => cell.trim() === '');
    const isExcelsFirst = line === 1 && /^sep=/i.test(one);
    if (isEmpty || isExcelsFirst) continue;
    // Spreadsheets add empty cells at the end.
    if (cells.length < 2 || more.some((cell) => cell.trim() !== ''))
      mistakes.push({ line, code: 'not-two-columns' });
    else if (one.trim() === '' || other.trim() === '') mistakes.push({ line, code: 'no-name' });
    else pairs.push([one, other]);
  }
  return mistakes.length > 0 ? { mistakes } : { pairs };
}

function rowsOf(
  delimiter: string,
  text: string,
  mistakes: PairMistake[],
): { line: number; cells: string[] }[] {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return rows.map((cells, at) => ({ line: at + 1, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    mistakes.push({
      line: 'lines' in error && typeof error.lines === 'number' ? error.lines : 1,
      code: 'open-quote',
    });
    return [];
  }
}
