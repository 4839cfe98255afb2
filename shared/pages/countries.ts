import type { Language } from '../campaign/settings.ts';
import { countryCodes } from '../sign-on/countries.ts';

/** A country's name in a language; a code that nobody knows is its own name. */
export const countryName = (language: Language, code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code;

const lists = new Map<Language, readonly [code: string, name: string][]>();

/** Every country as code and name, in the language's alphabetical order. Made once a language, when first asked for. */
export function countries(language: Language): readonly [code: string, name: string][] {
  const known = lists.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const list = countryCodes.map((code): [string, string] => [code, names.of(code) ?? code]);
  list.sort(([, one], [, other]) => one.localeCompare(other, language));
  lists.set(language, list);
  return list;
}
