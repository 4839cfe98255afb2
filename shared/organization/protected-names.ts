import { editDistance } from '../edit-distance.ts';
import {
  type ComparableName,
  type Comparison,
  comparableName,
  compareComparable,
  compareNames,
} from './compare.ts';
import { isGeneric, stemOf } from './comparison-words.ts';
import { foldLetters } from './letters.ts';
import { areNearlyOneWord } from './look-alike.ts';
import { withoutOffice, withoutOffices } from './office-holders.ts';

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
  const plain = withoutAddedSigns(typed);
  // A single word with a number is another name: "Harbor311".
  const isOther = plain !== typed && plain.includes(' ');
  return firstLike(typed, protectedNames) ?? (isOther ? firstLike(plain, protectedNames) : undefined);
}

/** A name without what is put at its words: "Shoreline Coalition2", "Shore%line", "Harbor Commissioner". */
const withoutAddedSigns = (typed: string): string =>
  typed
    .replace(/(?<=commission)ers?(?!\p{L})/giu, '')
    .replace(/(?<=\p{L})\p{No}+|(?<=\p{L}{4})\d+(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=\p{L})[%&](?=\p{L})/gu, '');

function firstLike(typed: string, protectedNames: readonly string[]): ProtectedName | undefined {
  const compared = withForms(typed);
  return protectedNames
    .map((name) => ({ name, own: withForms(name) }))
    .map(({ name, own }) => ({ name, own, comparison: compareComparable(compared, own) }))
    .filter(({ own, comparison }) => comparison.similar || speaksFor(compared, own))
    .map(({ name, comparison }) => ({ name, comparison }))
    .toSorted((one, other) => Number(other.comparison.same) - Number(one.comparison.same))[0];
}

/** A name with all that it is compared by, which is made once. */
interface Compared extends ComparableName {
  /** The words of the whole name. */
  words: readonly string[];
}

function withForms(typed: string): Compared {
  const name = comparableName(typed);
  return { ...name, words: name.forms[0]?.words.split(' ') ?? [] };
}

function speaksFor(typed: Compared, name: Compared): boolean {
  const person = withoutOffice(name.typed);
  return (
    contains(typed, name) ||
    (person !== undefined && isOfPerson(typed, person)) ||
    isItsLastWord(typed, name) ||
    differsInKind(typed, name) ||
    differsInLetter(typed, name) ||
    isInitials(typed, name) ||
    isShortened(typed, name)
  );
}

/** What stands before the name of another organization if a text is about that one: "Friends of …". */
const joining =
  /(?:^|\s)(?:of|for|against|with|to|by|on|and|de|del|para|contra|por|con|y|pour|contre|avec|des|du|et)\s/u;

/**
 * Words before it that make the text its own, or claim to be near it: "Office of …", "a project of …", "Allies of …".
 */
const ownParts = new RegExp(
  String.raw`\b(?:${[
    'office|staff|members?|board|team|chair|directors?|president|departments?|divisions?|section|chapters?|branch(?:es)?|project|program|initiative|campaign|hub',
    '(?:steering|executive|organizing|coordinating|planning|advisory|national) (?:committee|council|board)|working group|committee of|council of',
    'secretary|paid for|bots|(?:letter|petition|appeal) to|secretari[oa]|secretaire|lettre (?:a|au)',
    'organizers?|founders?|leaders?|leadership|spokes(?:person|man|woman)|speaker|representatives?|representing|counsel|lawyers? (?:for|of)|secretariat|headquarters|press',
    'youth of|volunteers?|supporters?|ally|allies|partners?|affiliates?|on behalf|behalf|endorsed|signed|sent|hosted|convened|powered',
    'oficina|personal|miembros?|junta|equipo|proyecto|programa|iniciativa|capitulo|comite|consejo|organizadores|fundadores|portavoz|aliad[oa]s|socios|voluntari[oa]s|en nombre',
    'bureau|equipe|membres?|projet|comite|conseil|organisateurs|fondateurs|porte parole|allies|partenaires|benevoles|au nom',
  ].join('|')})\b[^,;]*$`,
  'u',
);

