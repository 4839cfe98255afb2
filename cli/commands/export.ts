import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { exportSignOns } from '../../shared/operations/searching/export.ts';
import {
  type ExportChoice,
  type ExportFormat,
  exportFormats,
  exportGroups,
  needsConsent,
  readExportChoice,
} from '../../shared/sign-on/export-choice.ts';
import { type Column, csvOptions, exportTableColumns } from '../../shared/sign-on/export-table.ts';
import type { ExportedSignOn } from '../../shared/sign-on/exported-sign-on.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { notFound, UsageError } from '../refusal.ts';
import { newUnreadableRecords } from '../unreadable-records.ts';

export const exportCommand: Command = {
  name: 'export',
  positionals: [{ name: 'slug' }],
  optionsUsage: `--out <file> [--format ${exportFormats.join('|')}] [--only ${exportGroups.join(',')}] [--since TIME]`,
  summary:
    'write all sign-ons to a file, .csv for spreadsheets or .json for programs, or the contacts that a CRM imports; contains personal data',
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    only: { type: 'string' },
    since: { type: 'string' },
  },
  run: runExport,
};

const formats = { '.csv': asCsv, '.json': asJson };

async function runExport(invocation: Invocation): Promise<CommandResult> {
  const file = String(invocation.options.out ?? '');
  const format = Object.entries(formats).find(([ending]) => ending === extname(file).toLowerCase())?.[1];
  if (!format) throw new UsageError('--out needs a file name that ends in .csv or .json.');
  const { slug, store, now, readAddressKey: addressKey } = await connectToCampaign(invocation);
  const campaign = await readSettings(store, slug);
  if (!campaign) throw await campaignNotFound({ slug, store });

  const choice = choiceOf(invocation, campaign.settings.timeZone);
  const unreadable = newUnreadableRecords(invocation.environment);
  const onUnreadable = unreadable.add;
  let signOns = 0;
  async function* counted() {
    for await (const signOn of exportSignOns(store, { slug, now, choice, addressKey, onUnreadable })) {
      signOns++;
      yield signOn;
    }
  }
  const columns = exportTableColumns(choice.format, campaign.settings);
  await writeWhole(file, format(counted(), columns, choice.format));
  unreadable.tell();
  const text = `${whatIsIn(file, { slug, signOns, choice })} It contains personal data: keep it where only organizers can read it, and delete it when you no longer need it.`;
  return { text, json: { slug, out: file, signOns } };
}

function choiceOf({ options }: Invocation, timeZone: string): ExportChoice {
  const [format, only, since] = [options.format, options.only, options.since].map((value) =>
    value === undefined ? undefined : String(value),
  );
  const { choice, wrong } = readExportChoice({ format, only, since }, timeZone);
  const cures = {
    format: `--format needs one of ${exportFormats.join(', ')}.`,
    only: `--only needs one or more of ${exportGroups.join(', ')}, with commas between them. Organizations and individuals exclude each other.`,
    since: `--since needs a time like 2026-11-28, 2026-11-28T10:00 (in ${timeZone}) or 2026-11-28T15:00:00Z.`,
  };
  if (wrong.length > 0) throw new UsageError(wrong.map((field) => cures[field]).join('\n'));
  return choice;
}

function whatIsIn(
  file: string,
  { slug, signOns, choice }: { slug: string; signOns: number; choice: ExportChoice },
): string {
  const { format, only, since } = choice;
  if (format !== 'standard') {
    const contacts = signOns === 1 ? 'one contact' : `${signOns} contacts`;
    const who = needsConsent(format) ? 'asked for news' : 'did not refuse news';
    return `${file} contains ${contacts} of ${slug} for ${format}: only people who ${who}.`;
  }
  const isAll = only.length === 0 && since === undefined;
  const all = signOns === 1 ? 'the one sign-on' : `all ${signOns} sign-ons`;
  const some = signOns === 1 ? 'one sign-on' : `${signOns} sign-ons`;
  return `${file} contains ${isAll ? all : some} of ${slug}.`;
}

/** Writes row by row, in UTF-8 with BOM and safe for spreadsheets: formulas are escaped and every cell is quoted. */
function asCsv(signOns: AsyncIterable<ExportedSignOn>, columns: readonly Column[]): Readable {
  const table = stringify(csvOptions(columns));
  const cells = Readable.from(rowsOf(signOns, columns));
  cells.on('error', (error) => table.destroy(error));
  return cells.pipe(table);
}

async function* rowsOf(
  signOns: AsyncIterable<ExportedSignOn>,
  columns: readonly Column[],
): AsyncGenerator<unknown[]> {
  for await (const signOn of signOns) yield columns.map(({ of }) => of(signOn));
}

/** Writes one array with one sign-on per line: all of it, or for a CRM its cells by their headings. */
function asJson(
  signOns: AsyncIterable<ExportedSignOn>,
  columns: readonly Column[],
  format: ExportFormat,
): Readable {
  const cellsOf = (signOn: ExportedSignOn): unknown =>
    Object.fromEntries(columns.map(({ heading, of }) => [heading, of(signOn) ?? null]));
  const written = format === 'standard' ? (signOn: ExportedSignOn): unknown => signOn : cellsOf;
  async function* lines() {
    let before = '[\n';
    for await (const signOn of signOns) {
      yield before + JSON.stringify(written(signOn));
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  }
  return Readable.from(lines());
}

/** Only the user can read the file. It appears complete or not at all. */
async function writeWhole(file: string, content: Readable): Promise<void> {
  const unfinished = `${file}.part`;
  await rm(unfinished, { force: true });
  const out = createWriteStream(unfinished, { mode: 0o600, flags: 'wx' });
  try {
    await once(out, 'open');
  } catch {
    throw notFound(
      `${file} cannot be written. Check that the folder exists and that you have permission to write in it.`,
    );
  }
  try {
    await pipeline(content, out);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
