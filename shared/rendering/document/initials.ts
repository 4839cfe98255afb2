const characters = new Intl.Segmenter();

/** Brackets and quotation marks with what stands in them: pronouns, a nickname. And what somebody is also known as. */
const asides =
  /\([^)]*\)|（[^）]*）|\[[^\]]*\]|“[^”]*”|„[^“”]*[“”]|"[^"]*"|«[^»]*»|‘[^’]*’(?!\p{L})|(?<!\p{L})'[^']*'(?!\p{L})|\s(?:aka|a\.k\.a\.)\s.*$/giu;

const pronouns = new Set(
  'she her hers he him his they them theirs ze zir hir xe xem ella ellas él el elle elles ellos ello'.split(
    ' ',
  ),
);

/** Degrees and the like that people write behind a name, also without a comma. Letters only. */
const degrees = new Set(
  'phd md jd edd dds dmd dvm do rn np mph msw lcsw lmsw mba mfa mdiv dmin esq cpa jr sr ii iii iv'.split(' '),
);

const titles = new Set(
  (
    'dr dra prof profa rev revd revda fr mr mrs ms mx hon sr sra srta lic ing arq mtro mtra ' +
    'doctor doctora professor profesor profesora reverend reverenda rabbi imam pastor pastora father padre sister bishop'
  ).split(' '),
);

/** Small words within a family name: "de la Cruz", "Ortega y Gasset", "al-Masri". */
const particles = new Set(
  'de del della da das do dos di du des la las lo los le el al y e i van von der den ter ten zu zur bin ibn bint née nee'.split(
    ' ',
  ),
);

/** The first of two words that can join two people or two family names. */
const maybeBetweenPeople = /\s+(?:y|e|et|und)\s+/iu;
const betweenPeople = /\s*[&+/]\s*|\s+and\s+/iu;

/**
 * "Ana María Ruiz" → "A. M. R."; "Ana & Ben Ruiz" → "A. & B. R."; without titles, pronouns, nicknames, degrees and the
 * small words of a family name: "Dr. Ana de la Cruz, PhD (she/her)" → "A. C."
 */
export function initials(name: string): string {
  const plain = name.replace(asides, ' ').split(/\s+/u).filter(isNoPronoun).join(' ');
  const people = peopleOf(/\p{L}/u.test(plain) ? plain : name);
  const isTitle = (person: string): boolean => people.length > 1 && titles.has(lettersOf(person));
  const each = people.filter((person) => !isTitle(person)).map(initialsOf);
  return each.filter((letters) => letters !== '').join(' & ');
}

const lettersOf = (word: string): string => word.replace(/[^\p{L}]/gu, '').toLowerCase();

/** "she/her" is one word of pronouns. */
const isNoPronoun = (word: string): boolean => {
  const parts = word.replace(/[.,|;–-]+$/u, '').split('/');
  return parts.length < 2 || !parts.every((part) => pronouns.has(lettersOf(part)));
};

function withoutDegrees(name: string): string {
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

/** "Ana y Ben Ruiz" are two people, "José Ortega y Gasset" is one. */
function peopleOf(name: string): string[] {
  const people = name.split(betweenPeople).map(withoutDegrees);
  const all = people.length > 1 ? people.flatMap((each) => each.split(/\s*,\s*/u)) : people;
  return all.flatMap((each) => {
    const [one = '', other, ...more] = each.split(maybeBetweenPeople);
    if (other === undefined || more.length > 0) return [each];
    const [before, after] = [one, other].map((side) => side.trim().split(/\s+/u).length);
    return before === 1 || (after ?? 0) > 1 ? [one, other] : [each];
  });
}

function initialsOf(person: string): string {
  const typed = person.split(/[\s.,\-‐‑–]+/u).filter((word) => /[^\P{L}ªº]/u.test(word));
  const first = typed.findIndex((word, at) => at > typed.length - 2 || !titles.has(lettersOf(word)));
  const words = typed.slice(Math.max(first, 0));
  const isOneCase = person === person.toUpperCase() || person === person.toLowerCase();
  const isParticle = (word: string): boolean =>
    particles.has(word.toLowerCase()) && (isOneCase || word === word.toLowerCase());
  return words
    .filter((word, at) => at === words.length - 1 || (at === 0 && words.length === 1) || !isParticle(word))
    .flatMap((word) => initialOf(word) ?? [])
    .map((letter) => `${letter}.`)
    .join(' ');
}

/** The first letter, and with it the marks on it: an ʻokina and the vowels that Thai and Lao write before a consonant are none. */
function initialOf(word: string): string | undefined {
  const letters = word.replace(/^(?:[^\p{L}]|\p{Lm}|[ªº\u0E40-\u0E44\u0EC0-\u0EC4])+/u, '') || word;
  const [letter] = [...characters.segment(letters)].map(({ segment }) => segment);
  // The capital letters of Georgian are for headlines, and no typeface here has them.
  return letter === undefined || /\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase();
}
