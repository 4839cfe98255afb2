import { type Language, languages } from '../i18n/language.ts';
import type { ShownQuestion } from './questions.ts';
import type { Settings, TranslatedWords } from './settings.ts';

/**
 * A campaign's settings in one language, for a page, a mail or an error: `language` and the campaign's own words are of
 * that language. `own` keeps the campaign's. Stored settings are in the campaign's own language.
 */
export type LocalizedSettings = Settings & { own?: OwnWords };

/** Words of a campaign that its translated letters translate. */
const translatedKeys = ['title', 'summary', 'attestation', 'newsletter', 'thanks'] as const;

type OwnWords = Pick<Settings, 'language' | (typeof translatedKeys)[number]>;

const ownWords = ({ own, language, title, summary, attestation, newsletter, thanks }: LocalizedSettings) =>
  own ?? { language, title, summary, attestation, newsletter, thanks };

/** The settings in another language. What is not translated stays in the campaign's own. */
export function inLanguage(settings: LocalizedSettings, language: Language): LocalizedSettings {
  const own = ownWords(settings);
  const words = translationIn(settings, language);
  const {
    title = own.title,
    summary = own.summary,
    attestation = own.attestation,
    newsletter = own.newsletter,
    thanks = own.thanks,
  } = words ?? {};
  return { ...settings, title, summary, attestation, newsletter, thanks, language, own };
}

const translationIn = (
  settings: Pick<LocalizedSettings, 'language' | 'own' | 'translations'>,
  language: Language,
): TranslatedWords | undefined =>
  language === (settings.own ?? settings).language ? undefined : settings.translations?.[language];

/** What is needed of a campaign to put its own questions in a language. */
export type QuestionSettings = Pick<LocalizedSettings, 'language' | 'own' | 'translations' | 'questions'>;

/**
 * The campaign's questions in a language, that of the settings if not said; in its own where they are not translated.
 */
export function shownQuestions(settings: QuestionSettings, language = settings.language): ShownQuestion[] {
  const isOwn = language === (settings.own ?? settings).language;
  const translated = translationIn(settings, language)?.questions ?? {};
  return (settings.questions ?? []).map(({ options = [], ...question }) => {
    const words = Object.hasOwn(translated, question.id) ? translated[question.id] : undefined;
    return {
      ...question,
      label: words?.label ?? question.label,
      options: options.map((value, index) => ({ value, label: words?.options?.[index] ?? value })),
      isTranslated: isOwn || words?.label !== undefined,
    };
  });
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
  text: (typeof translatedKeys)[number],
): Language {
  const { language, own, translations } = settings;
  if (!own || own.language === language) return language;
  return translations?.[language]?.[text] === undefined ? own.language : language;
}
