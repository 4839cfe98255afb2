import { foldLetters, isPlain } from './letters.ts';
import { lettersLikeLatin } from './letters-like-latin.ts';

let table: Map<string, string> | undefined;

/** The Latin letters that a letter of another script looks like, if any. */
function latinFor(letter: string): string | undefined {
  table ??= new Map(
    Object.entries(lettersLikeLatin).flatMap(([latin, letters]) =>
      Array.from(letters, (each): [string, string] => [each, latin]),
    ),
  );
  const upperCase = letter.toUpperCase();
  // A lowercase letter without an entry uses that of its capital: т uses Т, which looks like T.
  return table.get(letter) ?? (upperCase === letter ? undefined : table.get(upperCase)?.toLowerCase());
}

/**
 * A word with letters for the signs in it that look like them: a bar or an exclamation mark inside a word, "$" and "€"
 * beside letters, "@" before two letters. "Vecin@s" is written with its sign.
 */
const withoutSigns = (typed: string): string =>
  withPlainLetters(typed)
    .replace(/<3+/g, ' ')
    .replace(/(?<=\p{L})[|!¡](?=\p{Ll})/gu, 'l')
    .replace(/\$(?=\p{L}{2})|(?<=\p{L})\$/gu, 's')
    .replace(/(?<=\p{L})€(?=\p{L})/gu, 'e')
    .replace(/(?<=\p{L})@(?=\p{L}{2})/gu, 'a')
    .replace(/(?<=\p{L})[∆Δ](?=\p{L})/gu, 'a')
    .replace(/(?<=\p{L})¢(?=\p{L})/gu, 'c')
    .replace(/(?<=\p{L})†(?=\p{L})/gu, 't')
    .replace(/(?<=\p{L})[○◯●⭕⚪⚫](?=\p{L})/gu, 'o')
    // Another sign or picture in a word stands for one of its letters, or for none: it is one wrong letter.
    .replace(/(?<=\p{L})[\p{So}*](?=\p{Ll})/gu, '');

/** Where the letters A to Z begin that are drawn in circles and squares, and those of flags. NFKC leaves them. */
const framedAlphabets = [0x1f150, 0x1f170, 0x1f1e6];

const withPlainLetters = (typed: string): string =>
  typed.replace(/[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const first = framedAlphabets.findLast((each) => each <= code) ?? code;
    return String.fromCodePoint(0x41 + code - first);
  });

const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter);

/**
 * A Latin letter that looks like another one: ɑ, ɡ and ǀ of phonetics, but also ɓ of Hausa. Both are compared as a or b.
 * Whoever has no key for such a letter types these, too. Ø, Ł and others have a plain letter in every comparison.
 */
function withPlainLatin(letter: string): string {
  if (isPlain(letter) || isPlain(foldLetters(letter))) return letter;
  const lowerCase = letter.toLowerCase();
  return latinFor(letter) ?? latinFor(lowerCase)?.toUpperCase() ?? letter;
}

/**
 * Replaces the letters in a typed name that look like plain Latin ones by these, as the skeleton of UTS 39 does. For
 * letters of other scripts this applies to words that mix scripts and to words in which every letter looks Latin, so a
 * Greek or Russian name stays. The name must be as it was typed, because letters that look alike as capitals differ in
 * lower case.
 */
export function withLatinLetters(typed: string): string {
  if (isPlain(typed)) return withoutSigns(typed);
  return withoutSigns(typed.toWellFormed()).replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const letters = Array.from(word.normalize('NFKD'));
    const latin = letters.map((letter) => (isPlain(letter) ? letter : latinFor(letter)));
    const isForeign = letters.some((letter) => /\p{L}/u.test(letter) && !isLatin(letter));
    if (!isForeign) return word.replace(/\p{Script=Latin}/gu, withPlainLatin);
    const looksLatin = letters.every((letter, at) => latin[at] !== undefined || /\p{M}/u.test(letter));
    if (!looksLatin && !letters.some(isLatin)) return word;
    return letters.map((letter, at) => latin[at] ?? letter).join('');
  });
}

/** Scripts that may be mixed with Latin letters, because nobody takes their letters for Latin ones. */
const besideLatin = [
  /^[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]+$/u,
  /^[\p{sc=Latin}\p{sc=Thai}]+$/u,
  /^[\p{sc=Latin}\p{sc=Lao}]+$/u,
  /^[\p{sc=Latin}\p{sc=Khmer}]+$/u,
  /^[\p{sc=Latin}\p{sc=Myanmar}]+$/u,
  /^[\p{sc=Latin}\p{sc=Arabic}]+$/u,
  /^[\p{sc=Latin}\p{sc=Hebrew}]+$/u,
  /^[\p{sc=Latin}\p{sc=Devanagari}]+$/u,
];

/**
 * Languages of the Pacific Northwest write these Greek letters beside Latin ones, in words that have other letters of
 * theirs.
 */
const ofSalish = /[əɬƛʔ]|\u0313/u;
const greekInSalish = /[θχβλ]/giu;

/**
 * Whether a word of the name mixes letters of two scripts, which rarely happens by accident: a Greek Η in "Ηarbor".
 * Allowed are mixes in Japanese, Korean and Chinese, Latin letters with scripts without look-alikes (the "Moderately
 * Restrictive" level of UTS 39), and different words in different scripts.
 */
export function hasMixedScripts(name: string): boolean {
  if (isPlain(name)) return false;
  const words =
    name
      .toWellFormed()
      .normalize('NFKC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.some((word) => {
    const written = ofSalish.test(word) ? word.replace(greekInSalish, '') : word;
    const letters = written.replace(/[^\p{L}]|[\p{sc=Common}\p{sc=Inherited}]/gu, '');
    const [first = ''] = letters;
    if (first === '' || besideLatin.some((scripts) => scripts.test(letters))) return false;
    return !Object.values(scriptsAlone).some((script) => script.test(letters));
  });
}

/** Each script with letters that look Latin, and one group for all other scripts. */
const scriptsAlone = {
  greek: /^\p{sc=Greek}+$/u,
  cyrillic: /^\p{sc=Cyrillic}+$/u,
  others: /^[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]+$/u,
};
