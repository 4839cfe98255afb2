/**
 * Whether texts contain each of the words, in any order and case, without accents. The address of a website is found
 * also if it is typed as a browser shows it, with the scheme, `www.` and a slash at the end.
 */
export function areWordsIn(texts: readonly (string | undefined)[], words: string): boolean {
  const folded = texts.flatMap((text) => (text === undefined ? [] : [fold(text)]));
  return wordsOf(words).every((word) => folded.some((text) => text.includes(word)));
}

const wordsOf = (words: string): string[] =>
  fold(words)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/+$/, '') || word);

/** Text of ASCII letters has no accents. Most text is of that kind, and a search folds much of it. */
const isAscii = /^[\x20-\x7e]*$/;

const fold = (text: string): string =>
  (isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
