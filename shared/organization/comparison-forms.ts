import { initialsInNames, isAcronymOf } from './acronym.ts';
import { withoutAddedWords } from './around-name.ts';
import {
  isArticleIn,
  isGeneric,
  isJoining,
  stemOf,
  withOneSpelling,
  withoutDisguise,
  withoutUnionLabel,
} from './comparison-words.ts';
import { withLatinLetters } from './confusables.ts';
import { normalizeName } from './key.ts';
import { languagesOf } from './languages.ts';
import { foldLetters } from './letters.ts';
import { splitName } from './name-parts.ts';
import { withOnePlace } from './places.ts';
import { statesOfTheUnion } from './states.ts';
import { isLabel } from './words.ts';

/** The words by which a name is compared. An organization can have several such names. */
export interface ComparisonForm {
  /** Separated by spaces. A word that was typed as an abbreviation keeps its full stop. */
  words: string;
  /**
   * Whether this is a part of the typed name, such as the trade name after "d/b/a". Two parts are not compared with
   * each other. The part with which the name begins counts as a whole one if the other is certainly no town.
   */
  isPart: boolean;
  /** The initials of its words, with all letters of words typed as acronyms: `seiu199` for "SEIU Local 199". */
  initials?: string;
  /** The acronyms that the name can have, by the words as they were typed. Undefined if these are not known. */
  acronyms?: readonly string[];
}

/** How many names of one organization are compared. */
const maxForms = 4;

/** Names of which the forms are kept. A confirmation asks for its own name twice, and for each protected name. */
const maxKept = 200;
const kept = new Map<string, readonly ComparisonForm[]>();

/**
 * The forms by which a typed name is compared with others. Letters of other scripts are replaced by the Latin letters
 * they look like; states, numbers and common abbreviations have one spelling; joining words, articles and plural
 * endings are removed. The first form is of the whole name. At most four.
 */
export function comparisonForms(name: string): readonly ComparisonForm[] {
  const known = kept.get(name);
  if (known) return known;
  const forms = newForms(name);
  if (kept.size >= maxKept) kept.clear();
  kept.set(name, forms);
  return forms;
}

function newForms(name: string): ComparisonForm[] {
  const { pieces, parts, first } = splitName(withoutAddedWords(withLatinLetters(name)));
  const formed = pieces.map(formOf);
  const whole = formed.map(({ words }) => words).join(' ');
  // Each with the words as they were typed.
  const forms = new Map([[whole, formed.length === 1 ? formed[0]?.typed : undefined]]);
  const glued = whole.includes(' ') ? undefined : gluedWords(whole);
  if (glued !== undefined) forms.set(glued, undefined);
  const typedWords = normalizeName(pieces.join(' ')).normalized.split(' ');
  for (const part of parts) {
    const { words, typed } = formOf(part);
    const saysNothingNew = words === '' || forms.has(words) || isAcronymOf(words, typedWords);
    if (!saysNothingNew) forms.set(words, typed);
  }
  const typedAcronyms = acronymsIn(name);
  const ofFirst = first === undefined ? '' : formOf(first).words;
  const isTelling = ofFirst.split(' ').some((word) => !isGeneric(word));
  return [...forms].slice(0, maxForms).map(([words, typed = []], at) => {
    const acronyms = acronymsOf(typed, typedAcronyms);
    const isPart = at > 0 && !(isTelling && words === ofFirst);
    return { words, isPart, initials: acronyms[0] ?? initialsOf(words, typedAcronyms), acronyms };
  });
}

/** Joining words in a name that is written as one word, like a host: `friendsoftheharbor`. */
const joinersInside =
  /^([a-z]{4,}?)(?:ofthe|forthe|andthe|inthe|ofour|del|para|por|the|of|for|and|de)([a-z]{3,})$/;

