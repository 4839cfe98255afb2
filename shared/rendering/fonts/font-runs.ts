import { safeLine } from '../document/safe-text.ts';
import { typeface } from './typeface.ts';

/** What a text is set in: the family that was asked for, or the emoji where that has no glyph. */
export interface FontRun {
  text: string;
  face: 'text' | 'emoji';
}

export type FontFamily = 'serif' | 'sans';

/** Printed where no typeface has a glyph: an empty box, which every reader takes for what it is. */
const missingSign = '\u2610';

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
const emojiPresentation = '\uFE0F';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Splits a line of text by the typeface that can print it, character by character as people count them. Nothing is left to
 * the library's own box for missing glyphs, which reads as some other letter when the text is copied.
 */
export function fontRuns(text: string, family: FontFamily): FontRun[] {
  const line = safeLine(text).normalize('NFC');
  if (hasAll(line, family)) return line === '' ? [] : [{ text: line, face: 'text' }];
  const runs: FontRun[] = [];
  for (const { segment } of graphemes.segment(line)) {
    const { text: printed, face } = faceOf(segment, family);
    const last = runs.at(-1);
    if (last?.face === face) last.text += printed;
    else if (printed !== '') runs.push({ text: printed, face });
  }
  return runs;
}

/** Whether the letters of a name can be printed; signs that no typeface has are left out of it. */
export const isPrintable = (name: string): boolean =>
  missingGlyphs(name).every((character) => !/[\p{L}\p{N}]/u.test(character)) &&
  fontRuns(name, 'serif').some(({ text }) => text.trim() !== '' && text !== missingSign);

/** A name without the signs that no typeface has. */
export const printableName = (name: string): string => {
  const missing = new Set(missingGlyphs(name));
  return missing.size === 0 ? name : [...name].filter((character) => !missing.has(character)).join('');
};

/** The characters of a text that no typeface here has, each once. */
export function missingGlyphs(text: string): string[] {
  const line = safeLine(text).normalize('NFC');
  if (hasAll(line, 'serif')) return [];
  const missing = new Set<string>();
  for (const { segment } of graphemes.segment(line)) {
    if (!faceOf(segment, 'serif').isMissing) continue;
    for (const character of segment.replace(ignorable, ''))
      if (!hasAll(character, 'serif') && !hasAll(character, 'emoji')) missing.add(character);
  }
  return [...missing];
}

function faceOf(grapheme: string, family: FontFamily): FontRun & { isMissing: boolean } {
  const visible = grapheme.replace(ignorable, '');
  // Spaces that keep a line from breaking stay: French has them in numbers and before some marks.
  const isNoBreak = visible === '\u00a0' || visible === '\u202f';
  if (/^\p{Zs}*$/u.test(visible))
    return { text: isNoBreak ? '\u00a0' : visible && ' ', face: 'text', isMissing: false };
  const isEmoji = hasAll(visible, 'emoji');
  if (isEmoji && grapheme.includes(emojiPresentation))
    return { text: grapheme, face: 'emoji', isMissing: false };
  if (hasAll(visible, family)) return { text: visible, face: 'text', isMissing: false };
  const same = equivalents(visible).find((each) => hasAll(each, family));
  if (same !== undefined) return { text: same, face: 'text', isMissing: false };
  if (isEmoji) return { text: grapheme, face: 'emoji', isMissing: false };
  // A letter without an accent that no font has can still be read.
  const known = [...visible].filter((character) => hasAll(character, family)).join('');
  const isReadable = hasAll([...visible][0] ?? '', family);
  return { text: isReadable ? known : missingSign, face: 'text', isMissing: true };
}

/** Other ways to write a character: letter and mark apart, a plain hyphen, and what it is compatible with, such as half width. */
const equivalents = (visible: string): string[] => [
  visible.normalize('NFD'),
  visible.replace(/[\u2010\u2011]/g, '-'),
  visible.normalize('NFKC'),
  visible.normalize('NFKD'),
];

function hasAll(text: string, name: FontFamily | 'emoji'): boolean {
  const { has } = typeface(name);
  for (const character of text) if (!has(character.codePointAt(0) ?? 0)) return false;
  return true;
}
