import type { VNode } from 'preact';
import { textFile } from '../../campaign-folder/check-files.ts';
import type { WordedMistake } from '../../campaign-folder/mistakes.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { languageName } from '../../i18n/formats.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { withColon } from '../../i18n/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import type { TextsProps } from './texts-page.tsx';

/** A file's name as a part of ids. */
export const idOf = (name: string): string => name.replace(/[^\w-]/g, '-');

const lists = ['press-list.csv', 'invited.csv'];

/** An editor for each file that the campaign has or may have. Files that do not exist yet are folded. */
export function FileEditors(props: TextsProps & { isReadOnly: boolean }): VNode {
  const { files, language, isReadOnly } = props;
  const others = languages.filter((each) => each !== language);
  const names = [
    ...['letter.md', 'release.md', 'campaign.yaml', ...lists],
    ...others.flatMap((each) => [textFile('letter', each), textFile('release', each)]),
  ];
  return (
    <>
      {names
        .filter((name) => files.has(name) || !isReadOnly)
        .map((name) => {
          const isTranslation = others.some((each) => name.includes(`.${each}.`));
          const isThere = files.has(name) || !(isTranslation || lists.includes(name));
          const editor = <Editor {...props} name={name} />;
          if (isThere) return editor;
          return (
            <details>
              <summary>{titleOf(name, props)}</summary>
              {editor}
            </details>
          );
        })}
    </>
  );
}

function titleOf(name: string, { frame }: Pick<TextsProps, 'frame'>): string {
  const t = consoleTexts(frame.language).texts;
  const code = /\.([a-z]{2})\.md$/.exec(name)?.[1];
  const language: Language | undefined = languages.find((each) => each === code);
  if (language === undefined) return t.files[name] ?? name;
  const own = t.files[name.replace(`.${language}.`, '.')] ?? name;
  return t.translated(own, languageName(frame.language, language));
}

function Editor(props: TextsProps & { isReadOnly: boolean; name: string }): VNode {
  const { name, files, frame, examination, isReadOnly } = props;
  const t = consoleTexts(frame.language).texts;
  const mistakes = examination?.mistakes.filter(({ file }) => file === name) ?? [];
  const text = files.get(name);
  const rows = Math.min(30, Math.max(6, (text ?? '').split('\n').length + 1));
  const described = [`about-${idOf(name)}`, ...(mistakes.length > 0 ? [`mistakes-${idOf(name)}`] : [])].join(
    ' ',
  );
  return (
    <section class={mistakes.length > 0 ? 'wrong' : undefined}>
      <h2>
        <label for={`file-${idOf(name)}`}>{titleOf(name, props)}</label>
      </h2>
      <p class="note" id={`about-${idOf(name)}`}>
        <code>{name}</code>
        {text === undefined && ` – ${t.empty}`}
      </p>
      {mistakes.length > 0 && <Mistakes id={`mistakes-${idOf(name)}`} frame={frame} mistakes={mistakes} />}
      {/* A browser leaves out one line's end at the beginning. */}
      <textarea
        class="source"
        id={`file-${idOf(name)}`}
        name={`files.${name}`}
        rows={rows}
        spellcheck={false}
        dir="auto"
        readOnly={isReadOnly}
        aria-describedby={described}
        {...(mistakes.length > 0 && { 'aria-invalid': 'true' as const })}
      >
        {`\n${text ?? ''}`}
      </textarea>
      {!isReadOnly && <PreviewButtons {...props} />}
    </section>
  );
}

/** Buttons that show the typed text in another window as it would be published. */
function PreviewButtons({ name, frame }: Pick<TextsProps, 'frame'> & { name: string }): VNode | null {
  const [, document, language] = /^(letter|release)(?:\.([a-z]{2}))?\.md$/.exec(name) ?? [];
  if (!document) return null;
  const t = consoleTexts(frame.language).texts.preview;
  const path = `/console/${frame.slug}/preview/${language ? `${language}/` : ''}${document}`;
  return (
    <p class="previews">
      <button class="plain-button" type="submit" formaction={path} formtarget="_blank">
        {t.typed}
      </button>
      <button class="plain-button" type="submit" formaction={`${path}.pdf`} formtarget="_blank">
        {t.typedPdf}
      </button>
    </p>
  );
}

function Mistakes({
  id,
  frame,
  mistakes,
}: Pick<TextsProps, 'frame'> & { id: string; mistakes: readonly WordedMistake[] }): VNode {
  const t = consoleTexts(frame.language).texts;
  return (
    <ul id={id} class="problem">
      {mistakes.map(({ line, key, message, cure }) => (
        <li>
          <strong>{t.line(line)}</strong>
          {key && (
            <>
              {', '}
              <code>{safeLine(key)}</code>
            </>
          )}
          {`${withColon(frame.language, '')} `}
          {safeLine(message)} {safeLine(cure)}
        </li>
      ))}
    </ul>
  );
}
