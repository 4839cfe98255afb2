import { type Language, languages } from '../i18n/language.ts';
import type { Settings } from './settings.ts';

/**
 * A campaign's settings as a page, a mail or an error in one language says them: `language`, `title` and `summary` are
 * that language's, and `own` keeps the campaign's. Settings as they are stored are in the campaign's own language.
 */
export type LocalizedSettings = Settings & { own?: OwnWords };

type OwnWords = Pick<Settings, 'language' | 'title' | 'summary'>;

const ownWords = ({ own, language, title, summary }: LocalizedSettings): OwnWords =>
  own ?? { language, title, summary };

/** The settings in another language; what is not translated stays in the campaign's own. */
export function inLanguage(settings: LocalizedSettings, language: Language): LocalizedSettings {
  const own = ownWords(settings);
  const translation = language === own.language ? undefined : settings.translations?.[language];
  const { title = own.title, summary = own.summary } = translation ?? {};
  return { ...settings, title, summary, language, own };
}

type PathSettings = Pick<Settings, 'slug' | 'language'> & { own?: Pick<OwnWords, 'language'> };

/** Where a campaign's pages in the language of `settings` begin: `/slug/`, or `/slug/es/` in another than its own. */
export const campaignPath = ({ slug, language, own = { language } }: PathSettings): string =>
  language === own.language ? `/${slug}/` : `/${slug}/${language}/`;

/** The campaign's own language first, whose pages stand at its root. */
export const languagesOf = ({ language: own }: Pick<Settings, 'language'>): Language[] => [
  own,
  ...languages.filter((language) => language !== own),
];

/** Where the files of each language begin in the site's bucket, its own first: `slug/`, `slug/es/`. */
export const languageFolders = (settings: Settings): string[] =>
  languagesOf(settings).map((language) => campaignPath(inLanguage(settings, language)).slice(1));

/** Where the logos of its release are: pictures are in no language. */
export const logosPath = ({ slug }: Pick<Settings, 'slug'>): string => `/${slug}/release/logos/`;

/** The campaign's own language, whichever the settings are in. */
export const ownLanguage = ({ language, own = { language } }: PathSettings): Language => own.language;

/** The language that a text of the campaign is in, which may not be translated. */
export function textLanguage(
  settings: Pick<LocalizedSettings, 'language' | 'own' | 'translations'>,
  text: 'title' | 'summary' | 'attestation',
): Language {
  const { language, own, translations } = settings;
  if (!own || own.language === language) return language;
  const isTranslated = text !== 'attestation' && translations?.[language]?.[text] !== undefined;
  return isTranslated ? language : own.language;
}
