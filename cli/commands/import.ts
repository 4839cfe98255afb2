import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WordedMistake } from '../../shared/campaign-folder/mistakes.ts';
import { errorMessage } from '../../shared/i18n/error-message.ts';
import { readReach } from '../../shared/operations/reporting/reach.ts';
import type { ImportedRow, ImportInput, RowOutcome } from '../../shared/operations/signing/import.ts';
import {
  canImportPublish,
  importFile,
  readImportFile,
  tryImport,
} from '../../shared/operations/signing/import-file.ts';
import type { RowMistake } from '../../shared/sign-on/import-rows.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Store } from '../../shared/table/table.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { campaignNotFound } from '../connect-to-campaign.ts';
import { signatoriesText } from '../reach-text.ts';
import { conflict, notFound, Refusal } from '../refusal.ts';
import { evidenceText } from '../sign-on-text.ts';

export const importCommand: Command = {
  name: 'import',
  positionals: [{ name: 'slug' }, { name: 'file.csv' }],
  optionsUsage: '[--dry-run] [--instead] [--yes]',
  summary: 'add signatures collected on paper or elsewhere, all rows or none; reports each row',
  options: { 'dry-run': { type: 'boolean' }, instead: { type: 'boolean' } },
  run: runImport,
};

const maxRows = 50_000;
/** Enough for `maxRows` rows of 640 bytes. A usual row is several times smaller. */
const maxMegabytes = 32;
const maxMistakesShown = 200;

const saveAs = 'Save it as “CSV UTF-8” and import it again.';

const outcomeTexts: Record<RowOutcome, string> = {
  new: 'new signature',
  'already-signed': 'already signed, not changed',
  'duplicate-of-organization': 'does not count: the organization has another signature',
  'waits-for-review': 'waiting for review',
  withdrawn: 'left out: withdrawn by its signer',
  rejected: 'left out: rejected by an organizer',
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
      `${file} has more than ${maxMegabytes} MB. Split it into files of at most ${maxRows} rows, and import each.`,
    );
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes)
    throw notFound(
      `${file} cannot be read. Check that the file exists and that you have permission to read it.`,
    );
  const stack = await environment.connect(stageOf(options));
  const { store } = stack;
  const campaign = await readSettings(store, slug);
  if (!campaign) throw await campaignNotFound({ slug, store });
  const now = environment.now();
  const { settings, letters } = campaign;
  const addressKey = await stack.readAddressKey();
  const read = readImportFile(bytes, { settings, addressKey, now });
  if ('mistakes' in read) throw refusalOf(basename(file), read.mistakes);
  const { rows } = read;
  if (rows.length > maxRows)
    throw conflict('Too many rows', `${file} has more than ${maxRows} rows. Split it, and import each part.`);

  const { newUlid, newNonce } = environment;
  const importing: ImportInput = {
    settings,
    letters,
    addressKey,
    now: () => environment.now(),
    newUlid,
    newNonce,
  };
  if (options['dry-run'] === true) {
    const head = `${file} has no mistakes. This is a dry run: nothing was imported. An import would do this:`;
    const { rows: tried } = await tryImport(store, importing, read);
    return report(tried, { slug, file, head, isDryRun: true });
  }
  const question = `Import ${rows.length === 1 ? '1 signature' : `${rows.length} signatures`} from ${file} into ${slug}?${await publicationWarning(store, slug, now)} Nobody gets an email. Imported signatures can be rejected one by one.`;
  if (!(await confirmAction({ options, environment }, question)))
    return { text: 'Nothing was imported.', json: { slug, file, outcome: 'declined' } };
  const result = await importFile(store, importing, read, { replacesUnfinished: options.instead === true });
  switch (result.outcome) {
    case 'imported':
      return report(result.rows, { slug, file, head: `${file} was imported.`, isDryRun: false });
    case 'other-import':
      throw conflict(
        'Another import',
        'The import of another file is not finished. Import that file again first. If you no longer have it, add --instead: its rows that were already imported stay.',
      );
    case 'not-now':
      throw conflict('Not now', `${slug} cannot accept signatures now: see \`campaign status ${slug}\`.`);
  }
}

