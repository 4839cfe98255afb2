import { joiningWords, languagesOf } from './languages.ts';

/** Words whose initial an acronym may include or skip. */
const skippedInAcronyms = new Set([...joiningWords, 'a', 'an', 'y', 'e', 'o', 'van', 'di', 'da', 'do']);

/** Words that are initials themselves. An acronym may include all their letters, or none: USCHR, CHR. */
export const initialsInNames: ReadonlySet<string> = new Set([
  'us',
  'usa',
  'uk',
  'un',
  'eeuu',
  'ny',
  'nyc',
  'dc',
]);

/** Articles that an acronym may include even if the name was typed without them. */
const leftOutArticles = ['the', 'la'];

/**
 * Whether `word` consists of the initials of `words`, in order. It may include or skip articles and joining words,
 * also an article that the name was typed without. Two letters are often a state (`CA`), so three letters and three
 * words are needed, and one of the words may be an article.
 */
export function isAcronymOf(word: string, words: readonly string[]): boolean {
  if (Array.from(word).length < 3 || words.length < 2 || !maySpell(word, words)) return false;
  return [words, ...leftOutArticles.map((article) => [article, ...words])].some(
    (all) => all.length > 2 && spells(word, all),
  );
}

/**
 * Whether each word that must be in the acronym can have its letter, and each letter a word. Spares the search, since
 * a name can repeat "and" a hundred times.
 */
function maySpell(acronym: string, words: readonly string[]): boolean {
  let needed = 0;
  for (const word of words) if (!skippedInAcronyms.has(word) && !initialsInNames.has(word)) needed += 1;
  if (needed > acronym.length) return false;
  return Array.from(acronym).every(
    (letter) =>
      leftOutArticles.some((article) => article.includes(letter)) ||
      words.some(
        (word) =>
          word.startsWith(letter) ||
          (word[1] === letter && elided.test(word)) ||
          (initialsInNames.has(word) && word.includes(letter)),
      ),
  );
}

/** "l'homme" and "d'action" in a French name, without the apostrophe. The acronym has the letter of the noun. */
const elided = /^[ld](?=[aeiouh])/;
const isFrenchName = (words: readonly string[]): boolean =>
  words.some((word, at) => elided.test(word) && words[at - 1] === 'de') || languagesOf(words).includes('fr');

function spells(acronym: string, words: readonly string[]): boolean {
  const isFrench = words.some((word) => elided.test(word)) && isFrenchName(words);
  /** Up to where letters may be matched so far. */
  let reached = new Set([0]);
  for (const word of words) {
    const isInitials = initialsInNames.has(word);
    const first = Array.from(word).slice(0, isFrench && elided.test(word) ? 2 : 1);
    const parts = isInitials ? [word.slice(0, 1), word] : first;
    const next = new Set(isInitials || skippedInAcronyms.has(word) ? reached : []);
    for (const end of reached)
      for (const part of parts) if (acronym.startsWith(part, end)) next.add(end + part.length);
    reached = next;
    if (reached.size === 0) return false;
  }
  return reached.has(acronym.length);
}
