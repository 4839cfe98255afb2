import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import type { LetterContent } from '../document/content.ts';
import { Blocks } from './content.tsx';
import { CorrectionLines } from './corrections.tsx';
import { langAttribute } from './lang-attribute.ts';

interface LetterArticleProps {
  letter: LetterContent;
  /** The language of the page that contains the letter. */
  page: Language;
  /** Level of the subject's heading: 1 if the letter is the page, 2 if it is a part of one. */
  level: 1 | 2;
  /** Inline style of the subject, for emails, which have no stylesheet. */
  subjectStyle?: string;
  /** The signatories, below the closing. */
  children?: ComponentChildren;
}

/** The letter as it would be printed: date, recipient, subject, text, closing. */
export function LetterArticle({ letter, page, level, subjectStyle, children }: LetterArticleProps): VNode {
  const Subject = level === 1 ? 'h1' : 'h2';
  return (
    <article class="sheet letter" id="letter" {...langAttribute(letter.language, page)}>
      <CorrectionLines of={letter} />
      {letter.date && <p>{letter.date}</p>}
      <Lines of={letter.recipient} />
      <Subject class="subject" {...(subjectStyle !== undefined && { style: subjectStyle })}>
        {letter.subject}
      </Subject>
      <Blocks of={letter.body} below={level} />
      <Lines of={letter.closing} />
      {letter.language === page ? children : <div {...langAttribute(page, letter.language)}>{children}</div>}
    </article>
  );
}

/** Line breaks separate the lines, because emails have no stylesheet. */
function Lines({ of }: { of: readonly string[] }): VNode | null {
  if (of.length === 0) return null;
  return (
    <p class="lines">
      {of.map((line, index) => (
        <>
          {index > 0 && <br />}
          <span>{line}</span>
        </>
      ))}
    </p>
  );
}