/** People within it, and another organization beside it. "Families for …" and "Parents of …" are somebody else. */
const withinOrBeside = new RegExp(
  String.raw`(?:\b(?:${[
    'employees|workers|workforce|interns?|donors|funders|sponsors|families|people|insiders|retirees|alumni|whistle ?blowers?|fiends',
    'emplead[oa]s|trabajador[ea]s|donantes|patrocinadores|familias|gente|jubilad[oa]s|denunciantes',
    'employe(?:e)?s|travailleu(?:rs|ses)|salarie(?:e)?s|donateurs|familles|lanceurs d alerte',
  ].join(
    '|',
  )}) (?:of|at|in|inside|within|from|to|de|del|des|du|d|dans|chez)|\S (?:and|y|e|et))(?: (?:the|el|la|los|las|le|les|l))* $`,
  'u',
);

/** "… of the" right before it: any part that it may have, such as a caucus or a region. */
const partOf = / (?:of|del?|du|des)(?: (?:the|la|el|los|las|l))* $/u;

/** Any part of it, whoever is in that part: "Teachers Caucus of the …". "Teachers Union of the …" is outside. */
const itsPart =
  /\b(?:caucus|arm|wing|youth league|ala|brazo|aile) (?:of|del?|du|des)(?: (?:the|la|el|los|las|l))* $/u;

/** People outside of it who name themselves by it, and whoever is against it: "Friends of …", "Tenants of …". */
const outside =
  /\b(?:union|league|voters|teachers|students|neighbou?rs|homeowners|taxpayers|citizens|bar|friends|parents|tenants|residents|patients|riders|victims|survivors|opponents|critics|against|stop|amig[oa]s|padres|madres|inquilin[oa]s|residentes|victimas|contra|sindicato|vecin[oa]s|maestr[oa]s|amis|syndicat|locataires|victimes|contre)\b/u;

/** Words that join and name nobody: "For the Shoreline Coalition", "Against the Shoreline Coalition". */
const onlyJoining =
  /^(?:\s|[.,;:–—-]|\b(?:of|for|against|contra|contre|with|to|by|on|and|the|de|del|la|el|para|por|con|y|pour|avec|des|du|le|et)\b)*$/u;

/**
 * "Shoreline Coalition of Ohio", "Official Shoreline Coalition", "Office of the Shoreline Coalition", "Sea Watch and the
 * Shoreline Coalition", but not "Friends of the Shoreline Coalition".
 */
function contains(typed: Compared, { words }: Compared): boolean {
  if (words.length < 2 || words.every(isGeneric)) return false;
  if (!typed.forms.some((form) => hasWithin(form.words.split(' '), words))) return false;
  const folded = foldLetters(typed.typed);
  const before = folded.slice(0, startOf(folded, words[0] ?? ''));
  const plain = before.replace(/[^\p{L}\p{N},;]+/gu, ' ');
  return (
    !joining.test(before) ||
    onlyJoining.test(before) ||
    ownParts.test(plain) ||
    withinOrBeside.test(plain) ||
    itsPart.test(plain) ||
    (partOf.test(plain) && !outside.test(plain))
  );
}

/** Where a word begins in a folded text, also with a wrong letter. At the beginning if it is not there. */
function startOf(folded: string, word: string): number {
  const at = folded.indexOf(word.slice(0, 4));
  if (at !== -1) return at;
  const near = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].find(([each]) => areNearlyOneWord(stemOf(each), word));
  return near?.index ?? 0;
}

/** Shorter letters are within other words by chance. */
const minLettersJoined = 10;

/**
 * Whether words stand within others, each with one wrong letter at most, also joined or split otherwise: "Shore Line
 * Coalition".
 */
function hasWithin(all: readonly string[], words: readonly string[]): boolean {
  const startsAt = (start: number): boolean =>
    words.every((word, at) => areNearlyOneWord(all[start + at] ?? '', word));
  if (all.some((_, start) => startsAt(start))) return true;
  const letters = words.join('');
  if (letters.length < minLettersJoined || /[\d@]/u.test(letters)) return false;
  const ends = new Set(all.map((_, at) => all.slice(0, at + 1).join('').length));
  return [0, ...ends].some(
    (start) => ends.has(start + letters.length) && all.join('').startsWith(letters, start),
  );
}

/** Words that say as little of which organization it is, where a name is protected. */
const kinds = new Set(['united', 'union', 'unido', 'unida', 'club']);

/** "Shoreline Alliance" for "Shoreline Coalition": only the words for the kind of organization differ. */
function differsInKind(typed: Compared, name: Compared): boolean {
  const [one = '', other = ''] = [typed, name].map(({ words }) =>
    words.filter((word) => !isGeneric(word) && !kinds.has(word)).join(''),
  );
  return one === other && /[^\d@]{4}/u.test(one);
}

