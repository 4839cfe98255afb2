import { isAcronymOf } from './acronym.ts';
import { normalizeName } from './key.ts';
import { languagesOf } from './languages.ts';
import { foldLetters } from './letters.ts';
import { isPlaceName } from './places.ts';
import { wordsOf } from './words.ts';

/** A typed name, and the names in it. */
export interface NameParts {
  /** The parts between marks such as "d/b/a", in order. One if there is no mark. */
  pieces: string[];
  /** Other names of the organization: trade, former and brand names. Empty if it has only one name. */
  parts: string[];
  /**
   * The one of these with which the typed name begins, if nothing behind it says which organization is meant:
   * "Harbor Families" of "Harbor Families (Familias del Puerto)", but not "Sunrise Hikers" of "Sunrise Hikers (Milton)".
   */
  first?: string | undefined;
}

/** Marks before a trade name, of which one company can have several. */
const tradeMarks = [
  String.raw`d\.? ?\/? ?b\.? ?\/? ?a\.?`,
  'o/a|t/a|doing business as|trading as|operating as|operating under(?: the name)?|an? assumed name(?: of)?',
  'nombre comercial|que operan? como|faisant affaires? sous le nom',
].join('|');

/** Marks between two names of one organization, in English, Spanish and French, at any position. */
const strongMarks = [
  tradeMarks,
  String.raw`[fna]\/k\/a`,
  String.raw`[fna]\.k\.a\.`,
  'fka|nka|aka|also known as|now known as|formerly known as|previously known as',
  'formerly called|previously called|renamed from|antes llamad[oa]',
  '(?:aussi|anciennement|autrefois) (?:appelée?|nommée?|connue?)|connue? sous le nom|dite?(?= [«"“])',
  'por sus siglas|(?:(?:tambi[eé]n|antes|anteriormente|ahora|hoy|mejor) )?conocid[oa]s? como',
].join('|');

const isTradeMark = new RegExp(`^(?:an? )?(?:${tradeMarks})`, 'iu');

/** Words that occur in many names, and are a mark only after a bracket or a comma. */
const weakMarks =
  'formerly|previously|now|also|was|(?:the )?(?:legal|new|old) name|n[eé]e|antes|anteriormente|antigua|antiguo|ahora|on behalf|en nombre|au nom|alias|anciennement|autrefois|pr[eé]c[eé]demment|d[eé]sormais|ci-devant|dite?|ex(?=-)';

const letter = String.raw`[\p{L}\p{N}]`;
const betweenNames = new RegExp(
  String.raw`(?<!${letter})(?:an? )?(?:${strongMarks})(?: of| de)?:?(?!${letter})|(?<=[(\[,;–—-] ?)(?:${weakMarks})(?: of| de)?[:-]?(?!${letter})|(?<=\s)[/|→](?=\s)`,
  'giu',
);
/**
 * What one organization can be of another one. A chapter, local or branch is not here: of these an organization has
 * several.
 */
const ofAnother = [
  '(?:fiscally[ -])?sponsored project|project|program(?:me)?|initiative|campaign|affiliate|subsidiary|division|working group|part|member',
  'proyecto|programa|iniciativa|campaña|filial|parte|miembro|projet|programme|initiative|campagne|filiale|membre',
].join('|');

/** "of", and what French elides. */
const of = "(?:of|del?|du|des|de la|de l['’]|d['’])";
const behindMark = String.raw`(?<=[,;:|(–—-]\s*)`;

/** Words before the name of another organization, which is not meant: ", a project of". */
const beforeSponsor = new RegExp(
  [
    String.raw`[\s,;:|(–—-]+(?:(?:an?|une?|una) (?:${ofAnother}) ${of}`,
    String.raw`${behindMark}(?:(?:which is )?(?:an?|une?|una) (?:[^\s,;]+ ){0,3})?(?:${ofAnother}) ${of}`,
    String.raw`${behindMark}an? (?:[^\s,;]+ ){1,4}(?:project|program|initiative|campaign)(?=\W*$)`,
    `${behindMark}(?:housed|hosted|incubated) (?:at|by)`,
    String.raw`(?:(?:is )?fiscally )?sponsored by|fiscal(?:ly)? sponsor(?:ed|ship)?(?: by|:)|under the (?:fiscal )?sponsorship of|c\/o`,
    String.raw`(?:patrocinad[oa]|auspiciad[oa])(?: fiscalmente)? por|bajo el patrocinio(?: fiscal)? de|parrainée? par|sous l['’]égide (?:de|du))(?<=['’ ]|(?!\p{L}))`,
  ].join('|'),
  'iu',
);

const inBrackets = /[([]([^()[\]]*)[)\]]/gu;

/** Words in brackets that say which part of an organization is meant. */
const namesAPart =
  /\b(?:chapter|branch|section|local|region|district|division|campus|youth|students?|retirees|alumni|jubilad[oa]s|retrait[eé]e?s|north|south|east|west|central|northern|southern|eastern|western|cap[ií]tulo|secci[oó]n|regi[oó]n|distrito|filial|sede|norte|sur|este|oeste|j[oó]venes|juvenil)\b|\d/iu;

