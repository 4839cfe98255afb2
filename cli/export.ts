import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { exportSignOns } from '../shared/operations/listing/export.ts';
import {
  type Column,
  type ExportedSignOn,
  exportColumns,
  exportFormat,
} from '../shared/sign-on/exported-sign-on.ts';
import { readSettings } from '../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { campaignNotFound, connectToCampaign } from './connect-to-campaign.ts';
import { notFound, UsageError } from './refusal.ts';

export const exportCommand: Command = {
  name: 'export',
  positionals: [{ name: 'slug' }],
  optionsUsage: '--out <file>',
  summary:
    'write all sign-ons to a file: .csv for spreadsheets or .json for programs; contains personal data',
  options: { out: { type: 'string' } },
  run: runExport,
};

const formats = { '.csv': asCsv, '.json': asJson };

async function runExport(invocation: Invocation): Promise<CommandResult> {
  const file = String(invocation.options.out ?? '');
  const format = Object.entries(formats).find(([ending]) => ending === extname(file).toLowerCase())?.[1];
  if (!format) throw new UsageError('--out needs a file name that ends in .csv or .json.');
  const { slug, store, now } = await connectToCampaign(invocation);
  const campaign = await readSettings(store, slug);
  if (!campaign) throw await campaignNotFound({ slug, store });

  let signOns = 0;
  async function* counted() {
    for await (const signOn of exportSignOns(store, { slug, now })) {
      signOns++;
      yield signOn;
    }
  }
  await writeWhole(file, format(counted(), exportColumns(campaign.settings)));
  const text = `${file} contains ${signOns === 1 ? 'the one sign-on' : `all ${signOns} sign-ons`} of ${slug}. It contains personal data: keep it where only organizers can read it, and delete it when you no longer need it.`;
  return { text, json: { slug, out: file, signOns } };
}

/** Writes row by row, in UTF-8 with BOM and safe for spreadsheets: formulas are escaped and every cell is quoted. */
function asCsv(signOns: AsyncIterable<ExportedSignOn>, columns: readonly Column[]): Readable {
  const table = stringify(exportFormat(columns));
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

/** Writes one array with one sign-on per line. */
function asJson(signOns: AsyncIterable<ExportedSignOn>): Readable {
  async function* lines() {
    let before = '[\n';
    for await (const signOn of signOns) {
      yield before + JSON.stringify(signOn);
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