/** The words of such a name, as far as joining words part them. */
function gluedWords(word: string): string | undefined {
  const [, first, second] = word.length < 12 ? [] : (joinersInside.exec(word) ?? []);
  return first === undefined || second === undefined ? undefined : `${stemOf(first)} ${stemOf(second)}`;
}

/** Words in capitals beside others, and initials with full stops: `SEIU`, `S.E.I.U.`. */
function acronymsIn(typed: string): ReadonlySet<string> {
  const initials = [...typed.matchAll(/(?<![\p{L}.])(?:\p{Lu}\.){2,7}/gu)];
  const spaced = typed.replace(capitalsAndNumber, '$& ');
  const all = [...spaced.matchAll(/(?<![\p{L}\p{N}.])\p{Lu}{2,7}(?![\p{L}\p{N}.])/gu)];
  // "SEIU 199", "AFA-CWA". Of other words, all in capitals, nobody knows which is an acronym.
  const capitals = /\p{Ll}|^[^\p{L}]*\p{L}+(?:-\p{L}+)?[^\p{L}]*$/u.test(typed) ? all : [];
  return new Set([...initials, ...capitals].map(([word]) => foldLetters(word.replaceAll('.', ''))));
}

/** A number that is typed first counts as typed last: "Local 199 of the Service Employees". */
const numberFirst = /^((?:[a-z]+ )?\d\S*) (.+)$/;

const initialsOf = (words: string, acronyms: ReadonlySet<string>): string =>
  words
    .replace(numberFirst, (all, number: string, rest: string) =>
      /^\d/.test(number) || isLabel(number.split(' ')[0]) ? `${rest} ${number}` : all,
    )
    .split(' ')
    .map((word) => (acronyms.has(word) || /^[\d@]/.test(word) ? word : word.slice(0, 1)))
    .join('');

/** Joining words whose letters an acronym often has: JFREJ, FOE. Of others it hardly ever has them. */
const joinsInAcronym = /^(?:of|for|por|para|pour)$/;

/** An acronym has two letters of New York, and one of California. `LA` is Los Angeles. */
const isCodeOfOneWord = (word: string): boolean =>
  word !== 'la' && statesOfTheUnion.get(word)?.includes(' ') === false;

/**
 * The acronyms that a name of three words or more can have, by the words as they were typed: of all words but those that
 * join, and with the letters of these. A number says which local is meant, so a name with one has none.
 */
function acronymsOf(words: readonly string[], typedAcronyms: ReadonlySet<string>): string[] {
  if (words.length < 3 || words.some((word) => /\d/.test(word))) return [];
  const letters = (word: string): string =>
    (typedAcronyms.has(word) || initialsInNames.has(word)) && !isCodeOfOneWord(word)
      ? word
      : String.fromCodePoint(word.codePointAt(0) ?? 0);
  const joins = (word: string, at: number): boolean =>
    isJoining(word, at, words) || isArticleIn(word, at, words);
  const own = words.at(-2) === 'afl' ? words.slice(0, -2) : words;
  const short = own.map((word, at) => (joins(word, at) ? '' : letters(word))).join('');
  const long = own
    .map((word, at) => (joins(word, at) && !joinsInAcronym.test(word) ? '' : letters(word)))
    .join('');
  return [...new Set([short, long])].filter((acronym) => acronym.length >= 3);
}

/** Parts of a host that do not belong to a name: `www.` and the top-level domain. */
const hostEndings =
  /(?<=[\p{L}\p{N}]) ?\.(?:org|com|net|edu|info|ngo|us|mx|ca|es|io|app|dev|biz|eu|fr|uk)(?:\.(?:mx|uk|ar|co|es|us))?(?![\p{L}\p{N}.])/giu;

/** `HarborVoices` and `LanternPTA` are two words. An I within a word is more likely a disguised l. */
const betweenCapitals = /(?<=\p{Ll}{2})(?=(?!I)\p{Lu}\p{L}{2})/gu;

