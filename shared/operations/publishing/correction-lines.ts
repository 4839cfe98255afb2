import { longDate } from '../../i18n/formats.ts';
import type { Corrections, TextFacts } from '../../rendering/document/content.ts';
import { originalUrl } from '../../rendering/document/text-facts.ts';
import type { CorrectedDocument, Correction } from './corrections.ts';

/** The lines above a corrected text, the latest first. Empty if it was never corrected. */
export function correctionLines(
  corrections: readonly Correction[],
  document: CorrectedDocument,
  { language, timeZone, releaseUrl }: Pick<TextFacts, 'language' | 'timeZone' | 'releaseUrl'>,
): { corrections?: Corrections } {
  const lines = corrections
    .filter(({ documents }) => documents.includes(document))
    .map(({ at, note }) => ({ date: longDate(language, timeZone, at), note }))
    .toReversed();
  if (lines.length === 0) return {};
  return { corrections: { lines, originalUrl: originalUrl(document, releaseUrl) } };
}
