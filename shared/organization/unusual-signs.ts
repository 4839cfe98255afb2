/**
 * Pictures, stars, arrows, boxes and ornaments. The signs for copyright, trademarks and numbers belong to names, and
 * Japanese and Korean ones for legal forms.
 */
const picture =
  /(?![©®™℠#*°№\d\u3200-\u33FF])[\p{So}\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F150}-\u{1F189}\u2190-\u21FF\u2500-\u25FF\u2600-\u27BF\u2B00-\u2BFF\uA9C1\uA9C2卐卍]/u;

/**
 * Letters of another shape: mathematical, circled, raised, small capitals, upside down. One may be an index or a sound.
 */
const shaped =
  /[\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1FF}]|(?:[\u2460-\u24FF]\s?){2}|[\u2070-\u209C\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A]{3}|[\u1D00-\u1D2B\uA730ɢʜɪʟɴʀʏʙɐɹʇʎʍ](?:.{0,2}[\u1D00-\u1D2B\uA730ɢʜɪʟɴʀʏʙɐɹʇʎʍ])/u;

/** Marks that strike letters through or frame them, and letters above letters, as in manuscripts. */
const overlaid = /[\u0334-\u0338\u0363-\u036F\u20D0-\u20FF\uFE00-\uFE0F]|[\u0483-\u0489]/u;

/** More marks on a letter than any alphabet has, apart from the letter, or a line below many letters. */
const piled =
  /[\p{Script=Latin}\p{Script=Cyrillic}]\p{M}{3,}|\p{Script=Greek}\p{M}{4,}|(?:\p{L}[\u0305\u0332\u0333]){4}/u;

/** Signs by which programs write others: `&amp;`, `%20`, `\n`, `**bold**`. "100%Fed" is a share. */
const entities = /&(?:amp|lt|gt|quot|nbsp|#x?\w+);/i;
const escapes = /(?<!\d)%[0-9A-Fa-f]{2}(?=[\p{L}%])|\\[nrt](?=\p{Lu}|$)|^(\*\*|~~|__).+\1$/u;

/** The same mark three times: "!!!", "***". */
const repeated = /([!?¡¿*#$%&~^=+_<>[\](){}|\\/"'“”‘’;:,-])\1{2,}/u;

/**
 * Whether a text has signs that hardly any name has: emoji and other pictures, letters struck through or of another
 * shape, piles of accents, what a program has escaped, a mark three times. They draw all eyes on a list, or hide what a
 * name is.
 */
export function hasUnusualSigns(typed: string): boolean {
  const text = typed.toWellFormed().normalize('NFC');
  return (
    piled.test(text.normalize('NFD')) ||
    [picture, shaped, overlaid, entities, escapes, repeated].some((signs) => signs.test(text))
  );
}
