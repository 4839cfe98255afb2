import type { VNode } from 'preact';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import type { RowOutcome } from '../../operations/signing/import.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { ConfirmField } from './confirm-field.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';

/** What happened or would happen to a row, and the evidence against a new signature. */
export interface ImportRowResult {
  row: number;
  fate: RowOutcome;
  because: string[];
}

/** What the page shows besides its form. */
export interface ImportView {
  notice?: string;
  mistakes?: readonly { row: number; field: string; message: string }[];
  rows?: readonly ImportRowResult[];
  isDryRun?: boolean;
  /** Rows that there was no time for. */
  left?: number;
  /** The text of the table, so that a button can send it again. */
  text?: string;
  /** Whether the import could publish the letter, so that the campaign's slug must be typed. */
  asksSlug?: boolean;
  /** Whether the typed text was not the slug. */
  isWrongSlug?: boolean;
  /** Whether the slug was typed before the part that was imported. What is left does not ask again. */
  isConfirmed?: boolean;
}

interface ImportProps extends ImportView {
  frame: CampaignFrame;
  viewer: Viewer;
}

/** A page with every row and mistake of a large table would be too long for a phone. */
const maxShown = 500;

/** The form for signatures that were collected elsewhere, and the result for each row. */
export function importPage(props: ImportProps): string {
  const { frame, viewer, notice, mistakes, rows, text } = props;
  const { language, slug, title } = frame;
  const t = consoleTexts(language);
  return renderConsole({
    language,
    title: `${t.importing.title} – ${title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="import" />,
    children: (
      <>
        <h1>{t.importing.title}</h1>
        {notice && (
          <div class="box" role="alert">
            <p>{safeLine(notice)}</p>
          </div>
        )}
        {mistakes && <Mistakes mistakes={mistakes} t={t} />}
        {rows && <Rows {...props} rows={rows} t={t} />}
        {text !== undefined && <SendAgain {...props} text={text} t={t} />}
        <h2>{t.importing.file}</h2>
        <p>{t.importing.lead}</p>
        <form method="post" action={`/console/${slug}/import`} enctype="multipart/form-data">
          <div class="field">
            <label for="file">{t.importing.choose}</label>
            <input type="file" id="file" name="file" accept=".csv,text/csv" required />
          </div>
          <div class="decisions">
            <button class="button" type="submit" name="dryRun" value="yes">
              {t.importing.check}
            </button>
            <p class="note">{t.importing.checkHint}</p>
          </div>
        </form>
      </>
    ),
  });
}

function Mistakes({ mistakes, t }: Required<Pick<ImportView, 'mistakes'>> & { t: ConsoleCatalog }): VNode {
  return (
    <div class="box" role="alert">
      <h2>{t.importing.hasMistakes}</h2>
      <p>{t.importing.nothing}</p>
      <ul>
        {mistakes.slice(0, maxShown).map(({ row, field, message }) => (
          <li>
            {t.importing.row(row)}
            {field && <> · {safeLine(field)}</>}: {safeLine(message)}
          </li>
        ))}
      </ul>
      {mistakes.length > maxShown && <p>{t.importing.more(mistakes.length - maxShown)}</p>}
    </div>
  );
}

function Rows({
  rows,
  isDryRun,
  left = 0,
  t,
}: ImportView & Required<Pick<ImportView, 'rows'>> & { t: ConsoleCatalog }): VNode {
  const words = t.importing;
  return (
    <section class="sheet" role="status">
      <h2>{isDryRun ? words.wouldBe : left > 0 ? words.unfinished : words.imported}</h2>
      {left > 0 && <p>{isDryRun ? words.notChecked(left) : words.goesOn(left)}</p>}
      <ul>
        {rows.slice(0, maxShown).map(({ row, fate, because }) => (
          <li>
            {words.row(row)}: {words.fates[fate]}
            {fate === 'waits-for-review' && because.length > 0 && <> ({safeLine(because.join('; '))})</>}
          </li>
        ))}
      </ul>
      {rows.length > maxShown && <p>{words.more(rows.length - maxShown)}</p>}
    </section>
  );
}

/** A button that sends the same table again, to import what was checked or to continue. */
function SendAgain({
  frame: { language, slug },
  text,
  asksSlug = false,
  isWrongSlug = false,
  isConfirmed = false,
  isDryRun = false,
  left = 0,
  t,
}: ImportProps & { text: string; t: ConsoleCatalog }): VNode {
  return (
    <form method="post" action={`/console/${slug}/import`} enctype="multipart/form-data">
      {/* A browser leaves out one line's end at the beginning. */}
      <textarea name="file" hidden>
        {`\n${text}`}
      </textarea>
      {isConfirmed && <input type="hidden" name="confirm" value={slug} />}
      {asksSlug && <ConfirmField language={language} slug={slug} isWrong={isWrongSlug} />}
      <button class="button" type="submit">
        {left > 0 && !isDryRun ? t.importing.goOn : t.importing.importNow}
      </button>
    </form>
  );
}
