import { joiningWords } from './languages.ts';

/** Words whose initial an acronym may include or skip. */
const skippedInAcronyms = new Set([...joiningWords, 'a', 'an', 'y', 'e', 'o', 'van', 'di', 'da', 'do']);

/** Words that are initials themselves. An acronym may include all their letters, or none: USCHR, CHR. */
const initialsInNames = new Set(['us', 'usa', 'uk', 'un', 'eeuu', 'ny', 'nyc', 'dc']);

/** Articles that an acronym may include even if the name was typed without them. */
const leftOutArticles = ['the', 'la'];

/**
 * Whether `word` consists of the initials of `words`, in order. It may include or skip articles and joining words,
 * also an article that the name was typed without. Two letters are often a state (`CA`), so three letters and three
 * words are needed, and one of the words may be an article.
 */
export function isAcronymOf(word: string, words: readonly string[]): boolean {
  if (Array.from(word).length < 3 || words.length < 2) return false;
  return [words, ...leftOutArticles.map((article) => [article, ...words])].some(
    (all) => all.length > 2 && spells(word, all),
  );
}

function spells(acronym: string, words: readonly string[]): boolean {
  /** Up to where letters may be matched so far. */
  let reached = new Set([0]);
  for (const word of words) {
    const isInitials = initialsInNames.has(word);
    const parts = isInitials ? [word.slice(0, 1), word] : Array.from(word).slice(0, 1);
    const next = new Set(isInitials || skippedInAcronyms.has(word) ? reached : []);
    for (const end of reached)
      for (const part of parts) if (acronym.startsWith(part, end)) next.add(end + part.length);
    reached = next;
    if (reached.size === 0) return false;
  }
  return reached.has(acronym.length);
}
