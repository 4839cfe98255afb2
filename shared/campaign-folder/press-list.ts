import * as z from 'zod';
import type { PressEntry } from '../campaign/campaign.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
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
  warnings: Localized<string>[];
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
  const warnings: Localized<string>[] = [];
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
      warnings.push((t) => t.warnings.pressAddressTwice(file, number, first.line));
      if (first.embargoed !== parsed.data.embargoed) mistakes.push(twoEmbargoes(number, first.line));
    } else entries.set(address, { ...parsed.data, line: number });
  }
  const listed = [...entries.values()].map(({ line: _, ...entry }) => entry);
  return { entries: listed, mistakes, warnings };
}

const embargoMistake = (line: number, value: string): Mistake => ({
  file,
  line,
  key: 'embargoed',
  words: (t) => t.lists.embargoed(value),
});

const twoEmbargoes = (line: number, first: number): Mistake => ({
  file,
  line,
  key: 'embargoed',
  words: (t) => t.lists.twoEmbargoes(first),
});

function cellMistake(
  line: number,
  issue: z.core.$ZodIssue,
  cell: (name: string) => string | undefined,
): Mistake {
  const key = String(issue.path[0] ?? 'email');
  const value = cell(key);
  const where = { file, line, key };
  if (value === undefined) return { ...where, words: (t) => t.lists.noAddress(key) };
  if (key === 'email') return { ...where, words: (t) => t.lists.notEmail(value, false) };
  if (issue.code === 'too_big') return { ...where, words: (t) => t.lists.tooLong(key) };
  return { ...where, words: (t) => t.lists.lineBreak(key) };
}
