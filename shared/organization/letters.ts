/** Letters without a Unicode decomposition, as people without the right keyboard write them. */
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

/** Zeros of the digits that NFKC leaves alone: Arabic, Persian, Devanagari. */
const zeros = [0x660, 0x6f0, 0x966];

const apostrophe = /[`’‘‛ʼʻʽˈʹ´′՚׳ꞌ]/g;

/** Trademark signs, of which NFKC would make letters. */
const trademark = /[™℠]/g;

/** Hebrew points, Arabic vowel signs and the stretched line: optional, and mostly left out. */
const optionalSigns = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u0652\u0670\u0640]+/g;
/** The dots of Russian ё, which most people do not type. */
const dotsOfYo = /(?<=е)\u0308/g;

/** Whether there are only printable ASCII characters. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** Characters that show nothing: zero-width and bidi controls, soft hyphens, variation selectors, tags, fillers. */
const withoutInvisible = (text: string): string =>
  text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu, '');

/**
 * Text with the differences taken out that no reader of a list would see or mean: case (by Unicode's tables, whatever
 * the machine's locale), accents, compatibility forms (NFKC), invisible characters, kinds of apostrophe, broken
 * surrogates. Punctuation and spaces stay.
 */
export function foldLetters(text: string): string {
  // Not only faster: building expressions from Unicode's tables takes a starting function ten milliseconds.
  if (isPlain(text)) return text.replace(apostrophe, "'").toLowerCase();
  const typed = text
    .toWellFormed()
    .replace(apostrophe, "'")
    .replace(trademark, ' ')
    // A superscript, circled or fractional number beside a digit: NFKC would join them to another number.
    .replace(/(?<=\p{N})(?=\p{No})|(?<=\p{No})(?=\p{N})/gu, ' ');
  const compatible = withoutInvisible(typed.normalize('NFKC').replace(apostrophe, "'"));
  return (
    compatible
      // Upper case first: it takes apart ß, ſ and dotless ı, which have no lower case of their own.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFD')
      // Marks on Latin and Greek letters are accents and on digits ornaments; elsewhere they can be letters (й, Thai).
      .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{N}])\p{M}+/gu, '')
      .replace(optionalSigns, '')
      .replace(dotsOfYo, '')
      // Marks without a letter, as NFKC leaves of freestanding accents.
      .replace(/(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, '')
      .normalize('NFC')
      .replace(unusualLetter, (letter) => plainLetters[letter] ?? letter)
      .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, westernDigit)
  );
}

function westernDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (zeros.find((zero) => code < zero + 10) ?? code));
}

/**
 * A name of which no letter or digit is left, as it was typed: only spaces, compatibility forms and invisible
 * characters are tidied. What shows nothing at all is told apart by its code points.
 */
export function rawForm(name: string): string {
  const wellFormed = name.toWellFormed();
  const visible = withoutInvisible(wellFormed.normalize('NFKC'))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (visible !== '') return visible;
  return ['u', ...Array.from(wellFormed, (character) => character.codePointAt(0)?.toString(16))].join('');
}
