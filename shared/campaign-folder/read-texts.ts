import type { TranslatedTexts } from '../campaign/campaign.ts';
import type { Settings, TranslatedWords } from '../campaign/settings.ts';
import { type Language, languages } from '../i18n/language.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import { textFile } from './check-files.ts';
import { checkTexts } from './check-texts.ts';
import { type LetterSource, readLetter, readTranslatedLetter } from './letter.ts';
import { formatKeyPath, type Mistake } from './mistakes.ts';
import { type ReleaseSource, readRelease } from './release.ts';
import { releaseMarkdownKeys } from './release-source.ts';
import { missingWords, translatedWords, translationMistakes } from './translated-words.ts';

export interface CheckedTexts {
  letter: string | undefined;
  release: string | undefined;
  /** The release's parts, to check its quotes. */
  ownRelease: ReleaseSource | undefined;
  translatedReleases: { file: string; release: ReleaseSource }[];
  /** The parts of the letters and releases in all languages. */
  letters: LetterSource[];
  releases: ReleaseSource[];
  translations: TranslatedTexts[];
  /** The campaign's own words in the languages of `translations`. */
  translatedTitles: NonNullable<Settings['translations']>;
  mistakes: Mistake[];
  warnings: Localized<string>[];
}

/** Reads letter and release of a folder in every language. `settings` are the campaign's, as far as they are known. */
export function readTexts(files: ReadonlyMap<string, string>, settings: Settings | undefined): CheckedTexts {
  const [letter, release] = [files.get('letter.md'), files.get('release.md')];
  const mistakes: Mistake[] = [];
  const ownLetter = letter === undefined ? undefined : readLetter(letter);
  if (ownLetter) mistakes.push(...ownLetter.mistakes, ...checkTexts('letter.md', ownLetter));
  const ownRelease = release === undefined ? undefined : readRelease(release);
  if (ownRelease)
    mistakes.push(...ownRelease.mistakes, ...checkTexts('release.md', ownRelease, releaseMarkdownKeys));
  const others = languages.map((language) => readTranslation(files, language, settings, ownRelease));
  return {
    letter,
    release,
    ownRelease,
    translatedReleases: others.flatMap((other) => other.release ?? []),
    letters: [ownLetter, ...others.map((other) => other.letter)].filter((each) => each !== undefined),
    releases: [ownRelease, ...others.map((other) => other.release?.release)].filter(
      (each) => each !== undefined,
    ),
    translations: others.flatMap(({ texts }) => (texts ? [texts] : [])),
    translatedTitles: Object.fromEntries(
      others.flatMap(({ texts, words }) => (texts && words ? [[texts.language, words]] : [])),
    ),
    mistakes: [...mistakes, ...others.flatMap((other) => other.mistakes)],
    warnings: others.flatMap(({ warnings }) => warnings),
  };
}

interface CheckedTranslation {
  texts?: TranslatedTexts;
  words?: TranslatedWords | undefined;
  letter?: LetterSource;
  release?: { file: string; release: ReleaseSource };
  mistakes: Mistake[];
  warnings: Localized<string>[];
}

function readTranslation(
  files: ReadonlyMap<string, string>,
  language: Language,
  settings: Settings | undefined,
  ownRelease: ReleaseSource | undefined,
): CheckedTranslation {
  const own = settings?.language;
  const names = { letter: textFile('letter', language), release: textFile('release', language) };
  const letter = files.get(names.letter);
  const release = files.get(names.release);
  if (letter === undefined && release === undefined) return { mistakes: [], warnings: [] };
  if (language === own) return { mistakes: Object.values(names).flatMap(ownFile(files, own)), warnings: [] };
  const letterFile = letter === undefined ? undefined : readTranslatedLetter(letter, names.letter);
  const releaseFile = release === undefined ? undefined : readRelease(release, names.release);
  const words = letterFile && translatedWords(letterFile);
  return {
    texts: { language, ...(letter !== undefined && { letter }), ...(release !== undefined && { release }) },
    ...(letterFile && { letter: letterFile }),
    ...(releaseFile && { release: { file: names.release, release: releaseFile } }),
    ...(words && { words }),
    mistakes: [
      ...(letterFile?.mistakes ?? []),
      ...(letterFile ? checkTexts(names.letter, letterFile) : []),
      ...(letterFile && settings ? translationMistakes(names.letter, letterFile, settings) : []),
      ...(releaseFile?.mistakes ?? []),
      ...(releaseFile ? checkTexts(names.release, releaseFile, releaseMarkdownKeys) : []),
      ...(releaseFile ? logosOnlyInTranslation(names.release, releaseFile, ownRelease) : []),
    ],
    warnings: [
      ...(letterFile ? missingWords(names.letter, letterFile, settings) : []),
      ...(letter === undefined ? [untranslated(names.letter, 'letter')] : []),
      ...(release === undefined ? [untranslated(names.release, 'release')] : []),
    ],
  };
}

/** A translation gives the release's logos other words; it has none of its own. */
function logosOnlyInTranslation(
  file: string,
  { keys, front }: ReleaseSource,
  own: ReleaseSource | undefined,
): Mistake[] {
  const { logos } = own?.keys ?? {};
  return (keys?.logos ?? []).flatMap((logo, index): Mistake[] => {
    if (!logos || logos.some((each) => each.file === logo.file)) return [];
    const path = ['logos', index, 'file'];
    return [
      {
        file,
        line: front.lineOf(path),
        key: formatKeyPath(path),
        words: (t) => t.logos.onlyInTranslation(logo.file),
      },
    ];
  });
}

const untranslated =
  (file: string, document: 'letter' | 'release'): Localized<string> =>
  (t) =>
    t.warnings.untranslated(file, document);

const ownFile =
  (files: ReadonlyMap<string, string>, own: Language) =>
  (file: string): Mistake[] =>
    files.has(file) && files.has(file.replace(`.${own}.`, '.'))
      ? [{ file, line: 1, words: (t) => t.files.ownLanguage(own, file.replace(`.${own}.`, '.')) }]
      : [];
