import { safeLine } from '../document/safe-text.ts';
import { typeface } from './typeface.ts';

export type FontFamily = 'serif' | 'sans';

/** The typeface of a piece of text: the requested family, or the other family or emoji if it has no glyph. */
export interface FontRun {
  text: string;
  face: 'text' | 'other' | 'emoji';
}

/** The sans serif has letters of many American and African languages that the serif lacks. */
export const otherFamily = { serif: 'sans', sans: 'serif' } as const satisfies Record<FontFamily, FontFamily>;

/** Printed if no typeface has a glyph: an empty box, which readers understand. */
const missingSign = '\u2610';

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
const emojiPresentation = '\uFE0F';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Splits a line of text into runs of the typeface that can print them, by the characters that people see. The
 * library's own box for missing glyphs is never used, because it is copied as another letter.
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

/** Whether the letters of a name can be printed. Symbols that no typeface has are left out of the name. */
export const isPrintable = (name: string): boolean =>
  missingGlyphs(name).every((character) => !/[\p{L}\p{N}]/u.test(character)) &&
  fontRuns(name, 'serif').some(({ text }) => text.trim() !== '' && text !== missingSign);

/** A name without the symbols that no typeface has. */
export const printableName = (name: string): string => {
  const missing = new Set(missingGlyphs(name));
  return missing.size === 0 ? name : [...name].filter((character) => !missing.has(character)).join('');
};

/** The characters of a text that no typeface has, each once. */
export function missingGlyphs(text: string): string[] {
  const line = safeLine(text).normalize('NFC');
  if (hasAll(line, 'serif')) return [];
  const missing = new Set<string>();
  for (const { segment } of graphemes.segment(line)) {
    if (!faceOf(segment, 'serif').isMissing) continue;
    for (const character of segment.replace(ignorable, ''))
      if (!hasAll(character, 'serif') && !hasAll(character, 'sans') && !hasAll(character, 'emoji'))
        missing.add(character);
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
  const other = otherFamily[family];
  const same = [visible, visible.normalize('NFD')];
  const ways: [spellings: string[], family: FontFamily, face: 'text' | 'other'][] = [
    [[...same, visible.replace(/[\u2010\u2011]/g, '-')], family, 'text'],
    [same, other, 'other'],
    [equivalents(visible), family, 'text'],
    [equivalents(visible), other, 'other'],
  ];
  for (const [spellings, name, face] of ways) {
    const text = spellings.find((each) => hasAll(each, name));
    if (text !== undefined) return { text, face, isMissing: false };
  }
  if (isEmoji) return { text: grapheme, face: 'emoji', isMissing: false };
  // An accented letter that no typeface has can still be read without its accent.
  const known = [...visible].filter((character) => hasAll(character, family)).join('');
  const isReadable = hasAll([...visible][0] ?? '', family);
  return { text: isReadable ? known : missingSign, face: 'text', isMissing: true };
}

/** Signs that no typeface here has, as Latin texts write them. */
const plainSigns: Record<string, string> = {
  ...{
    '\uA78C': '’',
    '\uA78B': '’',
    '‟': '“',
    '‛': '‘',
    '「': '“',
    '」': '”',
    '『': '“',
    '』': '”',
    '〜': '~',
    '∼': '~',
    '⁓': '~',
    '⁃': '-',
    '➤': '►',
    '★': '*',
  },
  ...{
    '、': ',',
    '。': '.',
    '・': '·',
    '‧': '·',
    '〈': '‹',
    '〉': '›',
    '《': '«',
    '》': '»',
    '【': '[',
    '】': ']',
  },
};

/** Other ways to write a character: what it is compatible with, such as half width, and plain signs. */
const equivalents = (visible: string): string[] => {
  const forms = [visible.normalize('NFKC'), visible.normalize('NFKD')];
  return [...forms, ...forms.map((form) => [...form].map((sign) => plainSigns[sign] ?? sign).join(''))];
};

function hasAll(text: string, name: FontFamily | 'emoji'): boolean {
  const { has } = typeface(name);
  for (const character of text) if (!has(character.codePointAt(0) ?? 0)) return false;
  return true;
}
