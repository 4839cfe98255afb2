import * as z from 'zod';
import type { PressEntry } from '../campaign/campaign.ts';
import { columnLetter, readCsv } from '../csv.ts';
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
/** A file with more mistakes is no press list: the rest is not read. */
const maxMistakes = 500;
const columns = ['email', 'name', 'outlet', 'embargoed'];

/** Reads `press-list.csv`. A journalist who is listed twice counts once, with the name and outlet of the first row. */
export function readPressList(text: string): PressListReading {
  const { rows, brokenLine } = readCsv(text);
  const broken = brokenLine === undefined ? undefined : quotationMistake(brokenLine);
  const [header, ...people] = rows;
  if (!header) return { entries: [], mistakes: [broken ?? noHeader], warnings: [] };
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const mistakes = [...headerMistakes(names, header.line), ...(broken ? [broken] : [])];
  if (!names.includes('email')) return { entries: [], mistakes, warnings: [] };

  const entries = new Map<string, PressEntry & { line: number }>();
  const warnings: string[] = [];
  for (const { cells, line: number } of people) {
    if (mistakes.length >= maxMistakes) break;
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
      warnings.push(
        `${file}, line ${number}: this address is already on line ${first.line}. It gets one email.`,
      );
      if (first.embargoed !== parsed.data.embargoed) mistakes.push(twoEmbargoes(number, first.line));
    } else entries.set(address, { ...parsed.data, line: number });
  }
  const listed = [...entries.values()].map(({ line: _, ...entry }) => entry);
  return { entries: listed, mistakes, warnings };
}

const quotationMistake = (line: number): Mistake => ({
  file,
  line,
  message: 'A quotation mark in this row is in the wrong place.',
  cure: 'Put a cell that contains commas in quotation marks, and write a quotation mark inside it twice: "The ""Daily"" Example".',
});

const noHeader: Mistake = {
  file,
  line: 1,
  message: 'The list is empty.',
  cure: `Make ${columns.join(',')} the first line, or remove the file.`,
};

function headerMistakes(names: string[], line: number): Mistake[] {
  const mistakes: Mistake[] = [];
  if (!names.includes('email')) {
    const message = 'The column email is missing.';
    mistakes.push({ file, line, key: 'email', message, cure: `Make ${columns.join(',')} the first line.` });
  }
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index)
      mistakes.push({
        file,
        line,
        key: name,
        message: `There are two columns ${name}.`,
        cure: 'Remove one of them.',
      });
    else if (!columns.includes(name)) {
      const meant = closestMatch(name, columns);
      const cure = `${meant ? `Did you mean ${meant}? ` : ''}The columns are ${columns.join(', ')}.`;
      mistakes.push({
        file,
        line,
        key: name,
        message: name
          ? `Unknown column ${name}.`
          : `Column ${columnLetter(index)} has no name in the first line.`,
        cure,
      });
    }
  }
  return mistakes;
}

function otherCells(line: number, found: number, expected: number): Mistake {
  const message = `This row has ${found === 1 ? 'one cell' : `${found} cells`}, but the first line has ${expected}.`;
  const cure =
    found > expected
      ? 'Put a cell that contains commas in quotation marks.'
      : 'Write a comma for each empty cell: desk@example.com,,The Example Ledger,no';
  return { file, line, message, cure };
}

function embargoMistake(line: number, value: string): Mistake {
  return {
    file,
    line,
    key: 'embargoed',
    message: `embargoed must be yes or no, not “${value}”.`,
    cure: 'Write yes if the contact may get the press release under embargo, else no.',
  };
}

function twoEmbargoes(line: number, first: number): Mistake {
  return {
    file,
    line,
    key: 'embargoed',
    message: `This address is also on line ${first}, with a different value in embargoed.`,
    cure: 'Remove one of the two lines.',
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
    return { ...where, message: `${key} is missing.`, cure: 'Enter an address, or remove the row.' };
  if (key === 'email')
    return {
      ...where,
      message: `“${value}” is not an email address.`,
      cure: 'Write it like ana@example.org.',
    };
  if (issue.code === 'too_big') return { ...where, message: `${key} is too long.`, cure: 'Shorten it.' };
  return {
    ...where,
    message: `${key} contains a line break.`,
    cure: 'Remove the line break from the cell.',
  };
}
