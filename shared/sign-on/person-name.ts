import { foldLetters } from '../organization/letters.ts';
import { isSomebody } from '../organization/person-words.ts';
import {
  besidePronouns,
  degrees,
  familyNamesLikeDegrees,
  joining,
  particles,
  pronouns,
  saints,
  titles,
  titlesOfTwo,
  titlesWithDot,
} from './name-words.ts';

/** A person's name in the two parts that address books have. */
export interface NameParts {
  given: string;
  family: string;
}

/** Brackets and quotation marks with what stands in them: pronouns, a nickname. A last bracket may lack its end. */
const asides =
  /\([^)]*(?:\)|$)|（[^）]*(?:）|$)|\[[^\]]*(?:\]|$)|\{[^}]*(?:\}|$)|<[^>]*(?:>|$)|“[^”]*”|„[^“”]*[“”]|”[^”]*”|"[^"]*"|«[^»]*»|»[^«]*«|‹[^›]*›|「[^」]*」|『[^』]*』|【[^】]*】|\*[^*]*\*|(?<!\p{L})`+[^`']*['`]+|‘[^’]*’(?!\p{L})|(?<!\p{L})'[^']*'(?!\p{L})/gu;

/** What somebody is also, or was, known as, behind a given and a family name. */
const otherName = /(?<=\p{L}\S*\s+\S+?)[\s,]+(?:aka|a\.k\.a\.|a\/k\/a|alias|née|nee|born)\s.*$/iu;

/** "Ana Ruiz and family": those are not named. "The Ruiz Family" keeps its name. */
const household =
  /\s+(?:(?:&|\+|and|y|e|et)\s+(?:(?:her|his|the|our|my|su|mi|sa|son|ma|mon)\s+)?)?(?:family|familia|famille|household|children|kids|hij[oa]s|enfants)\s*$/iu;

/** What may be a degree that is written with a space: "Ph. D.", "M. Ed.". */
const degreeInTwo =
  /(?<=\p{L}\S*,?\s+)(?:\p{Lu}\p{Ll}{1,3}\.\s+\p{Lu}|\p{Lu}\.\s+\p{Lu}\p{Ll}{1,2})\.?(?=\s*(?:,|$))/gu;

/** What stands behind a dash: an addition, or the rest of a name such as "García - López". */
const behindDash = /\s[-–—]\s+((?:(?!\s[-–—]\s)[^,|;])*)/gu;

/** The words of a name. What a dash joins is one. */
const wordsOf = (name: string): string[] => name.trim().split(/(?<!\s[-–—])\s+(?![-–—]\s)/u);

/** A name without nicknames and pronouns. A name that is nothing else stays as it is. */
export function withoutAsides(name: string): string {
  const spoken = name
    .replace(asides, ' ')
    .replace(/\s*\/\s*/gu, '/')
    .trim()
    .replace(otherName, '')
    .replace(household, '');
  const plain = withoutPronouns(spoken.split(/\s+/u)).join(' ').trim();
  return /\p{L}/u.test(plain) ? plain : name.trim();
}

/**
 * The words of a name without pronouns: pairs such as "she/her" anywhere, and at the end also "they" behind a dash or
 * another sign, "she her", "any pronouns". A single word with a capital letter stays: Her and He are family names.
 */
function withoutPronouns(words: readonly string[]): string[] {
  const named = words.filter((word) => !isPronounPair(word));
  const isPart = (word: string): boolean =>
    lettersOf(word) === '' || pronouns.has(lettersOf(word)) || besidePronouns.has(lettersOf(word));
  const last = named.findLastIndex((word) => !isPart(word));
  const behind = named.slice(last + 1);
  const all = behind.filter((word) => pronouns.has(lettersOf(word)) || /^pron/iu.test(word));
  const before = named.slice(0, last + 1);
  const isSetOff =
    lettersOf(behind[0] ?? '') === '' || (/[,;|]$/u.test(named[last] ?? '') && isWhole(before));
  const isSmall = all.every((word) => word === word.toLowerCase());
  const isBeside = all.length > 1 || before.some((word) => /\p{Lu}/u.test(word));
  return all.length > 0 && (isSetOff || (isSmall && isBeside)) ? before : named;
}

/** "she/her" is one word of pronouns. */
const isPronounPair = (word: string): boolean => {
  const parts = word.replace(/[.,|;–-]+$/u, '').split('/');
  return parts.length > 1 && parts.every((part) => pronouns.has(lettersOf(part)));
};

/**
 * Given and family name of one person, without titles, pronouns, nicknames and degrees. The last word is the family
 * name, with the small words before it; of four words and more in Spanish the last two are. "Ruiz, Ana" and names in
 * Han, Hangul and Kana have the family name first. A single word is a given name. A guess: nobody can tell for every
 * name, so exports have the whole name, too.
 */
export function nameParts(name: string, language?: string): NameParts {
  const plain = withoutDegrees(withoutAsides(name));
  const [before = '', behind = '', ...more] = plain.split(/\s*,\s*/u);
  const words = withoutTitles(wordsOf(before));
  const isReversed = !isWhole(words) || (largeWordsOf(words).length === 2 && !/\s/u.test(behind));
  if (behind !== '' && more.length === 0 && isReversed) return { given: behind, family: words.join(' ') };
  const isFamilyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    before,
  );
  if (isFamilyFirst && words.length > 1) return { given: words.slice(1).join(' '), family: words[0] ?? '' };
  if (words.length < 2) return { given: words.join(' '), family: '' };
  let from = language === 'es' && words.length > 3 ? startOfTwo(words) : words.length - 1;
  if (from > 1 && saints.has(lettersOf(words[from - 1] ?? ''))) from--;
  if (from > 1 && joining.has(words[from] ?? '')) from--;
  while (from > 1 && isParticle(words[from - 1] ?? ''))
    from -= joining.has(words[from - 1] ?? '') && from > 2 ? 2 : 1;
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}

