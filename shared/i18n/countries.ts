import { countryCodes } from './country-codes.ts';
import type { Language } from './language.ts';

/** Making one takes a thousand times as long as using it, and a list uses the same one for every line. */
const displayNames = new Map<Language, Intl.DisplayNames>();

function displayNamesIn(language: Language): Intl.DisplayNames {
  const known = displayNames.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  displayNames.set(language, known);
  return known;
}

/** A country's name in a language; a code that nobody knows is its own name. */
export const countryName = (language: Language, code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (displayNamesIn(language).of(code) ?? code) : code;

type Named = readonly [code: string, name: string];

const lists = new Map<Language, readonly Named[]>();

/**
 * Every country as code and name, in the language's alphabetical order; `first` comes before them all, where most
 * people look for it.
 */
export function countries(language: Language, first?: string): readonly Named[] {
  const all = lists.get(language) ?? namesOf(language);
  lists.set(language, all);
  return [...all.filter(([code]) => code === first), ...all.filter(([code]) => code !== first)];
}

function namesOf(language: Language): Named[] {
  const names = displayNamesIn(language);
  return countryCodes
    .map((code): Named => [code, names.of(code) ?? code])
    .sort(([, one], [, other]) => one.localeCompare(other, language));
}

const byTimeZone = new Map<string, string | undefined>();

/**
 * The country that a time zone belongs to, as the CLDR has it: most signers of a campaign live there. UTC is nobody's.
 */
export function likelyCountry(timeZone: string): string | undefined {
  if (!byTimeZone.has(timeZone))
    byTimeZone.set(
      timeZone,
      countryCodes.find((code) => timeZonesOf(code).includes(timeZone)),
    );
  return byTimeZone.get(timeZone);
}

function timeZonesOf(code: string): string[] {
  // Part of ECMA-402 (Intl Locale Info), not yet of TypeScript's library.
  const locale: Intl.Locale & { getTimeZones?: () => string[] } = new Intl.Locale(`und-${code}`);
  return locale.getTimeZones?.() ?? [];
}
