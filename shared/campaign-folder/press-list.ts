import * as z from 'zod';
import type { PressEntry } from '../campaign/campaign.ts';
import { emailAddress, line } from './fields.ts';
import { type ListFile, maxListMistakes, readListFile } from './list-file.ts';
import type { Mistake } from './mistakes.ts';

const pressEntrySchema = z.object({
  email: emailAddress,
  name: line(100).optional(),
  outlet: line(200).optional(),
  embargoed: z.boolean().optional(),
}) satisfies z.ZodType<PressEntry, unknown>;

export interface CheckedPressList {
  entries: PressEntry[];
  mistakes: Mistake[];
  warnings: string[];
}

const file = 'press-list.csv';
const list: ListFile = {
  file,
  columns: ['email', 'name', 'outlet', 'embargoed'],
  required: 'email',
  exampleRow: 'desk@example.com,,The Example Ledger,no',
};

/** Reads `press-list.csv`. A journalist who is listed twice counts once, with the name and outlet of the first row. */
export function readPressList(text: string): CheckedPressList {
  const { rows, mistakes } = readListFile(text, list);
  const entries = new Map<string, PressEntry & { line: number }>();
  const warnings: string[] = [];
  for (const { line: number, cell, mistake } of rows) {
    if (mistakes.length >= maxListMistakes) break;
    if (mistake) mistakes.push(mistake);
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