/** A dash, a colon or a comma, which is alone in the name. */
const betweenTwo = /^([^,:–—]+?)(?: +[-–—]+ +|: +|, +)([^,:–—]+)$/u;

/** What is no second name: a description of the form, and a place or body whose chapter the first is. */
const noSecondName =
  /^(?:an?|une?|una) |lucr|\bloi\b|^(?:universi|colegio|escuela|ecole|parroqui|paroisse|dioces|ciudad|estado|condado|provinc|ville|comte|san |santa )/u;

/**
 * Two names beside each other: "Harbor Families – Familias del Puerto", "Sea Watch: Sailors for Peace". The second has
 * the words of a name, since it is more often a place: "Sunrise Movement – San Diego".
 */
function namesBeside(typed: string): string[] {
  const [, first = '', second = ''] = betweenTwo.exec(typed) ?? [];
  const folded = foldLetters(second);
  if (!/\p{L} +\p{L}/u.test(first) || !mayBeName(second) || noSecondName.test(folded)) return [];
  // A legal form: "Hogar del Puerto, Institución de Asistencia Privada".
  if (normalizeName(typed).normalized === normalizeName(first).normalized) return [];
  return saysWhatFor(folded) || showsLanguage(folded) ? [first, second] : [];
}

const saysWhatFor = (folded: string): boolean => /\S (?:for|against) /.test(folded);
const showsLanguage = (folded: string): boolean => languagesOf(folded.split(/[^\p{L}\p{N}]+/u)).length > 0;

/**
 * Whether a second name is certainly no town: it says what it is for, or is of another language than the first. "Voces
 * del Puerto (Playa del Carmen)" is a chapter.
 */
function isNoTown(second: string, first: string): boolean {
  const [folded, other] = [foldLetters(second), foldLetters(first)];
  return saysWhatFor(folded) || (showsLanguage(folded) && !showsLanguage(other));
}

/** Splits a name at "d/b/a", "formerly", slashes between spaces, and brackets that contain another name. */
export function splitName(typed: string): NameParts {
  const between = typed.split(betweenNames);
  const pieces = between.map(withoutMarks).filter(hasLetters);
  const whole = typed.replace(betweenNames, ' ');
  const inside = [...whole.matchAll(inBrackets)].map(([, content = '']) => content.trim());
  const names = inside.filter(mayBeName);
  const parts = pieces.length > 1 ? between.map(withoutNames).map(withoutMarks).filter(hasLetters) : [];
  const sponsored = beforeSponsor.exec(typed);
  if (sponsored && sponsored.index > 0) parts.push(typed.slice(0, sponsored.index));
  const outside = whole.replace(inBrackets, ' ').trim();
  const saysWhich = inside.some((content) => !mayBeName(content) && !areInitialsOf(content, outside));
  // The name outside the brackets stands alone only if each bracket contains another name, or its initials: "(Texas)"
  // says which organization is meant.
  if (pieces.length < 2 && inside.length > 0 && !saysWhich && hasLetters(outside)) parts.push(outside);
  if (parts.length + names.length === 0) parts.push(...namesBeside(typed));
  const [first = '', beside = ''] = parts;
  const [mark = ''] = typed.match(betweenNames) ?? [];
  const seconds = names.length > 0 ? names : [beside];
  const isOtherName = /\p{L}/u.test(mark)
    ? !isTradeMark.test(mark)
    : seconds.some((each) => isNoTown(each, first));
  return {
    pieces: pieces.length > 1 ? pieces : [typed],
    parts: [...new Set([...parts, ...names])],
    first: isOtherName ? first : undefined,
  };
}

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const withoutMarks = (text: string): string => text.replace(/[()[\]"“”]/g, ' ').trim();

/** A piece without the names in its brackets, which are parts of their own. */
const withoutNames = (piece: string): string =>
  piece.replace(inBrackets, (bracket: string, content: string) => (mayBeName(content) ? ' ' : bracket));

/**
 * "Harbor Alliance (HA)", "Harbor Tenants & Workers (HT&W)", "Harbor Workers Union Local 9 (HWU Local 9)". In a key two
 * letters are too often a state.
 */
function areInitialsOf(content: string, name: string): boolean {
  const repeated = new Set(wordsOf(content).words);
  const words = wordsOf(name).words.filter((word) => !repeated.has(word));
  const own = new Set(wordsOf(name).words);
  const letters = foldLetters(content)
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => !own.has(word))
    .join('')
    .replace(/[^\p{L}]/gu, '');
  return letters === words.map(([initial]) => initial).join('') || isAcronymOf(letters, words);
}

function mayBeName(content: string): boolean {
  return /\p{L}{3}/u.test(content) && !namesAPart.test(content) && !isPlaceName(foldLetters(content).trim());
}
