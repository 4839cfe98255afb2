import type { Language } from './language.ts';

/** Forms of a word by number: `many` is for Spanish and French millions ("1.000.000 de organizaciones"). */
export interface PluralForms {
  one: string;
  many?: string;
  other: string;
}

/**
 * Making a formatter takes a thousand times as long as using one, and a text or a list uses the same one again and
 * again.
 */
function memoizeByLanguage<Format>(make: (language: Language) => Format): (language: Language) => Format {
  const formats = new Map<Language, Format>();
  return (language) => {
    const format = formats.get(language) ?? make(language);
    formats.set(language, format);
    return format;
  };
}

const numberFormat = memoizeByLanguage((language) => new Intl.NumberFormat(language));
const pluralRules = memoizeByLanguage((language) => new Intl.PluralRules(language));

/** A number in digits, grouped as the language does. */
export const number = (language: Language, value: number): string => numberFormat(language).format(value);

/** The form that the language's plural rules choose for `value`. */
export function plural(language: Language, value: number, forms: PluralForms): string {
  const rule = pluralRules(language).select(value);
  if (rule === 'one') return forms.one;
  return rule === 'many' && forms.many !== undefined ? forms.many : forms.other;
}

/** Number and noun, as in "1 organization", "2 organizations". */
export const numberWithNoun = (language: Language, value: number, forms: PluralForms): string =>
  `${number(language, value)} ${plural(language, value, forms)}`;

/** What a language is called in another one, as in "Spanish", "inglés". */
export const languageName = (language: Language, named: Language): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(named) ?? named;

/** Newer ICU data put a narrow no-break space before AM and PM, which some mail fonts lack. */
const withPlainSpaces = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** Unicode's data write "1 décembre" where French writes "1er décembre". */
const dateText = (language: Language, text: string): string =>
  withPlainSpaces(language === 'fr' ? text.replace(/^1(?= \p{L})/u, '1er') : text);

const dateTimeFormats = new Map<string, Intl.DateTimeFormat>();

/** The formatter of a locale and its options, made once. */
function dateTimeFormat(
  locale: Language | 'fr-CA',
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateTimeFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateTimeFormats.set(key, format);
  return format;
}

/** A day in words, as in "December 2, 2026", of an instant (ISO 8601) in a time zone. */
export const longDate = (language: Language, timeZone: string, instant: string): string =>
  dateText(language, dateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(instant)));

/** A day given as YYYY-MM-DD in words: it is a date, so no time zone can move it. */
export const longDay = (language: Language, day: string): string =>
  longDate(language, 'UTC', `${day}T00:00:00.000Z`);

/** An hour as French writes it: "9 h 05", "10 h", with spaces at which no line ends. */
const frenchHour = (hour: string, minute: string): string =>
  `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;

/**
 * A minute in words with its time zone, as in "December 2, 2026 at 10:00 AM EST". In French: "2 décembre 2026 à 10 h,
 * heure de l’Est", with Canada's names of time zones.
 */
export function longTime(language: Language, timeZone: string, instant: string): string {
  if (language === 'fr') {
    const { hour = '', minute = '', timeZoneName = '' } = clockParts('fr-CA', timeZone, instant);
    return `${longDate(language, timeZone, instant)} à ${frenchHour(hour, minute)}, ${timeZoneName}`;
  }
  return withPlainSpaces(
    dateTimeFormat(language, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
      timeZoneName: language === 'en' ? 'short' : 'longGeneric',
    }).format(new Date(instant)),
  );
}

type DateTimeParts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** Day, time and time zone in pieces, the month as a number. */
function clockParts(locale: Language | 'fr-CA', timeZone: string, instant: string): DateTimeParts {
  const isEnglish = locale === 'en';
  return Object.fromEntries(
    dateTimeFormat(locale, {
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hour12: isEnglish,
      timeZone,
      timeZoneName: isEnglish ? 'shortGeneric' : 'longGeneric',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
}

/** Months as the Associated Press abbreviates them with a day: the five short ones stand in full. */
const pressMonths = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/**
 * The end of an embargo as newsrooms write it: "Dec. 2, 10:00 a.m. ET" in English, and day, time and time zone in other
 * languages: "2 de diciembre, 10:00 (hora oriental)", "2 décembre à 10 h (heure de l’Est)".
 */
export function embargoTime(language: Language, timeZone: string, instant: string): string {
  const parts = clockParts(language === 'fr' ? 'fr-CA' : language, timeZone, instant);
  const { month = '', day = '', hour = '', minute = '', dayPeriod = '', timeZoneName = '' } = parts;
  if (language === 'en') {
    const half = dayPeriod.toLowerCase().startsWith('a') ? 'a.m.' : 'p.m.';
    return `${pressMonths[Number(month) - 1]} ${day}, ${hour}:${minute} ${half} ${timeZoneName}`;
  }
  const date = dateText(
    language,
    dateTimeFormat(language, { month: 'long', day: 'numeric', timeZone }).format(new Date(instant)),
  );
  return language === 'fr'
    ? `${date} à ${frenchHour(hour, minute)} (${timeZoneName})`
    : `${date}, ${hour}:${minute} (${timeZoneName})`;
}

/**
 * The last minute before an instant: `closesAt` is the first at which it is too late, people read the last that is not.
 */
export const minuteBefore = (instant: string): string => new Date(Date.parse(instant) - 60_000).toISOString();

/** `days` later than an instant, ISO 8601. */
export const daysLater = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();
