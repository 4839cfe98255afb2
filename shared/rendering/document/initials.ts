import {
  isOnlyDegree,
  isParticle,
  isTitle,
  withoutAsides,
  withoutDegrees,
  withoutTitles,
} from '../../sign-on/person-name.ts';

const characters = new Intl.Segmenter();

/** The first of two words that can join two people or two family names. */
const maybeBetweenPeople = /\s+(?:y|e|et|und)\s+/iu;
const betweenPeople = /\s*[&+/]\s*|\s+and\s+/iu;

/**
 * "Ana María Ruiz" → "A. M. R."; "Ana & Ben Ruiz" → "A. & B. R."; without titles, pronouns, nicknames, degrees and the
 * small words of a family name: "Dr. Ana de la Cruz, PhD (she/her)" → "A. C."
 */
export function initials(name: string): string {
  const people = withoutMonsieur(peopleOf(withoutAsides(name)));
  const named = people.filter((person) => person !== '' && !isTitle(person) && !isOnlyDegree(person));
  const each = (named.length === 0 ? people : named).map(initialsOf);
  return each.filter((letters) => letters !== '').join(' & ');
}

/** "M." is a title beside "Mme". Elsewhere it can be an initial. */
const withoutMonsieur = (people: readonly string[]): readonly string[] =>
  people.some((person) => /^Mme\b/u.test(person))
    ? people.map((person) => person.replace(/^M(?:\.\s*|$)/u, ''))
    : people;

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
  const typed = person.split(/[\s,\-‐‑–]+|(?<=\.)/u).filter((word) => /^\D*[^\P{L}ªº\d]/u.test(word));
  const words = withoutTitles(typed);
  const isOneCase = person === person.toUpperCase() || person === person.toLowerCase();
  const isSmall = (word: string): boolean => isParticle(word) && (isOneCase || word === word.toLowerCase());
  return words
    .filter((word, at) => at === words.length - 1 || (at === 0 && words.length === 1) || !isSmall(word))
    .flatMap((word) => initialOf(word) ?? [])
    .map((letter) => `${letter}.`)
    .join(' ');
}

/**
 * The first letter, and with it the marks on it: an ʻokina and the vowels that Thai and Lao write before a consonant
 * are none.
 */
function initialOf(word: string): string | undefined {
  const letters =
    word.replace(/^(?:[^\p{L}]|\p{Lm}|[ªº\uA78B\uA78C\u0E40-\u0E44\u0EC0-\u0EC4])+/u, '') || word;
  const [letter] = [...characters.segment(letters)].map(({ segment }) => segment);
  // The capital letters of Georgian are for headlines, and no typeface here has them.
  return letter === undefined || /\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase();
}
