import { gzipSync } from 'node:zlib';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { exportSignOns } from '../../operations/listing/export.ts';
import { exportColumns, exportFormat } from '../../sign-on/exported-sign-on.ts';
import type { ApiResponse } from '../event.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';

/** Lambda answers with 6 MB at most, in base64 (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const maxBytes = 4_400_000;

/** Every sign-on as a table, as `campaign export` writes it: safe for spreadsheets, UTF-8 with BOM. */
export async function exportTable(
  { slug, language, headers, campaign }: CampaignRequest,
  { store, now }: ConsoleContext,
): Promise<ApiResponse> {
  const { stringify } = await import('csv-stringify/sync');
  const columns = exportColumns(campaign.settings);
  const rows: unknown[][] = [];
  for await (const signOn of exportSignOns(store, { slug, now: now() }))
    rows.push(columns.map(({ of }) => of(signOn)));
  const table = stringify(rows, exportFormat(columns));
  const isZipped = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  const body = isZipped ? gzipSync(table) : Buffer.from(table);
  if (body.length > maxBytes) {
    const t = consoleTexts(language);
    throw new Problem('too-large', {
      words: { title: t.exported.tooLarge, detail: t.exported.useTerminal(slug) },
      back: { href: `/console/${slug}`, label: t.overview.back },
    });
  }
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}.csv"`,
      ...(isZipped && { 'content-encoding': 'gzip' }),
    },
    body: body.toString('base64'),
    isBase64Encoded: true,
  };
}
