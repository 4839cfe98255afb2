import { isAcronymOf } from './acronym.ts';
import { isJoining, stemOf, withOneSpelling, withoutDisguise } from './comparison-words.ts';
import { withLatinLetters } from './confusables.ts';
import { normalizeName } from './key.ts';
import { foldLetters } from './letters.ts';
import { splitName } from './name-parts.ts';
import { withOnePlace } from './places.ts';
import { isLabel } from './words.ts';

/** The words by which a name is compared. An organization can have several such names. */
export interface ComparisonForm {
  /** Separated by spaces. A word that was typed as an abbreviation keeps its full stop. */
  words: string;
  /**
   * Whether this is a part of the typed name, such as the trade name after "d/b/a". Two parts are not compared with
   * each other.
   */
  isPart: boolean;
}

/** How many names of one organization are compared. */
const maxForms = 4;

/**
 * The forms by which a typed name is compared with others. Letters of other scripts are replaced by the Latin letters
 * they look like; states, numbers and common abbreviations have one spelling; joining words and plural endings are
 * removed. The first form is of the whole name. At most four.
 */
export function comparisonForms(name: string): ComparisonForm[] {
  const { pieces, parts } = splitName(withLatinLetters(name));
  const whole = pieces.map(formOf).join(' ');
  const forms = new Map([[whole, false]]);
  const typedWords = normalizeName(pieces.join(' ')).normalized.split(' ');
  for (const part of parts) {
    const words = formOf(part);
    const saysNothingNew = words === '' || forms.has(words) || isAcronymOf(words, typedWords);
    if (!saysNothingNew) forms.set(words, true);
  }
  return [...forms].slice(0, maxForms).map(([words, isPart]) => ({ words, isPart }));
}

/** Parts of a host that do not belong to a name: `www.` and the top-level domain. */
const hostEndings =
  /(?<=[\p{L}\p{N}]) ?\.(?:org|com|net|edu|info|ngo|us|mx|ca|es)(?:\.(?:mx|uk|ar|co|es|us))?(?![\p{L}\p{N}.])/giu;

/** `HarborVoices` and `LanternPTA` are two words. An I within a word is more likely a disguised l. */
const betweenCapitals = /(?<=\p{Ll}{2})(?=(?!I)\p{Lu}\p{L}{2})/gu;

function formOf(typed: string): string {
  const text = typed
    .replace(/\bwww\./giu, '')
    .replace(hostEndings, '')
    .replace(betweenCapitals, ' ');
  const abbreviated = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}.])(\p{L}{2,7})\.(?!\p{L})/gu)].map(([, word = '']) =>
      foldLetters(word),
    ),
  );
  const codes = postalCodesIn(text);
  const { normalized } = normalizeName(text);
  const words = normalized.split(' ');
  const placed = withOnePlace(words, (word, at) => codes.has(word) || (at > 0 && at === words.length - 1));
  return (
    withOneSpelling(placed)
      // "Block Y". A longer word is no letter of a block.
      .filter((word, at, all) => !isJoining(word, at, all) || (word.length === 1 && isLabel(all[at - 1])))
      .filter((word, at, all) => word !== all[at - 1] || /\d/.test(word))
      .map((word) => (abbreviated.has(word) ? `${word}.` : stemOf(withoutDisguise(word))))
      .join(' ')
  );
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
