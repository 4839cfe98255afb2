/** Pictures, stars, arrows and boxes. The signs for copyright and trademarks belong to names. */
const picture =
  /(?![©®™℠#*\d])[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F150}-\u{1F189}\u2190-\u21FF\u2500-\u25FF\u2600-\u27BF\u2B00-\u2BFF]/u;

/** Marks that strike letters through or frame them. */
const overlaid = /[\u0334-\u0338\u20D0-\u20FF\uFE00-\uFE0F]/u;

/** More marks on a letter than any alphabet with Latin letters has. */
const piled = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}{3,}/u;

/** The same mark three times: "!!!", "***". */
const repeated = /([!?¡¿*#$%&~^=+_<>[\](){}|\\/"'“”‘’;:,-])\1{2,}/u;

/**
 * Whether a text has signs that hardly any name has: emoji and other pictures, letters struck through, piles of accents, a
 * mark three times. They draw all eyes on a list, or hide what a name is.
 */
export function hasUnusualSigns(typed: string): boolean {
  const text = typed.toWellFormed().normalize('NFC');
  return [picture, overlaid, piled, repeated].some((signs) => signs.test(text));
}
