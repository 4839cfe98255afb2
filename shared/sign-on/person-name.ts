/** Small words between two family names: "Ortega y Gasset". */
const joining = new Set(['y', 'e', 'i']);

/** A person's name in the two parts that address books have. */
export interface NameParts {
  given: string;
  family: string;
}

/** Brackets and quotation marks with what stands in them: pronouns, a nickname. And what somebody is also known as. */
const asides =
  /\([^)]*\)|（[^）]*）|\[[^\]]*\]|“[^”]*”|„[^“”]*[“”]|"[^"]*"|«[^»]*»|‘[^’]*’(?!\p{L})|(?<!\p{L})'[^']*'(?!\p{L})|\s(?:aka|a\.k\.a\.)\s.*$/giu;

const pronouns = new Set(
  'she her hers he him his they them theirs ze zir hir xe xem ella ellas él el elle elles ellos ello'.split(
    ' ',
  ),
);

/** A last word behind a dash, which may be a pronoun. */
const afterDash = /\s+[-–—|]\s+(\p{L}+)\s*$/u;

/** Degrees and the like that people write behind a name, also without a comma. Letters only. */
const degrees = new Set(
  'phd md jd edd dds dmd dvm do rn np mph msw lcsw lmsw mba mfa mdiv dmin esq cpa jr sr ii iii iv'.split(' '),
);

const titles = new Set(
  (
    'dr dra prof profa rev revd revda fr mr mrs ms mx hon sr sra srta lic ing arq mtro mtra mme mlle msgr mons ' +
    'doctor doctora docteur professor profesor profesora professeur reverend reverenda rabbi imam pastor pastora pasteur ' +
    'father padre sister bishop obispo monsignor deacon chief judge justice the ' +
    // Offices. Some have two words: "State Sen.", "Council Member".
    'sen senator senador senadora rep representative representante gov governor gobernador gobernadora ' +
    'mayor alcalde alcaldesa congressman congresswoman congressmember state assembly assemblyman assemblywoman ' +
    'assemblymember council councilman councilwoman councilmember councilor councillor member alderman alderwoman ' +
    'commissioner comisionado comisionada concejal concejala diputado diputada supervisor'
  ).split(' '),
);

/** First words of family names that have two: "St. John", "San Martín". */
const saints = new Set('st ste saint sainte san santa'.split(' '));

/** Small words within a family name: "de la Cruz", "Ortega y Gasset", "al-Masri". */
const particles = new Set(
  "de del della da das do dos di du des la las lo los le el al y e i van von 't ’t der den ter ten zu zur bin ibn bint née nee".split(
    ' ',
  ),
);

/** A name without nicknames and pronouns. A name that is nothing else stays as it is. */
export function withoutAsides(name: string): string {
  const plain = name
    .replace(asides, ' ')
    .replace(afterDash, (end, word) => (pronouns.has(lettersOf(word)) ? '' : end))
    .split(/\s+/u)
    .filter(isNoPronoun)
    .join(' ')
    .trim();
  return /\p{L}/u.test(plain) ? plain : name.trim();
}

/**
 * Given and family name of one person, without titles, pronouns, nicknames and degrees. The last word is the family
 * name, with the small words before it; of four words and more in Spanish the last two are. "Ruiz, Ana" and names in
 * Han, Hangul and Kana have the family name first. A single word is a given name. A guess: nobody can tell for every
 * name, so exports have the whole name, too.
 */
export function nameParts(name: string, language?: string): NameParts {
  const plain = withoutDegrees(withoutAsides(name));
  const [before = '', behind = '', ...more] = plain.split(/\s*,\s*/u);
  const words = withoutTitles(before.split(/\s+/u));
  const familyWords = words.filter((word) => !isParticle(word)).length;
  const isReversed = familyWords === 1 || (familyWords === 2 && !/\s/u.test(behind));
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
 * Where the family names of a Spanish name begin: at the second last word that is no small one. With small words between
 * these two ("Luz María del Río"), a third word before must be left for a given name, or the last is the only one.
 */
function startOfTwo(words: readonly string[]): number {
  const large = [...words.keys()].filter((at) => !isParticle(words[at] ?? ''));
  const [last = words.length - 1, second = last, ...before] = large.toReversed();
  return before.length > 1 || (before.length === 1 && last - second === 1) ? second : last;
}

/** Whether a word is a small one within a family name, such as "de" or "van". */
export const isParticle = (word: string): boolean => particles.has(word.toLowerCase());

export const isTitle = (word: string): boolean => titles.has(lettersOf(word));

/** Words of a name without the titles before it. */
export function withoutTitles(words: readonly string[]): string[] {
  const first = words.findIndex((word, at) => at > words.length - 2 || !isTitle(word));
  return words.slice(Math.max(first, 0));
}

const lettersOf = (word: string): string => word.replace(/[^\p{L}]/gu, '').toLowerCase();

/** "she/her" is one word of pronouns. */
const isNoPronoun = (word: string): boolean => {
  const parts = word.replace(/[.,|;–-]+$/u, '').split('/');
  return parts.length < 2 || !parts.every((part) => pronouns.has(lettersOf(part)));
};

/** A name without the degrees and suffixes behind it. */
export function withoutDegrees(name: string): string {
  const [first = '', ...others] = name.split(/\s*[,|;]\s*/u);
  const words = first.trim().split(/\s+/u);
  const isAllCapitals = name === name.toUpperCase();
  while (words.length > 2 && isDegree(words.at(-1) ?? '')) words.pop();
  // "Okafor, B.J." is one name in another order.
  const hasShape = (word: string): boolean =>
    words.length > 1 && !isAllCapitals && /^(?:\p{Lu}\p{Ll}{0,2}\.?){2,6}$/u.test(word);
  const named = others.filter((part) => {
    const all = part.split(/\s+/u).filter((word) => lettersOf(word) !== '');
    return !all.every((word) => isDegree(word) || hasShape(word) || pronouns.has(lettersOf(word)));
  });
  return [words.join(' '), ...named].join(', ');
}

/** `Do` and `Sr` can be names; as degrees they have capitals or dots. */
const isDegree = (word: string): boolean =>
  degrees.has(lettersOf(word)) &&
  (/\.|^[^\p{Ll}]+$/u.test(word) || /^(?:ph|ed|dr|[js]r|esq|mdiv|dmin)/iu.test(word));
