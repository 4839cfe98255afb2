import { englishWords, type NameLanguage, nameLanguages, vocabularies } from './vocabulary.ts';
import { isLabel } from './words.ts';

/**
 * Short words mean different things in different languages: `la` is an article and Los Angeles, `A.C.` a Mexican
 * association and an athletic club. They are read in a language only if the name shows that language.
 */

/** Words that only join others. */
export const joiningWords: ReadonlySet<string> = new Set(
  'of the for and or in on to at by with from against de del la los las el para por en des du les et pour und der die das fur von'.split(
    ' ',
  ),
);

const articles = new Set(['the', ...nameLanguages.flatMap((language) => vocabularies[language].articles)]);
export const isArticle = (word: string): boolean => articles.has(word);

/** The words and phrases that show a language, each with spaces around it. */
const signsOf = nameLanguages.map((language) => {
  const { links, bodies, others, endings } = vocabularies[language];
  return { language, endings, phrases: [links, bodies, others].flat().map((known) => ` ${known} `) };
});

/** The languages that a name shows. A first word that may be an article does not count. */
export function languagesOf(words: readonly string[]): NameLanguage[] {
  const [first = ''] = words;
  const rest = isArticle(first) ? words.slice(1) : words;
  if (rest.some((word) => englishWords.has(word))) return [];
  const text = ` ${rest.join(' ')} `;
  return signsOf
    .filter(
      ({ phrases, endings }) =>
        phrases.some((phrase) => text.includes(phrase)) || rest.some((word) => endings?.test(word)),
    )
    .map(({ language }) => language);
}

/** Spanish articles agree with their noun. `LA` before `Amigos` is Los Angeles. */
const agrees: Record<string, RegExp> = {
  el: /[^as]$/,
  la: /[^os]$/,
  los: /(?<!a)s$/,
  las: /(?<!o)s$/,
};

/** Whether a noun has the form that a Spanish article needs. Other articles have none. */
export const agreesWithArticle = (article: string, noun: string): boolean =>
  agrees[article]?.test(noun) !== false;

/**
 * Whether a name begins with an article. `The` always is one. Others are only before a word for an organization in
 * that language (`La Fundación`) or before a word with a joining word after it (`Los Amigos de`). This is stricter
 * than for legal forms, because names of Los Angeles mix languages: `LA Justicia Network`.
 */
export function opensWithArticle(words: readonly string[]): boolean {
  const [first = '', second = '', ...others] = words;
  if (first === 'the') return true;
  if (!isArticle(first) || !agreesWithArticle(first, second)) return false;
  const joined = `${others.join(' ')} `;
  return languagesOf(words).some((language) => {
    const { articles, links, bodies } = vocabularies[language];
    if (!articles.includes(first)) return false;
    return bodies.includes(second) || links.some((link) => joined.startsWith(`${link} `));
  });
}

const conjunctions = new Set(['et', 'und', 'og', 'och', 'и', 'και']);
const letterConjunctions: Record<string, readonly NameLanguage[]> = { y: ['es'], e: ['es', 'it', 'pt'] };

/**
 * Replaces every word for “and” by one. A single letter is only replaced in its language, and not if it says which
 * organization is meant.
 */
export function withOneAnd(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const isInside = index > 0 && index < words.length - 1;
    if (!isInside) return word;
    if (conjunctions.has(word)) return 'and';
    const inLanguages = Object.hasOwn(letterConjunctions, word) ? (letterConjunctions[word] ?? []) : [];
    if (inLanguages.length === 0 || isLabel(words[index - 1])) return word;
    return languagesOf(words).some((language) => inLanguages.includes(language)) ? 'and' : word;
  });
}
