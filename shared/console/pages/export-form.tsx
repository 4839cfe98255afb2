import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { exportFormats } from '../../sign-on/export-choice.ts';

interface ExportFormProps {
  language: Language;
  slug: string;
  timeZone: string;
}

/** What the table to download has: for which system, of whom, since when. */
export function ExportForm({ language, slug, timeZone }: ExportFormProps): VNode {
  const t = consoleTexts(language).exported;
  return (
    <details>
      <summary>{t.title}</summary>
      <form method="get" action={`/console/${slug}/export.csv`}>
        <div class="field">
          <label for="format">{t.format}</label>
          <select id="format" name="format">
            {exportFormats.map((format) => (
              <option value={format}>{t.formats[format]}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="only">{t.who}</label>
          <select id="only" name="only">
            <option value="">{t.everybody}</option>
            <option value="organizations">{t.groups.organizations}</option>
            <option value="individuals">{t.groups.individuals}</option>
          </select>
        </div>
        {(['counted', 'newsletter'] as const).map((group) => (
          <div class="field">
            <label class="option">
              <input type="checkbox" name="only" value={group} /> <span>{t.groups[group]}</span>
            </label>
          </div>
        ))}
        <div class="field">
          <label for="since">{t.since(timeZone)}</label>
          <input type="datetime-local" id="since" name="since" />
        </div>
        <p class="note">{t.hint}</p>
        <button class="button" type="submit">
          {t.download}
        </button>
      </form>
    </details>
  );
}
