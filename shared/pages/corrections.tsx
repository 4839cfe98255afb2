import type { VNode } from 'preact';
import type { LetterContent } from '../content/content.ts';
import { texts } from './locales/texts.ts';
import { oneLine } from './readable.ts';

/** The dated lines above a text that was corrected, and the way to the first one. */
export function CorrectionLines({
  of: { corrections, language },
  style,
}: {
  of: Pick<LetterContent, 'corrections' | 'language'>;
  /** Inline style for mails, which have no stylesheet. */
  style?: string;
}): VNode | null {
  if (!corrections) return null;
  const { line, original } = texts(language).correction;
  const styled = style === undefined ? {} : { style };
  return (
    <div class="correction" {...styled}>
      {corrections.lines.map(({ date, note }) => (
        <p>
          <strong>{line(date)}</strong> {oneLine(note)}
        </p>
      ))}
      <p>
        {original} <a href={corrections.originalUrl}>{corrections.originalUrl}</a>
      </p>
    </div>
  );
}