/** `PS12` and `UAW12` are written with a space, too. */
const capitalsAndNumber = /(?<![\p{L}\p{N}])\p{Lu}{2,5}(?=\d{1,4}(?![\p{L}\p{N}]))/gu;

/** "350Harbor". "32BJ" and "9to5" are one word. */
const numberAndWord = /(?<![\p{L}\p{N}])\d{2,4}(?=\p{Lu}\p{Ll}{3})/gu;

/** "N. Harbor Library". Between other initials it is a letter. */
const directionAsLetter = /(?<!\p{L}\.? ?)[NSEW]\.(?= \p{L}{2})/gu;
const directions: Record<string, string> = { N: 'North', S: 'South', E: 'East', W: 'West' };

/** A word that shows Spanish where a saint is named. */
const parish = /(?:^|\s)(?:parroquia|capilla)\s/u;

/** "Iglesia S. Marcos" in Spanish, where it is no direction. */
const saintAsLetter = /(?<![\p{L}.]|(?<!\p{L})\p{L}\.? )S\.(?= ?(\p{L}{3,}))/gu;

/** "Jóvenes x el Clima" in Spanish. With a capital beside small letters it is a name: "Malcolm X". */
const forAsLetter = /(?<=\p{L}{3} )x(?= \p{L}{2})|(?<=^[^\p{Ll}]*\p{L}{3} )X(?= \p{L}{2}[^\p{Ll}]*$)/gu;

/** "SEIU Local 10 21". */
const numberInTwo = /(?<=(?<!\p{L})local \d{1,3}) (?=\d{1,3}$)/giu;

/** "Jobs w/ Justice", "Jobs w Justice", "Doctors w/o Borders". */
const withoutAsLetters = /(?<=\p{L}{2} )w\/ ?o(?= )/gu;
const withAsLetter = /(?<=\p{L}{2} )w(?:\/ ?| (?=\p{L}{2}))/gu;

/** "Food 'n' Water Watch", "Food n Water Watch". */
const andAsLetter = /(?<=\p{L}{2} )['’‘]?n['’‘]?(?= \p{L}{2})/gu;

/** "Harbor Legal Aid Soc." Within a name it may be an acronym. */
const societyAtEnd = /(?<=\p{L}{2} )Soc\.?$/u;

