import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { PressEntry } from '../campaign/campaign.ts';
import { closestMatch } from '../edit-distance.ts';
import { emailAddress, line } from './fields.ts';
import type { Mistake } from './mistakes.ts';

const pressEntrySchema = z.object({
  email: emailAddress,
  name: line(100).optional(),
  outlet: line(200).optional(),
  embargoed: z.boolean().optional(),
}) satisfies z.ZodType<PressEntry, unknown>;

export interface PressListReading {
  entries: PressEntry[];
  mistakes: Mistake[];
  warnings: string[];
}

const file = 'press-list.csv';
const columns = ['email', 'name', 'outlet', 'embargoed'];

/** Reads `press-list.csv`. A journalist who is listed twice is one, with the name and outlet of the first row. */
export function readPressList(text: string): PressListReading {
  const { rows, broken } = readRows(text);
  const [header, ...people] = rows;
  if (!header) return { entries: [], mistakes: [broken ?? noHeader], warnings: [] };
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const mistakes = [...headerMistakes(names, header.line), ...(broken ? [broken] : [])];
  if (!names.includes('email')) return { entries: [], mistakes, warnings: [] };

  const entries = new Map<string, PressEntry & { line: number }>();
  const warnings: string[] = [];
  for (const { cells, line: number } of people) {
    if (cells.length !== names.length) mistakes.push(otherCells(number, cells.length, names.length));
    const cell = (name: string) => cells[names.indexOf(name)]?.trim() || undefined;
    const embargoed = cell('embargoed')?.toLowerCase();
    if (embargoed !== undefined && embargoed !== 'no' && embargoed !== 'yes')
      mistakes.push(embargoMistake(number, embargoed));
    const parsed = pressEntrySchema.safeParse({
      email: cell('email'),
      name: cell('name'),
      outlet: cell('outlet'),
      ...(embargoed === 'yes' && { embargoed: true }),
    });
    if (!parsed.success) {
      mistakes.push(...parsed.error.issues.map((issue) => cellMistake(number, issue, cell)));
      continue;
    }
    const address = parsed.data.email.toLowerCase();
    const first = entries.get(address);
    if (first) {
      warnings.push(`${file}, line ${number}: the same address as on line ${first.line}; it gets one mail.`);
      if (first.embargoed !== parsed.data.embargoed) mistakes.push(twoEmbargoes(number, first.line));
    } else entries.set(address, { ...parsed.data, line: number });
  }
  const listed = [...entries.values()].map(({ line: _, ...entry }) => entry);
  return { entries: listed, mistakes, warnings };
}

interface Row {
  cells: string[];
  line: number;
}

/** The rows up to the first that is no CSV, which is `broken`. */
function readRows(text: string): { rows: Row[]; broken?: Mistake } {
  const rows: Row[] = [];
  try {
    // `lines` is the line on which a record ends; cells with line ends in them are wrong anyway.
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: lines });
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const message = 'A quotation mark in this row is not where CSV allows it.';
    const cure =
      'Put a cell with commas in "…", and double a quotation mark within it: "The ""Daily"" Example".';
    return { rows, broken: { file, line: at, message, cure } };
  }
}

const noHeader: Mistake = {
  file,
  line: 1,
  message: 'The list is empty.',
  cure: `Begin with the line ${columns.join(',')}, or take the file away.`,
};

function headerMistakes(names: string[], line: number): Mistake[] {
  const mistakes: Mistake[] = [];
  if (!names.includes('email')) {
    const message = 'There is no column email.';
    mistakes.push({ file, line, key: 'email', message, cure: `Begin with the line ${columns.join(',')}.` });
  }
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index)
      mistakes.push({
        file,
        line,
        key: name,
        message: `The column ${name} is there twice.`,
        cure: 'Keep one.',
      });
    else if (!columns.includes(name)) {
      const meant = closestMatch(name, columns);
      const cure = `${meant ? `Write ${meant} if that is what you meant. ` : ''}Columns are ${columns.join(', ')}.`;
      mistakes.push({
        file,
        line,
        key: name,
        message: `There is no column ${name || 'without a name'}.`,
        cure,
      });
    }
  }
  return mistakes;
}

function otherCells(line: number, found: number, expected: number): Mistake {
  const message = `This row has ${found === 1 ? 'one cell' : `${found} cells`}, and the header ${expected}.`;
  const cure =
    found > expected
      ? 'Put a cell with commas in it in quotation marks.'
      : 'Write a comma for each cell that is empty: desk@example.com,,The Example Ledger,no';
  return { file, line, message, cure };
}

function embargoMistake(line: number, value: string): Mistake {
  return {
    file,
    line,
    key: 'embargoed',
    message: `embargoed must be yes or no, not “${value}”.`,
    cure: 'Write yes for who may have the release beforehand, no for everybody else.',
  };
}

function twoEmbargoes(line: number, first: number): Mistake {
  return {
    file,
    line,
    key: 'embargoed',
    message: `The same address is on line ${first}, embargoed there or here, but not in both.`,
    cure: 'Take one of the two lines out.',
  };
}

function cellMistake(
  line: number,
  issue: z.core.$ZodIssue,
  cell: (name: string) => string | undefined,
): Mistake {
  const key = String(issue.path[0] ?? 'email');
  const value = cell(key);
  const where = { file, line, key };
  if (value === undefined)
    return { ...where, message: `${key} is missing.`, cure: 'Give an address, or take the row out.' };
  if (key === 'email')
    return {
      ...where,
      message: `“${value}” is not an e-mail address.`,
      cure: 'Write it like ana@example.org.',
    };
  if (issue.code === 'too_big') return { ...where, message: `${key} is too long.`, cure: 'Shorten it.' };
  return {
    ...where,
    message: `${key} must be one line of text.`,
    cure: 'Take the line end out of the cell.',
  };
}
