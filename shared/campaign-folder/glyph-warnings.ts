import type { Campaign } from '../campaign/campaign.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import { missingGlyphs } from '../rendering/fonts/font-runs.ts';

const maxShown = 10;

/** Characters of a campaign's texts that the PDFs would show as an empty box: a line for each file. */
export function glyphWarnings({ texts, settings }: Campaign): Localized<string>[] {
  return texts.flatMap(({ language, letter, release }) => {
    const ending = language === settings.language ? 'md' : `${language}.md`;
    const sources: [string, string | undefined][] = [
      [`letter.${ending}`, letter],
      [`release.${ending}`, release],
    ];
    return sources.flatMap(([file, source]): Localized<string>[] => {
      const missing = source === undefined ? [] : missingGlyphs(source);
      if (missing.length === 0) return [];
      const shown = missing.slice(0, maxShown).map((character) => `${character} (${codePoint(character)})`);
      const more = missing.length - shown.length;
      return [(t) => t.warnings.noGlyphs(file, shown, more)];
    });
  });
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
