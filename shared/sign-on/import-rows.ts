import type { Settings } from '../campaign/settings.ts';
import { decodeText } from '../decode-text.ts';
import { type CsvRow, columnLetter, foldHeading, isEmptyColumn, meantColumn, readCsv } from '../read-csv.ts';
import { answerField } from './answers.ts';
import type { FieldRefusal } from './field-refusals.ts';
import { readNewSubmission } from './new-submission.ts';
import type { Details, SignOn } from './sign-on.ts';
import { organizationSubmissionSchema, type SubmissionSettings } from './submission.ts';
import { fitsField } from './typed-text.ts';

/** One signature that was collected elsewhere. */
export interface ImportRow {
  /** The row's number in a spreadsheet. The heading is row 1. */
  row: number;
  kind: SignOn['kind'];
  email: string;
  details: Details;
  signedOn?: string | undefined;
  evidence?: string | undefined;
}

export type RowReason =
  | FieldRefusal
  | {
      field: string;
      code:
        | 'formula'
        | 'not-a-day'
        | 'unknown-column'
        | 'missing-column'
        | 'doubled-column'
        | 'too-many-cells';
    }
  | { field: string; code: 'not-utf8' | 'broken-quotes' }
  /** The same signature as that row. */
  | { field: string; code: 'repeated'; earlier: number };

export interface RowMistake {
  row: number;
  reason: RowReason;
  /** For a column that is not known. */
  suggestion?: string | undefined;
}

// Which letter they read is not known, so they count as having agreed to the current one.
const columnsOf = ({ questions = [] }: Pick<Settings, 'questions'>): string[] => [
  ...Object.keys(organizationSubmissionSchema.omit({ letter: true, answers: true }).shape),
  ...questions.map(({ id }) => answerField(id)),
  'signedOn',
  'evidence',
];

/** Reads a table of signatures: API field names as headings, in any order. Finds every mistake and repairs none. */
export function readImport(
  bytes: Uint8Array,
  settings: SubmissionSettings,
  today: string,
): { rows: ImportRow[]; mistakes: RowMistake[] } {
  const columns = columnsOf(settings);
  const table = readTable(bytes);
  if ('unreadable' in table) return { rows: [], mistakes: [table.unreadable] };
  const [heading, ...lines] = table.rows;
  const headingRow = heading?.row ?? 1;
  // An empty column has an empty name.
  const names = (heading?.cells ?? []).map((name, index) =>
    isEmptyColumn(table.rows, index)
      ? ''
      : (columns.find((column) => same(column, name)) ?? (name.trim() || columnLetter(index))),
  );
  const mistakes: RowMistake[] = names
    .filter((name) => name !== '' && !columns.includes(name))
    .map(
      (field): RowMistake => ({
        row: headingRow,
        reason: { field, code: 'unknown-column' },
        suggestion: meantColumn(field, columns),
      }),
    );
  for (const field of columns)
    if (names.indexOf(field) !== names.lastIndexOf(field))
      mistakes.push({ row: headingRow, reason: { field, code: 'doubled-column' } });
  for (const field of ['name', 'email'])
    if (!names.includes(field)) mistakes.push({ row: headingRow, reason: { field, code: 'missing-column' } });
  if (mistakes.length > 0) return { rows: [], mistakes };
  const rows: ImportRow[] = [];
  for (const { row, cells } of lines) {
    if (cells.length > names.length) {
      const beyond = cells.findIndex((cell, at) => at >= names.length && cell.trim() !== '');
      mistakes.push({ row, reason: { field: columnLetter(beyond), code: 'too-many-cells' } });
      continue;
    }
    const typed: Record<string, string> = {};
    for (const [at, name] of names.entries()) if (name !== '') typed[name] = cells[at] ?? '';
    const found = readRow(row, typed, settings, today);
    if ('mistakes' in found) mistakes.push(...found.mistakes);
    else rows.push(found);
  }
  return { rows, mistakes };
}

function readRow(
  row: number,
  { signedOn = '', evidence = '', authorized: _, ...typed }: Record<string, string>,
  settings: SubmissionSettings,
  today: string,
): ImportRow | { mistakes: RowMistake[] } {
  const reasons: RowReason[] = Object.entries({ ...typed, evidence })
    .filter(([, text]) => text.trimStart().startsWith('='))
    .map(([field]) => ({ field, code: 'formula' }));
  const day = signedOn.trim();
  if (day !== '' && !isDay(day, today)) reasons.push({ field: 'signedOn', code: 'not-a-day' });
  if (!fitsField(evidence)) reasons.push({ field: 'evidence', code: 'too-long', params: { max: 200 } });
  // Organizers who import a signature vouch for the signer's authority.
  const texts = Object.fromEntries(
    Object.entries(typed).map(([field, text]) => [field, withoutEscape(text)]),
  );
  // Who signed on paper may not have been asked all that the form asks.
  const questions = settings.questions?.map((question) => ({ ...question, required: false }));
  const asked = { ...settings, questions };
  const read = readNewSubmission({ ...texts, kind: kindOf(texts), authorized: 'on' }, asked);
  if (!read.ok) reasons.push(...read.errors);
  if (!read.ok || reasons.length > 0) return { mistakes: reasons.map((reason) => ({ row, reason })) };
  const { kind, email, details } = read;
  return {
    row,
    kind,
    email,
    details,
    signedOn: day || undefined,
    evidence: withoutEscape(evidence).trim() || undefined,
  };
}

/**
 * Our export puts an apostrophe before a cell that a spreadsheet would read as a formula (`csvOptions`). It is not part
 * of the text.
 */
const withoutEscape = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '');

/** Tables from paper rarely have a column `kind`: a row with an organization is signed for it. */
function kindOf({ kind = '', organizationName = '' }: Record<string, string>): string {
  return kind.trim() === '' && organizationName.trim() !== '' ? 'organization' : kind;
}

const same = (column: string, heading: string): boolean => foldHeading(column) === foldHeading(heading);

function isDay(text: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text > today) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function readTable(bytes: Uint8Array): { rows: CsvRow[] } | { unreadable: RowMistake } {
  const text = decodeText(bytes);
  if (text === undefined) return unreadable('not-utf8');
  const { rows, brokenLine } = readCsv(text);
  if (brokenLine !== undefined) return unreadable('broken-quotes', brokenLine);
  return { rows };
}

const unreadable = (code: 'not-utf8' | 'broken-quotes', row = 1): { unreadable: RowMistake } => ({
  unreadable: { row, reason: { field: '', code } },
});
