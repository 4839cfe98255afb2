import { isAcronymOf } from './acronym.ts';
import { foldLetters } from './letters.ts';
import { isPlaceName } from './places.ts';
import { wordsOf } from './words.ts';

/** A typed name, and the names in it. */
export interface NameParts {
  /** The parts between marks such as "d/b/a", in order. One if there is no mark. */
  pieces: string[];
  /** Other names of the organization: trade, former and brand names. Empty if it has only one name. */
  parts: string[];
}

/** Marks between two names of one organization, in English and Spanish, at any position. */
const strongMarks = [
  String.raw`d\.? ?\/? ?b\.? ?\/? ?a\.?`,
  String.raw`[fna]\/k\/a`,
  String.raw`[fna]\.k\.a\.`,
  'fka|nka|aka|o/a|t/a',
  'doing business as|trading as|operating as|also known as|now known as|formerly known as|previously known as',
  'formerly called|previously called',
  'por sus siglas|conocid[oa] como|tambi[eé]n conocid[oa] como|antes conocid[oa] como|anteriormente conocid[oa] como|ahora conocid[oa] como',
].join('|');

/** Words that occur in many names, and are a mark only after a bracket or a comma. */
const weakMarks = 'formerly|previously|now|also|n[eé]e|antes|anteriormente|antigua|antiguo|ahora|alias';

const letter = String.raw`[\p{L}\p{N}]`;
const betweenNames = new RegExp(
  String.raw`(?<!${letter})(?:${strongMarks})(?: of| de)?(?!${letter})|(?<=[(\[,;–—-] ?)(?:${weakMarks})(?: of| de)?:?(?!${letter})|(?<=\s)[/|](?=\s)`,
  'giu',
);
/** Words before the name of another organization, which is not meant. */
const beforeSponsor =
  /[\s,;(–—-]+(?:(?:an? (?:fiscally sponsored )?(?:project|program|initiative|sponsored project) of)|(?:fiscally )?sponsored by|c\/o|un (?:proyecto|programa) de|una iniciativa de)(?!\p{L})/iu;

const inBrackets = /[([]([^()[\]]*)[)\]]/gu;

/** Words in brackets that say which part of an organization is meant. */
const namesAPart =
  /\b(?:chapter|branch|section|local|region|district|division|campus|youth|students?|north|south|east|west|central|northern|southern|eastern|western|cap[ií]tulo|secci[oó]n|regi[oó]n|distrito|filial|sede|norte|sur|este|oeste|j[oó]venes|juvenil)\b|\d/iu;

/** Splits a name at "d/b/a", "formerly", slashes between spaces, and brackets that contain another name. */
export function splitName(typed: string): NameParts {
  const pieces = typed
    .split(betweenNames)
    .map((piece) =>
      piece
        .replace(/[(["“”]/g, ' ')
        .replace(/[)\]]/g, ' ')
        .trim(),
    )
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const whole = typed.replace(betweenNames, ' ');
  const parts = pieces.length > 1 ? [...pieces] : [];
  const sponsored = beforeSponsor.exec(typed);
  if (sponsored && sponsored.index > 0) parts.push(typed.slice(0, sponsored.index));
  const inside = [...whole.matchAll(inBrackets)].map(([, content = '']) => content);
  const names = inside.filter(mayBeName);
  const outside = whole.replace(inBrackets, ' ').trim();
  const saysWhich = inside.some((content) => !mayBeName(content) && !areInitialsOf(content, outside));
  // The name outside the brackets stands alone only if each bracket contains another name, or its initials: "(Texas)"
  // says which organization is meant.
  if (inside.length > 0 && !saysWhich && /[\p{L}\p{N}]/u.test(outside)) parts.push(outside);
  return { pieces: pieces.length > 1 ? pieces : [typed], parts: [...new Set([...parts, ...names])] };
}

/** "Harbor Alliance (HA)", "Harbor Tenants & Workers (HT&W)". In a key two letters are too often a state. */
function areInitialsOf(content: string, name: string): boolean {
  const letters = foldLetters(content).replace(/[^\p{L}]/gu, '');
  const words = wordsOf(name).words;
  return letters === words.map(([initial]) => initial).join('') || isAcronymOf(letters, words);
}

function mayBeName(content: string): boolean {
  return /\p{L}{3}/u.test(content) && !namesAPart.test(content) && !isPlaceName(foldLetters(content).trim());
}
