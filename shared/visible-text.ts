/** Spaces, controls, marks without a letter, and characters that draw nothing, the empty Braille cell among them. */
const nothingToSee = String.raw`[\s\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}⠀]`;
const onlyNothing = new RegExp(`^${nothingToSee}*$`, 'u');

/** The same without marks, which belong to the letter before them. */
const invisible = String.raw`[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}⠀\uFFFC]`;
/** A run is looked at once, from its beginning: somebody may paste thousands. */
const invisibleEnds = new RegExp(`^${invisible}+|(?<!${invisible})${invisible}+$`, 'gu');

/** Tabs, and letters without a shape: Hangul fillers and the empty Braille cell. */
const blanks = /[\t\u3164\uFFA0\u2800]/gu;

/** Whether somebody who looks at the text sees nothing: U+3164, U+2800, marks without a letter, or no text. */
export const showsNothing = (text: string): boolean => onlyNothing.test(text);

/**
 * Text as it was pasted, without the invisible characters that programs leave at its ends, such as U+200E and U+2068,
 * and with spaces for tabs and for letters that are drawn as a blank. Invisible characters inside stay: whether they
 * are harmless is for the caller to say.
 */
export const withoutInvisibleEnds = (text: string): string =>
  text.replace(blanks, ' ').replace(invisibleEnds, '');

/**
 * Characters that draw nothing. Between letters of Arabic, Indian and other scripts, joiners change how these are
 * written.
 */
const invisibleInside =
  /(?<![^\p{ASCII}])[\p{Cf}\p{Default_Ignorable_Code_Point}]+|(?<![\p{Cf}\p{Default_Ignorable_Code_Point}])[\p{Cf}\p{Default_Ignorable_Code_Point}]+(?![^\p{ASCII}])/gu;

/**
 * An address of a mailbox or a website without the invisible characters in it: no address has any beside an ASCII
 * letter.
 */
export const withoutInvisible = (address: string): string => address.replace(invisibleInside, '');

const invisibleInWords =
  /(?=[\p{Cf}\p{Default_Ignorable_Code_Point}])(?<![\p{Cf}\p{Default_Ignorable_Code_Point}])(?<=\p{Script=Latin}\p{M}{0,3})[\p{Cf}\p{Default_Ignorable_Code_Point}]+(?=\p{Script=Latin})/gu;

/** A name without characters that draw nothing between two Latin letters, where they join nothing. */
export const withoutInvisibleInWords = (name: string): string => name.replace(invisibleInWords, '');
