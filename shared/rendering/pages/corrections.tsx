import type { VNode } from 'preact';
import { texts } from '../../i18n/texts.ts';
import type { LetterContent } from '../document/content.ts';
import { safeSubject } from '../document/safe-text.ts';

/** The dated lines above a corrected text, and the link to the first version. */
export function CorrectionLines({
  of: { corrections, language },
  style,
}: {
  of: Pick<LetterContent, 'corrections' | 'language'>;
  /** Inline style for emails, which have no stylesheet. */
  style?: string;
}): VNode | null {
  if (!corrections) return null;
  const { line, original } = texts(language).correction;
  const styled = style === undefined ? {} : { style };
  return (
    <div class="correction" {...styled}>
      {corrections.lines.map(({ date, note }) => (
        <p>
          <strong>{line(date)}</strong> {safeSubject(note)}
        </p>
      ))}
      <p>
        {original} <a href={corrections.originalUrl}>{corrections.originalUrl}</a>
      </p>
    </div>
  );
}
