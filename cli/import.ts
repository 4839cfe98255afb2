import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Mistake } from '../shared/campaign-folder/mistakes.ts';
import { errorMessage } from '../shared/i18n/error-message.ts';
import { openGate } from '../shared/operations/counting/open-gate.ts';
import {
  beginImport,
  endImport,
  type ImportInput,
  importedSignOnId,
  importRow,
  type RowOutcome,
} from '../shared/operations/signing/import.ts';
import { type ImportRow, type RowMistake, readImport } from '../shared/sign-on/import-rows.ts';
import { readGate } from '../shared/table/gate.ts';
import { readSettings } from '../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { conflict, notFound, Refusal } from './refusal.ts';

export const importCommand: Command = {
  usage: 'import <slug> <file.csv> [--dry-run] [--instead]',
  summary: 'add signatures that were collected elsewhere, all rows or none; says what becomes of each',
  options: { 'dry-run': { type: 'boolean' }, instead: { type: 'boolean' } },
  run: runImport,
};

const maxRows = 50_000;
/** As many rows of 640 bytes, which is several times what one takes. */
const maxMegabytes = 32;
const maxShown = 200;

const outcomeTexts: Record<RowOutcome, string> = {
  new: 'signs',
  'already-signed': 'has signed already, and stays as it is',
  'duplicate-of-organization': 'waits: somebody else signs for this organization',
  'waits-for-review': 'waits for review',
  withdrawn: 'has withdrawn, and is left out',
  rejected: 'was rejected, and is left out',
};

async function runImport({ positionals, options, environment }: Invocation): Promise<CommandResult> {
  const [slug = '', file = ''] = positionals;
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > maxMegabytes * 1_000_000)
    throw conflict(
      'Too large',
      `${file} has more than ${maxMegabytes} MB: part it, and import each part. At most ${maxRows} rows go in at once.`,
    );
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) throw notFound(`There is no file ${file} that can be read.`);
  const stack = await environment.connect(typeof options.stage === 'string' ? options.stage : undefined);
  const { store } = stack;
  const campaign = await readSettings(store, slug);
  if (!campaign) throw await campaignNotFound({ slug, store });
  const now = environment.now();
  const { settings, letters } = campaign;
  const { rows, mistakes } = readImport(bytes, settings, now.toISOString().slice(0, 10));
  if (rows.length > maxRows)
    throw conflict('Too many rows', `${file} has more than ${maxRows} rows: part it, and import each part.`);
  const addressKey = await stack.readAddressKey();
  mistakes.push(...repeatedRows(rows, addressKey));
  if (mistakes.length > 0) throw refusalOf(basename(file), mistakes);

  const { newUlid, newNonce } = environment;
  const importing: ImportInput = { settings, letters, addressKey, now, newUlid, newNonce };
  const isDry = options['dry-run'] === true;
  const mark = createHash('sha256').update(bytes).digest('hex');
  if (!isDry && !(await beginImport(store, slug, mark, options.instead === true))) {
    const isOther = (await readGate(store, slug))?.importId !== undefined;
    throw isOther
      ? conflict(
          'Another import',
          'Another file is not imported to its end: import that one again first. If you no longer have it, add --instead: what of it was written stays.',
        )
      : conflict('Not now', `${slug} takes no signatures now: \`campaign status ${slug}\` says why.`);
  }
  const fates: { row: number; fate: RowOutcome }[] = [];
  for (const row of rows) fates.push({ row: row.row, fate: await importRow(store, importing, row, isDry) });
  if (!isDry) {
    await endImport(store, slug, mark, { imported: rows.length, now, newUlid });
    await openGate(store, slug, now);
  }
  const head = isDry
    ? `${file} has no mistakes. Nothing is written; it would be so:`
    : `${file} is imported.`;
  const lines = fates.map(({ row, fate }) => `  row ${row}  ${outcomeTexts[fate]}`);
  return { text: [head, ...lines].join('\n'), json: { slug, file, dryRun: isDry, rows: fates } };
}

/** The same signature twice, with the same words or others: somebody has to say which is meant. */
function repeatedRows(rows: ImportRow[], addressKey: string): RowMistake[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const id = importedSignOnId(addressKey, row);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row.row);
    const cure = `It is the same signature as row ${earlier}: keep one of them.`;
    return earlier === undefined
      ? []
      : [{ row: row.row, reason: { field: 'email', code: 'unreadable' as const, cure } }];
  });
}

function refusalOf(file: string, mistakes: RowMistake[]): Refusal {
  const errors = mistakes.toSorted((one, other) => one.row - other.row).map((each) => mistakeOf(file, each));
  const more = errors.length > maxShown ? ` The first ${maxShown} are shown.` : '';
  return new Refusal({
    type: '/problems/invalid',
    title: 'The file has mistakes',
    status: 422,
    detail: `${file} has ${errors.length === 1 ? 'one mistake' : `${errors.length} mistakes`}; nothing is imported.${more}`,
    errors: errors.slice(0, maxShown),
  });
}

function mistakeOf(file: string, { row, reason, suggestion }: RowMistake): Mistake {
  const { field } = reason;
  const at = { file, line: row, ...(field && { key: field }) };
  const column = field ? `${field}: ` : '';
  switch (reason.code) {
    case 'formula':
      return { ...at, message: `${column}begins with “=”, as formulas do.`, cure: 'Write the text itself.' };
    case 'not-a-day':
      return { ...at, message: `${column}is no day up to today.`, cure: 'Write it as 2026-11-05.' };
    case 'unknown-column':
      return {
        ...at,
        message: `${column}there is no such column.`,
        cure: suggestion ? `Is it ${suggestion}?` : 'Take the column out.',
      };
    case 'missing-column':
      return { ...at, message: `${column}the column is missing.`, cure: `Add a column ${field}.` };
    case 'doubled-column':
      return { ...at, message: `${column}there are two columns of this name.`, cure: 'Keep one of them.' };
    case 'too-many-cells':
      return { ...at, message: 'The row has more cells than the heading.', cure: 'Put commas in quotes.' };
    case 'unreadable':
      return { ...at, message: `${column}This cannot be taken.`, cure: reason.cure };
    default: {
      const cure =
        field === 'kind' ? 'In a column kind, write organization or individual.' : 'Correct the cell.';
      return { ...at, message: `${column}${errorMessage('en', reason)}`, cure };
    }
  }
}
