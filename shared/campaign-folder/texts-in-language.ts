import type { TranslatedTexts } from '../campaign/campaign.ts';
import { letterHash } from '../campaign/letter-hashes.ts';
import { inLanguage, type LocalizedSettings } from '../campaign/localized-settings.ts';
import type { Logo } from '../campaign/logo.ts';
import type { Settings } from '../campaign/settings.ts';
import { languageName } from '../i18n/formats.ts';
import type { Language } from '../i18n/language.ts';
import { texts } from '../i18n/texts.ts';
import type { LetterContent, ReleaseContent, TextFacts } from '../rendering/document/content.ts';
import { renderLetter } from './letter.ts';
import { renderRelease } from './release.ts';

interface Sources<Document extends 'letter' | 'release'> {
  /** In the campaign's own language. */
  settings: Settings;
  source: string;
  translations: readonly Pick<TranslatedTexts, 'language' | Document>[] | undefined;
  /** What the texts can name, in the language of the settings. */
  factsOf: (settings: LocalizedSettings) => TextFacts;
}

/** The letter in a language. If it is not translated, in the campaign's own. */
export function letterIn(language: Language, sources: Sources<'letter'>): LetterContent {
  const { settings, source, translations, factsOf } = sources;
  const translated = translations?.find((each) => each.language === language)?.letter;
  const hash = letterHash(translated ?? source);
  if (translated === undefined) return { ...renderLetter(source, factsOf(settings)), hash };
  return { ...renderLetter(translated, factsOf(inLanguage(settings, language))), hash };
}

/**
 * The release in a language, in the same way: it may be translated where the letter is not. Its logos are those of the
 * campaign's own language; a translation may give them other words and links.
 */
export function releaseIn(
  language: Language,
  { logos, ...sources }: Sources<'release'> & { logos?: readonly Logo[] | undefined },
): ReleaseContent {
  const { settings, source, translations, factsOf } = sources;
  const translated = translations?.find((each) => each.language === language)?.release;
  const own = renderRelease(source, factsOf(settings), logos);
  if (translated === undefined) return own;
  const release = renderRelease(translated, factsOf(inLanguage(settings, language)), logos);
  const inOwnOrder = own.logos?.map((logo) => release.logos?.find(({ file }) => file === logo.file) ?? logo);
  return { ...release, ...(inOwnOrder && { logos: inOwnOrder }) };
}

/** The notice above a text that is not in the language of its tree. Undefined above any other. */
export function untranslatedNotice(
  document: 'letter' | 'release',
  { language }: { language: Language },
  tree: Language,
): string {
  if (language === tree) return '';
  return `${texts(tree).untranslated[document](languageName(tree, language))}\n\n`;
}
