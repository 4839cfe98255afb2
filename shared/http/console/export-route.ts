import { consoleTexts } from '../../i18n/console/texts.ts';
import { exportSignOns } from '../../operations/searching/export.ts';
import {
  type ExportChoice,
  exportFormats,
  exportGroups,
  readExportChoice,
} from '../../sign-on/export-choice.ts';
import { csvOptions, exportTableColumns } from '../../sign-on/export-table.ts';
import type { ApiResponse } from '../event.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest } from './console-request.ts';
import { fileResponse, maxTableCharacters } from './file-response.ts';
import type { FolderContext } from './folder-request.ts';
import { startWorkTime } from './work-time.ts';

/**
 * The sign-ons as a table, as `campaign export` writes it: safe for spreadsheets, UTF-8 with BOM. The query chooses
 * `format`, `only` and `since`.
 *
 * @throws Problem `invalid` that names the wrong field and its cure; `too-large` for what does not fit into an answer
 * or takes too long
 */
export async function exportTable(
  request: CampaignRequest,
  { store, now, addressKey }: FolderContext,
): Promise<ApiResponse> {
  const { slug, campaign } = request;
  const choice = choiceOf(request);
  const { stringify } = await import('csv-stringify/sync');
  const columns = exportTableColumns(choice.format, campaign.settings);
  const rows: unknown[][] = [];
  const hasTime = startWorkTime(now);
  let characters = 0;
  for await (const signOn of exportSignOns(store, { slug, now: now(), choice, addressKey })) {
    const row = columns.map(({ of }) => of(signOn));
    rows.push(row);
    characters += row.join(',').length;
    if (characters > maxTableCharacters(request) || !hasTime()) throw tooLarge(request);
  }
  const table = stringify(rows, csvOptions(columns));
  const name = choice.format === 'standard' ? slug : `${slug}-${choice.format}`;
  const answer = fileResponse(request, table, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
  if (!answer) throw tooLarge(request);
  return answer;
}

function tooLarge({ slug, language }: CampaignRequest): Problem {
  const t = consoleTexts(language);
  return new Problem('too-large', {
    words: { title: t.exported.tooLarge, detail: t.exported.useTerminal(slug) },
    back: { href: `/console/${slug}`, label: t.overview.back },
  });
}

function choiceOf({ slug, language, campaign, queryStringParameters = {} }: CampaignRequest): ExportChoice {
  const { timeZone } = campaign.settings;
  const { choice, wrong } = readExportChoice(queryStringParameters, timeZone);
  if (wrong.length === 0) return choice;
  const t = consoleTexts(language);
  const cures = {
    format: t.exported.cures.format(exportFormats.join(', ')),
    only: t.exported.cures.only(exportGroups.join(', ')),
    since: t.exported.cures.since(timeZone),
  };
  throw new Problem('invalid', {
    words: { title: t.exported.wrong, detail: wrong.map((field) => cures[field]).join(' ') },
    more: { errors: wrong.map((field) => ({ field, message: cures[field] })) },
    back: { href: `/console/${slug}/sign-ons`, label: t.signOn.back },
  });
}