/** Of a shorter name, one letter makes another name. */
const minLettersForOneWrong = 10;

/**
 * "Harbor Legal Aide" for "Harbor Legal Aid": of another organization's name, a single letter is hardly ever different.
 */
function differsInLetter(typed: Compared, name: Compared): boolean {
  const [one = '', other = ''] = [typed, name].map(({ words }) => words.join(''));
  const isLong = Math.min(one.length, other.length) >= minLettersForOneWrong;
  return isLong && !/[\d@]/u.test(one + other) && editDistance(one, other) <= 1;
}

/** "SC", "S.C.". Of two letters, too: nearly everywhere else they are a state. */
function isInitials(typed: Compared, { words }: Compared): boolean {
  const letters = foldLetters(typed.typed).replace(/[^\p{L}]/gu, '');
  return words.length > 1 && letters === words.map(([initial]) => initial).join('');
}

/** "Shoreline C.", "S. Coalition", "Shoreline Coal": each word is its word or the beginning of it. */
function isShortened(typed: Compared, name: Compared): boolean {
  const [short = [], long = []] = [typed, name].map(
    (each) => foldLetters(each.typed).match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return (
    short.length > 1 &&
    short.length === long.length &&
    short.every((word, at) => word === long[at] || (!/\d/.test(word) && long[at]?.startsWith(word))) &&
    short.some((word, at) => word.length > 3 && word === long[at])
  );
}

const pronouns = new Set([
  'our',
  'your',
  'this',
  'nuestra',
  'nuestro',
  'esta',
  'este',
  'notre',
  'votre',
  'cette',
  'ce',
]);

/** Who speaks for an organization, before "of the …". */
const ofTheOne =
  /^(?:the )?(?:(?:office|staff|members?|board|secretary|chair) (?:of|to|for) (?:the|our) |(?:oficina|personal|miembros|junta) de (?:la|nuestra) |(?:bureau|personnel|membres) de (?:la |notre |l ))/u;

/**
 * "The Coalition", "Our Coalition" and "Staff of the Coalition" for "Shoreline Coalition": in a letter of that one, nobody
 * else is meant.
 */
function isItsLastWord(typed: Compared, name: Compared): boolean {
  const plain = foldLetters(typed.typed)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = ofTheOne.test(plain) ? [stemOf(plain.replace(ofTheOne, ''))] : typed.words;
  const [word = '', ...others] = words.filter((each) => !pronouns.has(each));
  return others.length === 0 && word.length > 3 && name.words.length > 1 && name.words.at(-1) === word;
}

/** What stands around the family name of a person for whom a text speaks. */
const aroundPerson =
  /^(?:(?:the|el|la|le|office|oficina|bureau|of|de|du|team|equipo|equipe|staff|campaign|cm|committee to elect) )+|(?: (?:team|staff|office|campaign|administration|for \p{L}+))+$/gu;

/**
 * "Marguerite Oyelaran" with another middle name or a letter wrong, "M. Oyelaran", "Councilmember Oyelaran", "Team
 * Oyelaran", but not "Oyelaran Center" and "Friends of Marguerite Oyelaran".
 */
function isOfPerson(typed: Compared, person: string): boolean {
  const bareTyped = withoutOffice(typed.typed);
  if (contains(bareTyped === undefined ? typed : withForms(bareTyped), withForms(person))) return true;
  const family = person.split(' ').at(-1) ?? '';
  if (!foldLetters(typed.typed).includes(family.slice(0, 3))) return false;
  const folded = foldLetters(typed.typed)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = withoutOffices(folded.replace(aroundPerson, '')).replace(aroundPerson, '');
  const names = bare.split(' ').filter((word) => word.length > 1);
  const [first = '', ...others] = names;
  const isBare = bare !== folded || bare === family;
  if (others.length === 0)
    return first === family && family.length > 3 && (isBare || startsLike(bare, person));
  return others.length < 3 && compareNames(`${first} ${others.at(-1) ?? ''}`, givenAndFamily(person)).similar;
}

/** "m oyelaran" */
const startsLike = (bare: string, person: string): boolean => bare.startsWith(`${person.slice(0, 1)} `);

function givenAndFamily(person: string): string {
  const names = person.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word.length > 1);
  return [names.at(0), names.at(-1)].join(' ');
}
