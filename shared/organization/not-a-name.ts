import { isAbusive } from './abusive-words.ts';
import { hasAddress } from './address-in-name.ts';
import { isKindWithoutName } from './kind-without-name.ts';
import { foldLetters } from './letters.ts';
import { splitName } from './name-parts.ts';
import { isNotOnePerson } from './not-a-person.ts';
import { hasNoLetter, isPlaceholder, plainWords } from './placeholder.ts';
import { isRole } from './roles.ts';
import { isSentence } from './sentences.ts';
import { hasUnusualSigns } from './unusual-signs.ts';

/** How many names one organization may have. Only these are compared beside the whole text. */
const maxNames = 3;

/**
 * Whether the text in a field for an organization is not a name: "N/A", "None", "Retired", "Test", "Your organization",
 * "Acme Corp", a phone number or postal address, an @handle, #REF!, a row of keys, a question or another sentence, a
 * person's office, an insult, more than three names in one, or signs that hardly any name has; in English and Spanish,
 * and the most frequent in French. A real name can look like this, so this is evidence for an organizer and no reason to
 * refuse. The address of a website is a name.
 */
export function isNotAName(typed: string): boolean {
  if (isPlaceholder(typed) || splitName(typed).parts.length > maxNames) return true;
  const folded = foldLetters(typed.trim());
  const words = plainWords(folded);
  return isKindWithoutName(words) || isRole(words, folded) || isNotPrintable(typed);
}

/**
 * Whether a text that is printed beside a name, such as a city, is none of the kind: a sentence, an address or
 * telephone number, an insult, signs that hardly any name has. "N/A" is harmless there.
 */
export function isNotPrintable(typed: string): boolean {
  const folded = foldLetters(typed.trim());
  return (
    isSentence(plainWords(folded), typed.trim()) ||
    hasAddress(folded) ||
    isAbusive(folded) ||
    hasUnusualSigns(typed)
  );
}

/** Words for trying the form, and rows of keys. One alone, such as "Test", can be somebody's name. */
const trial = /^(?:test|testing|prueba|essai|(?:asdf|sdfg|qwert|zxcv|hjkl)\w*)$/;
const family = /^(?:test|testing|prueba|essai)$/;

/** Only words that no name consists of: a person may be called Will Sign, or Esta Carta. */
const ofSigning =
  /\bthis (?:letter|petition|statement|form)\b|^(?:i|we) (?:\w+ ){1,3}sign\b|^(?:quiero|queremos|quisiera|deseo) firmar\b|\bcette (?:lettre|petition)\b|\bveux signer\b/;

/**
 * Whether the text in a field for a person is not a name: without a letter, "asdf", "Test Test", an address or telephone
 * number, a text about signing, signs that hardly any name has, or several people, a body or an office. Other words are
 * hardly a reason, since Heil, Verga, Fukuda and Null are names of people.
 */
export function isNoPersonsName(typed: string): boolean {
  const folded = foldLetters(typed.trim());
  const text = plainWords(folded);
  const isTrial = text.split(' ').every((word) => trial.test(word)) && !family.test(text);
  return (
    hasNoLetter(typed) ||
    isTrial ||
    ofSigning.test(text) ||
    hasAddress(folded) ||
    hasUnusualSigns(typed) ||
    isNotOnePerson(folded)
  );
}
