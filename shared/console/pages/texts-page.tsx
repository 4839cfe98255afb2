import type { VNode } from 'preact';
import type { Gate } from '../../campaign/gate.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import type { Examination } from '../folder/examine.ts';
import { mayDo } from '../permissions.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { ConfirmField } from './confirm-field.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';
import { CorrectionFields } from './correction-fields.tsx';
import { FileEditors, idOf } from './file-editors.tsx';
import { PlannedChanges } from './planned-changes.tsx';
import { PreviewLinks } from './preview-links.tsx';
import { QuoteList } from './quote-list.tsx';

export interface TextsProps {
  frame: CampaignFrame;
  viewer: Viewer;
  /** The stored files, and the files to show, which include what was typed. */
  storedFiles: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, string>;
  version: string;
  status: Gate['status'];
  /** The campaign's own language. */
  language: Language;
  examination?: Examination;
  /** Languages of the campaign's texts, its own first. */
  languages: readonly Language[];
  /** Whether the letter is emailed to its recipient. */
  hasRecipient: boolean;
  typed: { editorial: string; askAgain: boolean; note: string };
  /** What follows from the pressed button, if it was not confirmed. */
  follows?: readonly string[];
  notice?: string;
  isApplied?: boolean;
  isWrongSlug?: boolean;
  /** Whether a correction was sent without a note, or with one that is too long. */
  isNoteWrong?: boolean;
}

/** A campaign's files in plain editors, with the mistakes in each, and what would change. */
export function textsPage(props: TextsProps): string {
  const { frame, viewer, examination, notice, isApplied } = props;
  const { language, slug, title, role } = frame;
  const t = consoleTexts(language).texts;
  const mayEdit = mayDo(role, 'edit-texts');
  const hint = mayDo(role, 'edit-settings') ? undefined : mayEdit ? t.editorHint : t.readOnly;
  return renderConsole({
    language,
    title: `${t.title} – ${title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="texts" />,
    children: (
      <>
        <h1>{t.title}</h1>
        {notice && (
          <div class="box" role="alert">
            <h2>{t.refused}</h2>
            <p>{safeLine(notice)}</p>
          </div>
        )}
        {props.isNoteWrong && (
          <div class="box wrong" role="alert">
            <h2>{t.refused}</h2>
            <p>
              <a href="#note">{t.correction.noteWrong}</a>
            </p>
          </div>
        )}
        {props.follows && props.follows.length > 0 && (
          <div class="box" role="alert">
            <h2>
              <a href="#confirm">{consoleTexts(language).commands.confirmTitle}</a>
            </h2>
            {props.follows.map((sentence) => (
              <p>{safeLine(sentence)}</p>
            ))}
          </div>
        )}
        {isApplied && (
          <p class="box" role="status">
            {t.applied.updated}
          </p>
        )}
        <p class="lead">{t.lead}</p>
        {hint && <p>{hint}</p>}
        {mayEdit ? (
          <form
            method="post"
            action={`/console/${slug}/folder/apply`}
            data-unsaved={examination ? 'yes' : 'no'}
          >
            <input type="hidden" name="version" value={props.version} />
            {examination && <Result {...props} examination={examination} />}
            <FileEditors {...props} isReadOnly={false} />
            <Buttons {...props} />
          </form>
        ) : (
          <FileEditors {...props} isReadOnly />
        )}
        <QuoteList {...props} />
        <PreviewLinks {...props} />
      </>
    ),
  });
}

/** The result of the check: the number of mistakes in each file, or what would change. */
function Result({ frame, examination }: TextsProps & { examination: Examination }): VNode {
  const { mistakes, warnings, proposal } = examination;
  const t = consoleTexts(frame.language).texts;
  const byFile = Map.groupBy(mistakes, ({ file }) => file);
  return (
    <>
      {mistakes.length > 0 && (
        <div class="box wrong" role="alert" id="result">
          <h2>{t.mistakes(mistakes.length)}</h2>
          <ul>
            {[...byFile].map(([file, own]) => (
              <li>
                <a href={`#file-${idOf(file)}`}>{t.mistakesIn(file, own.length)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {proposal && (
        <div class="box" role="status" id="result">
          <h2>{t.noMistakes}</h2>
          <PlannedChanges frame={frame} proposal={proposal} />
          {/* The same button as below the editors, which are several screens long. */}
          {proposal.changed.length > 0 && proposal.follows.length === 0 && !proposal.plan.refusal && (
            <button class="button" type="submit">
              {t.apply}
            </button>
          )}
        </div>
      )}
      {warnings.length > 0 && (
        <>
          <h2>{t.notes}</h2>
          <ul>
            {warnings.map((warning) => (
              <li>{safeLine(warning)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/**
 * The buttons Check and Apply, and what an apply needs besides the files: what a change to a signed letter means, and
 * a confirmation.
 */
function Buttons(props: TextsProps): VNode {
  const { frame, examination, typed, isWrongSlug = false, status } = props;
  const { language, slug, role } = frame;
  const t = consoleTexts(language).texts;
  const { plan, follows: ofApply = [] } = examination?.proposal ?? {};
  const { follows = ofApply } = props;
  return (
    <>
      {plan?.refusal === 'letter-is-signed' && (
        <fieldset>
          <legend class="group">{t.signed.title}</legend>
          <p>{t.signed.lead}</p>
          <div class="field">
            <label for="editorial">{t.signed.editorial}</label>
            <input type="text" id="editorial" name="editorial" maxlength={1000} value={typed.editorial} />
          </div>
          {mayDo(role, 'edit-settings') && (
            <div class="field">
              <label class="option">
                <input type="checkbox" name="askAgain" checked={typed.askAgain} />
                <span>{t.signed.askAgain}</span>
              </label>
            </div>
          )}
        </fieldset>
      )}
      {follows.length > 0 && mayDo(role, 'control') && (
        <fieldset>
          <legend class="group">{t.follows.title}</legend>
          {follows.map((sentence) => (
            <p class="lead">{safeLine(sentence)}</p>
          ))}
          <ConfirmField language={language} slug={slug} isWrong={isWrongSlug} />
        </fieldset>
      )}
      <div class="decisions">
        <button class="button second" type="submit" formaction={`/console/${slug}/folder/check#result`}>
          {t.check}
        </button>
        <button class="button" type="submit">
          {t.apply}
        </button>
      </div>
      {status === 'published' && mayDo(role, 'control') && (
        <CorrectionFields frame={frame} note={typed.note} isNoteWrong={props.isNoteWrong ?? false} />
      )}
    </>
  );
}
