/** Letters without a Unicode decomposition, with the letters that people without the right keyboard type. */
const plainLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
  // Arabic and Persian keyboards have different characters for the same letter.
  ی: 'ي',
  ک: 'ك',
};
const unusualLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** The zeros of digits that NFKC does not change: Arabic, Persian, Devanagari. */
const zeros = [0x660, 0x6f0, 0x966];

const apostrophe = /[`’‘‛ʼʻʽˈʹ´′՚׳ꞌ]/g;

/** Trademark signs, which NFKC would turn into letters. */
const trademark = /[™℠]/g;

/** Hebrew points, Arabic vowel signs and the Arabic stretching line: optional, and usually left out. */
const optionalSigns = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u0652\u0670\u0640]+/g;
/** The dots of Russian ё, which most people do not type. */
const dotsOfYo = /(?<=е)\u0308/g;

/** Whether a text has only printable ASCII characters. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/**
 * Removes characters that show nothing: zero-width and bidi controls, soft hyphens, variation selectors, tags,
 * fillers.
 */
const withoutInvisible = (text: string): string =>
  text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu, '');

/**
 * Text without the differences that no reader of a list would notice or mean: case (by Unicode's tables, in every
 * locale), accents, compatibility forms (NFKC), invisible characters, kinds of apostrophe, broken surrogates.
 * Punctuation and spaces stay.
 */
export function foldLetters(text: string): string {
  // Faster, and a starting function saves the ten milliseconds for expressions from Unicode's tables.
  if (isPlain(text)) return text.replace(apostrophe, "'").toLowerCase();
  const typed = text
    .toWellFormed()
    .replace(apostrophe, "'")
    .replace(trademark, ' ')
    // A superscript, circled or fractional number after a digit. NFKC would join the two into another number.
    .replace(/(?<=\p{N})(?=\p{No})|(?<=\p{No})(?=\p{N})/gu, ' ');
  const compatible = withoutInvisible(typed.normalize('NFKC').replace(apostrophe, "'"));
  return (
    compatible
      // Upper case first, because it decomposes ß, ſ and dotless ı, which have no lower case of their own.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFD')
      // Marks on Latin and Greek letters are accents, and on digits decoration. In other scripts they can be part of
      // a letter (й, Thai).
      .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{N}])\p{M}+/gu, '')
      .replace(optionalSigns, '')
      .replace(dotsOfYo, '')
      // Marks without a letter. NFKC makes them of freestanding accents.
      .replace(/(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, '')
      .normalize('NFC')
      .replace(unusualLetter, (letter) => plainLetters[letter] ?? letter)
      .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, westernDigit)
  );
}

/** The letters and digits of a folded text, without all that stands between them. */
export const lettersOf = (folded: string): string => folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

function westernDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (zeros.find((zero) => code < zero + 10) ?? code));
}

/**
 * A name without any letter or digit, as it was typed, except that spaces, compatibility forms and invisible
 * characters are normalized. A name that shows nothing at all is represented by its code points.
 */
export function rawForm(name: string): string {
  const wellFormed = name.toWellFormed();
  const visible = withoutInvisible(wellFormed.normalize('NFKC'))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (visible !== '') return visible;
  return ['u', ...Array.from(wellFormed, (character) => character.codePointAt(0)?.toString(16))].join('');
}
