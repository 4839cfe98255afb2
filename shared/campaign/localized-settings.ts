import { type Language, languages } from '../i18n/language.ts';
import type { Settings } from './settings.ts';

/**
 * A campaign's settings in one language, for a page, a mail or an error: `language`, `title` and `summary` are of that
 * language. `own` keeps the campaign's. Stored settings are in the campaign's own language.
 */
export type LocalizedSettings = Settings & { own?: OwnWords };

type OwnWords = Pick<Settings, 'language' | 'title' | 'summary'>;

const ownWords = ({ own, language, title, summary }: LocalizedSettings): OwnWords =>
  own ?? { language, title, summary };

/** The settings in another language. What is not translated stays in the campaign's own. */
export function inLanguage(settings: LocalizedSettings, language: Language): LocalizedSettings {
  const own = ownWords(settings);
  const translation = language === own.language ? undefined : settings.translations?.[language];
  const { title = own.title, summary = own.summary } = translation ?? {};
  return { ...settings, title, summary, language, own };
}

type PathSettings = Pick<Settings, 'slug' | 'language'> & { own?: Pick<OwnWords, 'language'> };

/** The path of a campaign's pages in the language of `settings`: `/slug/`, or `/slug/es/` for a translation. */
export const campaignPath = ({ slug, language, own = { language } }: PathSettings): string =>
  language === own.language ? `/${slug}/` : `/${slug}/${language}/`;

/** All languages, the campaign's own first. Its pages are at the root. */
export const languagesOf = ({ language: own }: Pick<Settings, 'language'>): Language[] => [
  own,
  ...languages.filter((language) => language !== own),
];

/** The folder of each language in the site's bucket, the campaign's own first: `slug/`, `slug/es/`. */
export const languageFolders = (settings: Settings): string[] =>
  languagesOf(settings).map((language) => campaignPath(inLanguage(settings, language)).slice(1));

/** The folder of the release's logos. All languages use the same. */
export const logosPath = ({ slug }: Pick<Settings, 'slug'>): string => `/${slug}/release/logos/`;

/** The campaign's own language, also for translated settings. */
export const ownLanguage = ({ language, own = { language } }: PathSettings): Language => own.language;

/** The language of a campaign's text, which may not be translated. */
export function textLanguage(
  settings: Pick<LocalizedSettings, 'language' | 'own' | 'translations'>,
  text: 'title' | 'summary' | 'attestation',
): Language {
  const { language, own, translations } = settings;
  if (!own || own.language === language) return language;
  const isTranslated = text !== 'attestation' && translations?.[language]?.[text] !== undefined;
  return isTranslated ? language : own.language;
}
