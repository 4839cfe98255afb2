import { inLanguage, type LocalizedSettings } from '../campaign/localized-settings.ts';
import { letterIn, releaseIn } from '../campaign-folder/texts-in-language.ts';
import type { Language } from '../i18n/language.ts';
import { correctionLines } from '../operations/publishing/correction-lines.ts';
import type { CorrectedDocument, Correction } from '../operations/publishing/corrections.ts';
import type { LetterContent, ReleaseContent, TextFacts } from '../rendering/document/content.ts';
import type { Snapshot } from './snapshot.ts';

export interface PublishedTexts {
  letter: LetterContent;
  release: ReleaseContent;
  /** The first published texts, of those that were corrected since. */
  originals: { letter?: LetterContent; release?: ReleaseContent };
}

/**
 * The current letter and release in one language: the last correction's, else the snapshot's. Numbers and date are the
 * snapshot's.
 */
export function publishedTexts(
  language: Language,
  snapshot: Pick<Snapshot, 'settings' | 'letter' | 'release' | 'logos' | 'translations'>,
  corrections: readonly Correction[],
  factsOf: (settings: LocalizedSettings) => TextFacts,
): PublishedTexts {
  const { settings } = snapshot;
  const first = { settings, translations: snapshot.translations, factsOf };
  const last = corrections.at(-1);
  const latest = last?.texts;
  const own = latest?.find((texts) => texts.language === settings.language);
  const now = { ...first, ...(latest && { translations: latest.filter((texts) => texts !== own) }) };
  const letter = letterIn(language, { ...now, source: own?.letter ?? snapshot.letter });
  const release = releaseIn(language, {
    ...now,
    source: own?.release ?? snapshot.release,
    logos: last ? last.logos : snapshot.logos,
  });
  const facts = factsOf(inLanguage(settings, language));
  const above = (document: CorrectedDocument, written: Language) =>
    correctionLines(corrections, document, { ...facts, language: written });
  const [aboveLetter, aboveRelease] = [above('letter', letter.language), above('release', release.language)];
  return {
    letter: { ...letter, ...aboveLetter },
    release: { ...release, ...aboveRelease },
    originals: {
      ...(aboveLetter.corrections && { letter: letterIn(language, { ...first, source: snapshot.letter }) }),
      ...(aboveRelease.corrections && {
        release: releaseIn(language, { ...first, source: snapshot.release, logos: snapshot.logos }),
      }),
    },
  };
}
