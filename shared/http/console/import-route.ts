import type { ImportRowResult, ImportView } from '../../console/pages/import-page.tsx';
import { evidenceText } from '../../console/sign-on-entry.ts';
import { decodeText } from '../../decode-text.ts';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import { errorMessage } from '../../i18n/error-message.ts';
import type { Language } from '../../i18n/language.ts';
import type { ImportedRow } from '../../operations/signing/import.ts';
import {
  canImportPublish,
  type ImportFileOutcome,
  importFile,
  readImportFile,
  tryImport,
} from '../../operations/signing/import-file.ts';
import type { RowMistake } from '../../sign-on/import-rows.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse } from '../response.ts';
import type { CampaignRequest } from './console-request.ts';
import { isChecked } from './folder-body.ts';
import type { FolderContext } from './folder-request.ts';
import { frameOf } from './sign-on-routes.ts';
import { startWorkTime } from './work-time.ts';

/** The form for a table of signatures. */
export async function showImport(request: CampaignRequest, _: FolderContext) {
  return await page(request, {});
}

async function page(request: CampaignRequest, view: ImportView, status = 200) {
  const { importPage } = await import('../../console/pages/import-page.tsx');
  return htmlResponse(status, importPage({ frame: frameOf(request), viewer: request.session, ...view }));
}

/**
 * Imports a table of signatures, like `campaign import`: all rows or none. With `dryRun`, nothing is written. A
 * browser sends the table as a file, or the text of one that it has sent before. A program sends text in `file`.
 */
export async function importTable(request: CampaignRequest, context: FolderContext) {
  const { slug, campaign, fields, language, prefersHtml, session } = request;
  const { store, now, newUlid, newNonce } = context;
  const t = consoleTexts(language).importing;
  const table = bytesOf(fields.file);
  if (!table || table.length === 0) {
    const error = { field: 'file', code: 'required' as const };
    if (prefersHtml) return await page(request, { notice: t.noFile }, 422);
    throw new Problem('invalid', { errors: [error] });
  }
  const addressKey = await context.addressKey();
  const { settings, letters } = campaign;
  const input = { settings, letters, addressKey, now, newUlid, newNonce };
  const read = readImportFile(table, { settings, addressKey, now: now() });
  const text = decodeText(table) ?? '';
  if ('mistakes' in read) {
    const mistakes = read.mistakes.map((mistake) => mistakeIn(mistake, language));
    if (prefersHtml) return await page(request, { mistakes }, 422);
    throw new Problem('invalid', {
      more: { errors: mistakes },
      words: { title: t.hasMistakes, detail: t.nothing },
    });
  }
  const isDryRun = isChecked(fields.dryRun);
  if (!isDryRun && fields.confirm !== slug && (await canImportPublish(store, slug, now()))) {
    const words = { title: t.mayPublishTitle, detail: t.mayPublish(slug) };
    if (prefersHtml)
      return await page(
        request,
        { notice: words.detail, text, asksSlug: true, isWrongSlug: Boolean(fields.confirm) },
        409,
      );
    throw new Problem('changed', { words, more: { confirm: slug, follows: words.detail } });
  }
  // The remaining rows are imported when the same table is sent again.
  const hasTime = startWorkTime(now);
  const done: ImportFileOutcome = isDryRun
    ? { outcome: 'imported', ...(await tryImport(store, input, read, hasTime)) }
    : await importFile(store, input, read, {
        actor: session.email,
        replacesUnfinished: isChecked(fields.replacesUnfinished),
        hasTime,
      });
  if (done.outcome !== 'imported') {
    const detail = t.refused[done.outcome];
    if (prefersHtml) return await page(request, { notice: detail, text }, 409);
    throw new Problem('changed', {
      words: { title: t.notImported, detail },
      more: { outcome: done.outcome },
    });
  }
  const { left } = done;
  const rows = done.rows.map((row) => resultOf(row, consoleTexts(language)));
  if (!prefersHtml) return jsonResponse(200, { slug, dryRun: isDryRun, rows, left });
  const isConfirmed = !isDryRun && fields.confirm === slug;
  return await page(request, {
    rows,
    isDryRun,
    left,
    ...((isDryRun || left > 0) && { text, isConfirmed }),
  });
}

const bytesOf = (file: unknown): Uint8Array | undefined =>
  file instanceof Uint8Array ? file : typeof file === 'string' ? Buffer.from(file) : undefined;

const resultOf = ({ row, fate, flags }: ImportedRow, t: ConsoleCatalog): ImportRowResult => ({
  row,
  fate,
  because: flags.map((flag) => evidenceText(flag, t, [])),
});

/** A mistake in the table, in words. */
function mistakeIn({ row, reason, suggestion }: RowMistake, language: Language) {
  const t = consoleTexts(language).importing.mistakes;
  const { field } = reason;
  const words = (): string => {
    switch (reason.code) {
      case 'repeated':
        return t.repeated(reason.earlier);
      case 'unknown-column':
        return suggestion ? t.misspelt(suggestion) : t['unknown-column'];
      case 'formula':
      case 'not-a-day':
      case 'missing-column':
      case 'doubled-column':
      case 'too-many-cells':
      case 'not-utf8':
      case 'broken-quotes':
        return t[reason.code];
      default:
        return errorMessage(language, reason);
    }
  };
  return { row, field, message: words() };
}