/**
 * Where the family names of a Spanish name begin: at the second last word that is no small one. With small words
 * between these two ("Luz María del Río"), a third word before must be left for a given name, or the last is the only
 * one.
 */
function startOfTwo(words: readonly string[]): number {
  const large = [...words.keys()].filter((at) => !isParticle(words[at] ?? ''));
  const [last = words.length - 1, second = last, ...before] = large.toReversed();
  return before.length > 1 || (before.length === 1 && last - second === 1) ? second : last;
}

/** Whether a word is a small one within a family name, such as "de" or "van". */
export const isParticle = (word: string): boolean => particles.has(word.toLowerCase());

/**
 * Words of a name without the small ones and the "St." before a family name. The last is large: Le and Do are names.
 */
const largeWordsOf = (words: readonly string[]): string[] =>
  words.filter((word, at) => at === words.length - 1 || (!isParticle(word) && !saints.has(lettersOf(word))));

/**
 * Whether the words may be a given and a family name. With a single large one, the given name stands behind a comma.
 */
const isWhole = (words: readonly string[]): boolean => largeWordsOf(words).length > 1;

const isIn = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(lettersOf(word)) || words.has(lettersOf(word.normalize('NFD')));

const isTitleOfTwo = (word: string): boolean => isIn(titlesOfTwo, word);

const isTitleWithDot = (word: string): boolean => word.endsWith('.') && isIn(titlesWithDot, word);

/** Initials such as "D.R." are no title. */
export const isTitle = (word: string): boolean =>
  (isIn(titles, word) && !/^(?:\p{Lu}\.){2,}$/u.test(word)) || isTitleOfTwo(word) || isTitleWithDot(word);

/** Words of a name without the titles before it. */
export function withoutTitles(words: readonly string[]): string[] {
  const isLeft = (at: number, least: number): boolean => at < words.length - least;
  const first = words.findIndex(
    (word, at) => !isTitle(word) || !isLeft(at, isTitleOfTwo(word) && !isTitle(words[at + 1] ?? '') ? 2 : 1),
  );
  return words.slice(Math.max(first, 0));
}

const lettersOf = (word: string): string => word.replace(/[^\p{L}]/gu, '').toLowerCase();

/** A name without the degrees, suffixes and roles behind it. */
export function withoutDegrees(name: string): string {
  const joined = name.replace(degreeInTwo, (typed: string) =>
    degrees.has(lettersOf(typed)) ? typed.replace(/\s+/gu, '') : typed,
  );
  const isAllCapitals = name === name.toUpperCase();
  const [first = '', ...others] = joined
    .replace(behindDash, (typed: string, part: string) => {
      if (isBehindName(part, isAllCapitals)) return '';
      return isRole(part) ? `, ${part}` : typed;
    })
    .split(/\s*[,|;]\s*/u);
  const words = wordsOf(first);
  while (words.length > 2 && isDegree(words.at(-1) ?? '', isAllCapitals)) words.pop();
  // What stands behind "Okafor," is the given name, whatever else it could be: "Okafor, B.J.", "Borg, Per".
  // "Van Tran, PhD" is whole, too.
  const isAddition = (part: string): boolean => isOnlyDegree(part) || isRole(part);
  const given = isWhole(words) || (words.length > 1 && isAddition(others[0] ?? '')) ? [] : others.slice(0, 1);
  const behind = others.slice(given.length);
  // Behind a role stands where: "Ana Ruiz, Director, Harbor Families".
  const role = behind.findIndex(isRole);
  const named = (role === -1 ? behind : behind.slice(0, role)).filter(
    (part) => !isBehindName(part, isAllCapitals),
  );
  return [words.join(' '), ...given, ...named].join(', ');
}

/** Whether all words are what stands behind a whole name: degrees, also unknown ones by their shape, and pronouns. */
const isBehindName = (part: string, isAllCapitals: boolean): boolean =>
  part
    .split(/[\s/®™]+/u)
    .filter((word) => lettersOf(word) !== '')
    .every(
      (word) =>
        isDegree(word, false) ||
        (degrees.has(lettersOf(word)) && !familyNamesLikeDegrees.has(lettersOf(word))) ||
        (!isAllCapitals && /^(?:\p{Lu}\p{Ll}{0,2}\.?){2,6}(?:-\p{Lu}{1,2})?$/u.test(word)) ||
        pronouns.has(lettersOf(word)) ||
        isNumbered(word),
    );

/** Whether the words are a role such as "Director" or "Director – Harbor Families". */
const isRole = (part: string): boolean =>
  isSomebody(
    foldLetters(part)
      .replace(/\s[-–—]\s.*$/u, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

/** Whether the words are nothing but a degree: the MBA of "Ana Ruiz, JD/MBA". */
export const isOnlyDegree = (text: string): boolean => isDegree(text.trim(), false);

/** "3rd" of "Ana Ruiz 3rd". */
const isNumbered = (word: string): boolean => /^\d/u.test(word);

/** `Do` and `Sr` can be names; as degrees they have capitals or dots. */
const isDegree = (word: string, isAllCapitals: boolean): boolean =>
  isNumbered(word) ||
  (degrees.has(lettersOf(word)) &&
    !(isAllCapitals && familyNamesLikeDegrees.has(lettersOf(word)) && !word.includes('.')) &&
    (/\.|^[^\p{Ll}]+$/u.test(word) || /^(?:ph|ed|dr|[js]r|esq|mdiv|dmin|bsc|msc|psy)/iu.test(word)));
