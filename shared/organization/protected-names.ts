import { editDistance } from '../edit-distance.ts';
import { type Comparison, compareNames } from './compare.ts';
import { comparisonForms } from './comparison-forms.ts';
import { isGeneric } from './comparison-words.ts';
import { foldLetters } from './letters.ts';
import { withoutOffice } from './office-holders.ts';

export interface ProtectedName {
  /** The protected name. */
  name: string;
  comparison: Comparison;
}

/**
 * The first protected name that a typed name equals, nearly equals, or contains as a name that speaks for it would: a
 * chapter, an office, "Official …". Protected are the names of a campaign's leads, its sender, its contacts'
 * organizations and its recipient. The caller decides who may use one anyway.
 */
export function protectedNameLike(
  typed: string,
  protectedNames: readonly string[],
): ProtectedName | undefined {
  return protectedNames
    .map((name) => ({ name, comparison: compareNames(typed, name) }))
    .filter(({ name, comparison }) => comparison.similar || speaksFor(typed, name))
    .toSorted((one, other) => Number(other.comparison.same) - Number(one.comparison.same))[0];
}

function speaksFor(typed: string, name: string): boolean {
  const person = withoutOffice(name);
  return (
    contains(typed, name) ||
    (person !== undefined && contains(withoutOffice(typed) ?? typed, person)) ||
    differsInKind(typed, name) ||
    differsInLetter(typed, name) ||
    isInitials(typed, name)
  );
}

/** What stands before the name of another organization if a text is about that one: "Friends of …". */
const joining =
  /(?:^|\s)(?:of|for|against|with|to|by|on|and|de|del|para|contra|por|con|y|pour|contre|avec|des|du|et)\s/u;

/** Words before it that make the text its own: "Office of …", "a project of …". */
const ownParts =
  /\b(?:office|staff|member|members|board|team|chair|director|department|division|section|chapter|branch|project|program|initiative|campaign|oficina|personal|miembros|junta|equipo|proyecto|programa|iniciativa|capitulo|bureau|equipe|membres|projet)\b[^,;]*$/u;

/**
 * "Shoreline Coalition of Ohio", "Official Shoreline Coalition", "Office of the Shoreline Coalition", but not "Friends of
 * the Shoreline Coalition".
 */
function contains(typed: string, name: string): boolean {
  const [whole] = comparisonForms(name);
  const words = whole?.words.split(' ') ?? [];
  if (words.length < 2 || words.every(isGeneric)) return false;
  if (!comparisonForms(typed).some((form) => ` ${form.words} `.includes(` ${whole?.words} `))) return false;
  const folded = foldLetters(typed);
  const before = folded.slice(0, Math.max(0, folded.indexOf((words[0] ?? '').slice(0, 4))));
  return !joining.test(before) || ownParts.test(before);
}

/** Words that say as little of which organization it is, where a name is protected. */
const kinds = new Set(['united', 'union', 'unido', 'unida', 'club']);

/** "Shoreline Alliance" for "Shoreline Coalition": only the words for the kind of organization differ. */
function differsInKind(typed: string, name: string): boolean {
  const [one, other] = [typed, name].map((each) => comparisonForms(each)[0]?.words.split(' ') ?? []);
  const [a, b] = [one, other].map(
    (words) => words?.filter((word) => !isGeneric(word) && !kinds.has(word)).join(' ') ?? '',
  );
  return a !== '' && a === b && /[^\d@]{4}/u.test(a ?? '');
}

/** Of a shorter name, one letter makes another name. */
const minLettersForOneWrong = 10;

/** "Harbor Legal Aide" for "Harbor Legal Aid": of another organization's name, a single letter is hardly ever different. */
function differsInLetter(typed: string, name: string): boolean {
  const [one = '', other = ''] = [typed, name].map((each) =>
    comparisonForms(each)[0]?.words.replaceAll(' ', ''),
  );
  const isLong = Math.min(one.length, other.length) >= minLettersForOneWrong;
  return isLong && !/[\d@]/u.test(one + other) && editDistance(one, other) <= 1;
}

/** "SC", "S.C.". Of two letters, too: nearly everywhere else they are a state. */
function isInitials(typed: string, name: string): boolean {
  const letters = foldLetters(typed).replace(/[^\p{L}]/gu, '');
  const words = comparisonForms(name)[0]?.words.split(' ') ?? [];
  return words.length > 1 && letters === words.map(([initial]) => initial).join('');
}