/** "Friends of Harbor Co.", which is no company. */
const countyAtEnd = /(?<= of (?:\p{Lu}[\p{L}'’-]+ ){1,2})Co\.?$/u;

/** What an organization says of its form behind its name, other than the forms that a key leaves out. */
const description = new RegExp(
  [
    String.raw`\s*[,;(–—-]\s*(?:an? )?(?:registered )?(?:(?<=(?:an?|registered) )charity|charity(?=,? (?:no|num|number|#))|non-?profit(?: organi[sz]ation)?|not-for-profit|professional corporation|unincorporated association)(?:,? (?:no|num|number|#)\.?:? ?[\d-]+)?\)?$`,
    String.raw`\s*[,;(–—-]\s*(?:an? )?\p{L}+(?: \p{L}+)? state non-?profit (?:corporation|corp\.?|organi[sz]ation)\)?$`,
    String.raw`\s*[,;(–—-]\s*(?:una )?(?:asociación|organización|entidad)(?: civil)? sin (?:fines|ánimo|fin) de lucro\)?$`,
    String.raw`\s*[,;(–—-]\s*(?:un )?organismo no gubernamental\)?$`,
    String.raw`[\s,;:(–—-]+(?:(?:F?EIN|tax id)(?: (?:no|number))?[.:# ]*\d\d-?\d{7})\)?$`,
    String.raw`\s*[,;(–—-]\s*(?:une )?(?:association|organisme|organisation)(?: (?:régie par la|de|à|sans|but|loi|lucratif|non|du 1er juillet|1901))+\)?$`,
  ].join('|'),
  'iu',
);
/** The same as an abbreviation. In small letters it may be a name: "Ong". */
const shortDescription = /(?<=\s)\(?(?:OBNL|OSBL|ONGD?|R\. ?L\.)\)?$/;

/** "Lcl 1021", "Local Lodge 1021", "Local No. 01021". A district lodge is another one. */
const localBeforeNumber = /(?<!\p{L})(?:local lodge|local|lcl\.?)[-. ]*(?:no\.? ?|# ?)?0*(?=\d)/giu;

/** "SEIU L1021", "SEIU Union Local 1021". */
const localBehindAcronym = /(?<=\p{Lu}{2} )(?:L[-. ]*|Union Local )(?=\d)/gu;

/** A name in the form in which it is compared, and its words as they were typed. */
function formOf(typed: string): { words: string; typed: string[] } {
  const folded = foldLetters(typed);
  const isSpanish = parish.test(folded) || languagesOf(folded.split(/[^\p{L}]+/u)).includes('es');
  const text = typed
    .trim()
    .replace(description, '')
    .replace(shortDescription, '')
    .replace(/\bwww\./giu, '')
    .replace(hostEndings, '')
    .replace(localBehindAcronym, 'Local ')
    .replace(localBeforeNumber, 'Local ')
    .replace(betweenCapitals, ' ')
    .replace(capitalsAndNumber, '$& ')
    .replace(numberAndWord, '$& ')
    .replace(numberInTwo, '')
    .replace(withoutAsLetters, 'without')
    .replace(withAsLetter, 'with ')
    .replace(andAsLetter, 'and')
    .replace(societyAtEnd, 'Society')
    .replace(countyAtEnd, 'County')
    .replace(saintAsLetter, (letter: string, name: string) =>
      isSpanish ? (name.endsWith('a') ? 'Santa' : 'San') : letter,
    )
    .replace(forAsLetter, (letter: string) => (isSpanish ? (letter === 'x' ? 'por' : 'POR') : letter))
    .replace(directionAsLetter, (letter: string) => directions[letter[0] ?? ''] ?? letter);
  const abbreviated = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}.])(\p{L}{2,7})\.(?!\p{L})/gu)].map(([, word = '']) =>
      foldLetters(word),
    ),
  );
  const codes = postalCodesIn(text);
  const { normalized } = normalizeName(text);
  const words = normalized.split(' ');
  const placed = withOnePlace(words, (word, at) => codes.has(word) || (at > 0 && at === words.length - 1));
  const compared = withOneSpelling(placed)
    // "Block Y". A longer word is no letter of a block.
    .filter((word, at, all) => !isJoining(word, at, all) || (word.length === 1 && isLabel(all[at - 1])))
    .filter((word, at, all) => !isArticleIn(word, at, all))
    .map((word) => (abbreviated.has(word) ? `${word}.` : stemOf(withoutDisguise(word))))
    .filter((word, at, all) => word !== all[at - 1] || /\d/.test(word));
  return { words: withoutUnionLabel(once(compared)).join(' '), typed: words };
}

/** The words of a name that was typed several times: "Sea Watch & Sea Watch". */
function once(words: string[]): string[] {
  const length = words.findIndex(
    (_, at) => at > 0 && words.every((word, from) => word === words[from % at]) && words.length % at === 0,
  );
  return length === -1 ? words : words.slice(0, length);
}

/** Pairs of capitals in a name that also has lowercase letters, and pairs of initials: `NY`, `N.Y.`. */
function postalCodesIn(text: string): ReadonlySet<string> {
  const initials = [...text.matchAll(/(?<![\p{L}.])(\p{Lu})\. ?(\p{Lu})\.(?! ?\p{Lu}\.)/gu)];
  const capitals = /\p{Ll}/u.test(text)
    ? [...text.matchAll(/(?<![\p{L}\p{N}.])(\p{Lu})(\p{Lu})(?![\p{L}\p{N}.])/gu)]
    : [];
  return new Set(
    [...initials, ...capitals].map(([, first = '', second = '']) => (first + second).toLowerCase()),
  );
}
