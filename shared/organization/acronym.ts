import { joiningWords } from './languages.ts';

/** Words for which an acronym may have a letter or not. */
const skippedInAcronyms = new Set([...joiningWords, 'a', 'an', 'y', 'e', 'o', 'van', 'di', 'da', 'do']);

/** Words that are initials themselves, so that an acronym may have all their letters: USCHR. */
const initialsInNames = new Set(['us', 'usa', 'uk', 'un', 'eeuu', 'ny', 'nyc', 'dc']);

/** Articles that a name may have been typed without and its acronym still counts. */
const leftOutArticles = ['the', 'la'];

/**
 * Whether `word` is made of the initials of `words`, in this order. Articles and joining words may have a letter or
 * not, also an article that the name was typed without. Two letters are too often a state (`CA`), so it takes three,
 * and three words, of which an article may be one.
 */
export function isAcronymOf(word: string, words: readonly string[]): boolean {
  const letters = Array.from(word);
  if (letters.length < 3 || words.length < 2) return false;
  return [words, ...leftOutArticles.map((article) => [article, ...words])].some(
    (all) => all.length > 2 && spells(letters, all),
  );
}

function spells(letters: readonly string[], words: readonly string[]): boolean {
  /** The numbers of letters that may be matched so far. */
  let reached = new Set([0]);
  for (const word of words) {
    const parts = initialsInNames.has(word) ? [word.slice(0, 1), word] : Array.from(word).slice(0, 1);
    const next = skippedInAcronyms.has(word) ? [...reached] : [];
    for (const count of reached)
      for (const part of parts)
        if (letters.slice(count, count + part.length).join('') === part) next.push(count + part.length);
    reached = new Set(next);
    if (reached.size === 0) return false;
  }
  return reached.has(letters.length);
}
