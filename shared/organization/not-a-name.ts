import { isAbusive } from './abusive-words.ts';
import { hasAddress } from './address-in-name.ts';
import { isKindWithoutName } from './kind-without-name.ts';
import { foldLetters } from './letters.ts';
import { isPlaceholder, plainWords } from './placeholder.ts';
import { isRole } from './roles.ts';
import { isSentence } from './sentences.ts';
import { hasUnusualSigns } from './unusual-signs.ts';

/**
 * Whether the text in a field for an organization is not a name: "N/A", "None", "Retired", "Test", "Your organization",
 * "Acme Corp", a phone number or postal address, an @handle, #REF!, a row of keys, a question or another sentence, a
 * person's office, an insult, or signs that hardly any name has; in English and Spanish, and the most frequent in
 * French. A real name can look like this, so this is evidence for an organizer and no reason to refuse. The address of
 * a website is a name.
 */
export function isNotAName(typed: string): boolean {
  if (isPlaceholder(typed)) return true;
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
