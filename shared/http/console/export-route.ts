import { consoleTexts } from '../../i18n/console/texts.ts';
import { exportSignOns } from '../../operations/listing/export.ts';
import { exportColumns, exportFormat } from '../../sign-on/exported-sign-on.ts';
import type { ApiResponse } from '../event.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { fileResponse } from './file-response.ts';

/** Every sign-on as a table, as `campaign export` writes it: safe for spreadsheets, UTF-8 with BOM. */
export async function exportTable(
  request: CampaignRequest,
  { store, now }: ConsoleContext,
): Promise<ApiResponse> {
  const { slug, language, campaign } = request;
  const { stringify } = await import('csv-stringify/sync');
  const columns = exportColumns(campaign.settings);
  const rows: unknown[][] = [];
  for await (const signOn of exportSignOns(store, { slug, now: now() }))
    rows.push(columns.map(({ of }) => of(signOn)));
  const table = stringify(rows, exportFormat(columns));
  const answer = fileResponse(request, table, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${slug}.csv"`,
  });
  if (answer) return answer;
  const t = consoleTexts(language);
  throw new Problem('too-large', {
    words: { title: t.exported.tooLarge, detail: t.exported.useTerminal(slug) },
    back: { href: `/console/${slug}`, label: t.overview.back },
  });
}