function report(
  imported: readonly ImportedRow[],
  { slug, file, head, isDryRun }: { slug: string; file: string; head: string; isDryRun: boolean },
): CommandResult {
  const lines = imported.flatMap(({ row, fate, flags }) => [
    `  row ${row}  ${outcomeTexts[fate]}`,
    ...(fate === 'waits-for-review' ? flags.map((flag) => `    ! ${evidenceText(flag)}`) : []),
  ]);
  const rows = imported.map(({ row, fate, flags }) => ({ row, fate, ...(flags.length > 0 && { flags }) }));
  return { text: [head, ...lines].join('\n'), json: { slug, file, dryRun: isDryRun, rows } };
}

/** What is said before an import that can publish the letter. */
async function publicationWarning(store: Store, slug: string, now: Date): Promise<string> {
  const reach = await readReach(store, slug);
  if (!reach || !(await canImportPublish(store, slug, now))) return '';
  return ` ${signatoriesText(reach)} have signed. If the threshold is reached when the import is done, the letter is published at once.`;
}

function refusalOf(file: string, mistakes: RowMistake[]): Refusal {
  const errors = mistakes.map((each) => mistakeOf(file, each));
  const more = errors.length > maxMistakesShown ? ` The first ${maxMistakesShown} are shown.` : '';
  return new Refusal({
    type: '/problems/invalid',
    title: 'The file has mistakes',
    status: 422,
    detail: `${file} has ${errors.length === 1 ? 'one mistake' : `${errors.length} mistakes`}. Nothing was imported.${more}`,
    errors: errors.slice(0, maxMistakesShown),
  });
}

function mistakeOf(file: string, { row, reason, suggestion }: RowMistake): WordedMistake {
  const { field } = reason;
  const at = { file, line: row, ...(field && { key: field }) };
  const column = field ? `${field}: ` : '';
  switch (reason.code) {
    case 'formula':
      return {
        ...at,
        message: `${column}This begins with “=”, like a formula.`,
        cure: 'Write the text without “=”.',
      };
    case 'not-a-day':
      return {
        ...at,
        message: `${column}This is not a date, or it is in the future.`,
        cure: 'Write it like 2026-11-05.',
      };
    case 'unknown-column':
      return {
        ...at,
        message: `${column}This column is unknown.`,
        cure: suggestion ? `Did you mean ${suggestion}?` : 'Remove the column.',
      };
    case 'missing-column':
      return { ...at, message: `${column}This column is missing.`, cure: `Add a column ${field}.` };
    case 'doubled-column':
      return {
        ...at,
        message: `${column}There are two columns with this name.`,
        cure: 'Remove one of them.',
      };
    case 'too-many-cells':
      return {
        ...at,
        message: `${column}This row has more cells than the first row has columns.`,
        cure: 'Put a cell that contains commas in quotation marks.',
      };
    case 'not-utf8':
      return {
        ...at,
        message: 'This cannot be imported.',
        cure: `The file is not in UTF-8 or UTF-16. ${saveAs}`,
      };
    case 'broken-quotes':
      return {
        ...at,
        message: 'This cannot be imported.',
        cure: `A quotation mark is in the wrong place. ${saveAs}`,
      };
    case 'repeated':
      return {
        ...at,
        message: `${column}This cannot be imported.`,
        cure: `It is the same signature as row ${reason.earlier}. Remove one of the two rows.`,
      };
    default: {
      const cure =
        field === 'kind' ? 'In a column kind, write organization or individual.' : 'Correct the cell.';
      return { ...at, message: `${column}${errorMessage('en', reason)}`, cure };
    }
  }
}
