import { createHash } from 'node:crypto';
import { isAcronymOf } from './acronym.ts';
import { isArticle, joiningWords, languagesOf, opensWithArticle, withOneAnd } from './languages.ts';
import { wordsWithoutDescription } from './legal-description.ts';
import { formsEndingIn, formsOpeningWith, isFormWord, type LegalForm } from './legal-forms.ts';
import { foldLetters, rawForm } from './letters.ts';
import { type NameWords, wordsOf } from './words.ts';

/**
 * Version of the rules below. Stored claims keep the key that the rules gave when they were written. A change to the
 * rules must raise the version and move the claims (docs/decisions/0003-organization-identity.md).
 */
const rulesVersion = '2';

/**
 * Maximum length in bytes of a key without its version. A longer key, which only rare characters can produce, is
 * hashed.
 */
const longestPart = 256;

/**
 * The rules apply to names of up to this many characters. A form accepts 200 bytes. For longer names, only letters
 * are folded.
 */
const longestName = 1000;

/**
 * The key of an organization's claim in a campaign, such as `2:example project` for "The Example Project, Inc.".
 *
 * Names have the same key if they differ only in case, accents, punctuation, spacing, Unicode form, legal form,
 * article, or the way they write "and", initials and local numbers. Every other difference gives another key, above
 * all in places and numbers. So does every doubtful case (docs/decisions/0003-organization-identity.md). Never
 * throws. The same on every machine and in every locale. At most 258 bytes.
 */
export function organizationKey(name: string): string {
  const part =
    name.length > longestName ? hashed(foldLetters(name)) : bounded(normalizeName(name).normalized);
  return `${rulesVersion}:${part}`;
}

/** The key of the organization's name in a sign-on's words. */
export const keyOfName = (details: { organizationName?: string | undefined } | undefined): string =>
  organizationKey(details?.organizationName ?? '');

/** What the key does not include of a name. */
export type LeftOut = 'own-acronym' | 'article' | 'legal-form';

/**
 * The normalized name, and what was left out. The rules are applied until nothing changes, so that normalizing the
 * result gives the same result.
 */
export function normalizeName(name: string): { normalized: string; leftOut: ReadonlySet<LeftOut> } {
  const leftOut = new Set<LeftOut>();
  let normalized = name;
  for (let pass = 0; pass < 8; pass += 1) {
    const next = normalizeOnce(normalized, leftOut);
    if (next === normalized) break;
    normalized = next;
  }
  return { normalized, leftOut };
}

const bounded = (part: string): string => (Buffer.byteLength(part) <= longestPart ? part : hashed(part));

const hashed = (part: string): string => createHash('sha256').update(part).digest('hex');

function normalizeOnce(name: string, leftOut: Set<LeftOut>): string {
  const { words, initials } = wordsOf(name);
  if (words.length === 0) return rawForm(name);
  return withOneAnd(withoutExtras({ words: withCompany(words), initials }, leftOut)).join(' ');
}

/** `Co` means company after "and" and before legal forms. Alone, it may mean Colorado. */
function withCompany(words: string[]): string[] {
  return words.map((word, index) => {
    const after = words.slice(index + 1);
    const isCompany =
      after.length === 0 ? words[index - 1] === 'and' : after[0] !== 'kg' && after.every(isFormWord);
    return word === 'co' && index > 0 && isCompany ? 'company' : word;
  });
}

/** In this order, because an acronym may include the article. */
const removals: readonly [LeftOut, (words: string[], initials: ReadonlySet<string>) => string[]][] = [
  ['own-acronym', withoutAcronym],
  ['article', withoutArticle],
  ['legal-form', withoutForm],
];

/** Removes articles, legal forms and the name's own acronym as often as they occur, but never the whole name. */
function withoutExtras({ words, initials }: NameWords, leftOut: Set<LeftOut>): string[] {
  let current = words;
  for (;;) {
    const before = current.length;
    for (const [what, remove] of removals) {
      const rest = remove(current, initials);
      if (rest.length === current.length || !rest.some(saysSomething)) continue;
      leftOut.add(what);
      current = rest;
    }
    if (current.length === before) return current;
  }
}

const saysSomething = (word: string): boolean =>
  !isArticle(word) && !isFormWord(word) && !joiningWords.has(word);

function withoutArticle(words: string[]): string[] {
  if (opensWithArticle(words)) return words.slice(1);
  // As in an index: "Example Project, The".
  return words.at(-1) === 'the' ? words.slice(0, -1) : words;
}

function withoutForm(words: string[], initials: ReadonlySet<string>): string[] {
  const described = wordsWithoutDescription(words);
  if (described.length < words.length) return described;
  const counts = ({ signs, fullStops = false, words: form }: LegalForm): boolean => {
    const hasFullStops = form.every((word) => initials.has(word));
    if (fullStops && !hasFullStops) return false;
    if (signs.length === 0 || (hasFullStops && signs.includes('initials'))) return true;
    return languagesOf(words).some((language) => signs.includes(language));
  };

  const end = formsEndingIn(words.at(-1) ?? '').find((form) => {
    const before = words.at(-form.words.length - 1);
    if (before === undefined || joiningWords.has(before) || form.notAfter?.test(before)) return false;
    return form.words.join(' ') === words.slice(-form.words.length).join(' ') && counts(form);
  });
  if (end) return words.slice(0, -end.words.length);

  const start = formsOpeningWith(words[0] ?? '').find(
    (form) => form.words.join(' ') === words.slice(0, form.words.length).join(' ') && counts(form),
  );
  return start ? words.slice(start.words.length) : words;
}

/**
 * Removes the acronym of "National Example Association (NEA)", with or without parentheses, before or after the name.
 */
function withoutAcronym(words: string[], initials: ReadonlySet<string>): string[] {
  const [first = '', ...others] = words;
  const spells = (word: string, rest: string[]): boolean =>
    word.length > 2 && (isAcronymOf(word, rest) || isAcronymOf(word, withoutForm(rest, initials)));
  if (spells(first, others)) return others;
  const at = words.findIndex((word, index) => index > 1 && spells(word, words.slice(0, index)));
  return at === -1 ? words : words.toSpliced(at, 1);
}
