/** Whether a text contains words, in any case and without accents. */
export const wordsIn = (text: string | undefined, words: string): boolean =>
  text !== undefined && fold(text).includes(fold(words));

/** Text of ASCII letters has no accents. Most text is of that kind, and a search folds much of it. */
const isAscii = /^[\x20-\x7e]*$/;

const fold = (text: string): string =>
  (isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
