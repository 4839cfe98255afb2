import { foldLetters } from '../organization/letters.ts';

/** Beginnings that turn a word into its opposite, in English, Spanish and French. Before l, i alone does in Spanish. */
const negation = /^(?:un|dis|in|im|ir|il|non|anti|mis|des|mal)$/;
const negationByLetter = /^(?:il|ir|amoral|apolitic|asocial|atheis|atypical)/;

/** Shorter words are the ends of others by chance. */
const minLettersNegated = 4;

function isOpposite(one: string, other: string): boolean {
  if (other.length < minLettersNegated || !one.endsWith(other)) return false;
  const beginning = one.slice(0, -other.length);
  return negation.test(beginning) || (beginning.length === 1 && negationByLetter.test(one));
}

/** Words that a letter or two make of frequent words of names: of Friends, Public, Hall, Food, Lives, Now. */
const unkind = new RegExp(
  `^(?:${[
    'fiend|pubic|whore|slut|rapist|rape|thief|thieve|liar|lie|lying|fool|moron|dumb|loser|crook|corrupt|criminal|crime|slave|racist|sexist|fascist|nazi|evil|devil|demon',
    'hell|hate|hater|kill|killer|death|dead|die|dying|sick|ill|bad|mad|sad|fat|ugly|lazy|mess|pest|pig|rat|lice|lousy|fake|fraud|scam|shame|sham|spam|poison|bomb|war|riot|dirt|dirty|filth|shot|tit|ass|arse|butt|anal|sex|not|nope',
    'puta|puto|odio|muerte|muert[oa]|mal[oa]|fe[oa]|suci[oa]|guerra|mentira|ladron|ladrones|asesin[oa]|culo|mierda',
    'pute|haine|morte?|guerre|mensonge|voleur|fou|merde',
  ].join('|')})(?:e?s)?$`,
  'u',
);

/** Whether a word was only mistyped: letters were left out, or two were swapped. "Kiler", "Posion". */
function isMistyped(typed: string, word: string): boolean {
  const sorted = (text: string): string => [...text].toSorted().join('');
  if (word.length > minLettersNegated && sorted(typed) === sorted(word)) return true;
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return at === typed.length;
}

/**
 * Whether a text with few other letters means something else: a word has become its opposite ("Justice" and
 * "Injustice", in either direction), or an unkind one ("Friends", then "Fiends"). The other way round that is a
 * correction, and so is a letter that was left out of an unkind word. Pure.
 */
export function turnsMeaning(approved: string, changed: string): boolean {
  const wordsOf = (text: string): string[] =>
    foldLetters(text)
      .replace(/['’]/g, '')
      .split(/[^\p{L}]+/u);
  const [before, after] = [wordsOf(approved), wordsOf(changed)];
  // "Non Profit" and "Nonprofit".
  if (before.join('') === after.join('')) return false;
  const gone = before.filter((word) => !after.includes(word));
  const added = after.filter((word) => !before.includes(word));
  return (
    added.some((word) => unkind.test(word) && !gone.some((other) => isMistyped(other, word))) ||
    added.some((word) => gone.some((other) => isOpposite(word, other) || isOpposite(other, word)))
  );
}
