import type { Campaign } from '../campaign/campaign.ts';
import { missingGlyphs } from '../rendering/fonts/font-runs.ts';

/** Characters of a campaign's texts that the PDFs would print as an empty box: a line for each file. */
export function glyphWarnings({ texts, settings }: Campaign): string[] {
  return texts.flatMap(({ language, letter, release }) => {
    const ending = language === settings.language ? 'md' : `${language}.md`;
    const sources: [string, string | undefined][] = [
      [`letter.${ending}`, letter],
      [`release.${ending}`, release],
    ];
    return sources.flatMap(([file, source]) => {
      const missing = source === undefined ? [] : missingGlyphs(source);
      if (missing.length === 0) return [];
      const shown = missing.slice(0, 10).map((character) => `${character} (${codePoint(character)})`);
      return [`${file}: the PDF prints an empty box for ${shown.join(', ')}, which its typefaces lack.`];
    });
  });
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
