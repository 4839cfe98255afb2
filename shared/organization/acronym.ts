import { joiningWords } from './languages.ts';

/** Words whose initial an acronym may include or skip. */
const skippedInAcronyms = new Set([...joiningWords, 'a', 'an', 'y', 'e', 'o', 'van', 'di', 'da', 'do']);

/** Words that are initials themselves. An acronym may include all their letters: USCHR. */
const initialsInNames = new Set(['us', 'usa', 'uk', 'un', 'eeuu', 'ny', 'nyc', 'dc']);

/** Articles that an acronym may include even if the name was typed without them. */
const leftOutArticles = ['the', 'la'];

/**
 * Whether `word` consists of the initials of `words`, in order. It may include or skip articles and joining words,
 * also an article that the name was typed without. Two letters are often a state (`CA`), so three letters and three
 * words are needed, and one of the words may be an article.
 */
export function isAcronymOf(word: string, words: readonly string[]): boolean {
  const letters = Array.from(word);
  if (letters.length < 3 || words.length < 2) return false;
  return [words, ...leftOutArticles.map((article) => [article, ...words])].some(
    (all) => all.length > 2 && spells(letters, all),
  );
}

function spells(letters: readonly string[], words: readonly string[]): boolean {
  /** How many letters may be matched so far. */
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
