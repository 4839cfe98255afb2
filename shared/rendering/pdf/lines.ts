import type { FontName } from '../fonts/font-files.ts';
import { type FontFamily, type FontRun, fontRuns, otherFamily } from '../fonts/font-runs.ts';
import { typeface } from '../fonts/typeface.ts';
import type { Run } from './fonts.ts';
import { runsOf } from './fonts.ts';

/** A piece of a line in one color. `text` may contain emoji. */
export interface LinePart {
  text: string;
  color?: string;
}

export interface LineStyle {
  family: FontFamily;
  bold?: boolean;
  /** Points. */
  size: number;
  /** Width in points of the first line and of the others, which are indented. */
  width: number;
  indent: number;
}

/**
 * Kerning usually moves letters closer together, but sometimes apart. This share of the width is kept for that case.
 */
const slack = 0.98;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Breaks a name into the lines that it takes in a column: after a space or a hyphen, and within a word that is wider
 * than the column. No line ends at a no-break space or a no-break hyphen (U+2011), which is printed as a hyphen.
 * Columns can be filled evenly only if the number of lines is known in advance.
 */
export function linesOf(parts: readonly LinePart[], style: LineStyle): Run[][] {
  const lines: LinePart[][] = [[]];
  let left = style.width * slack;
  const turn = () => {
    lines.push([]);
    left = (style.width - style.indent) * slack;
  };
  const put = ({ text, color }: LinePart, width: number) => {
    lines.at(-1)?.push({ text, ...(color && { color }) });
    left -= width;
  };
  for (const { word, color } of words(parts)) {
    const width = widthOf(word.trimEnd(), style);
    if (width > left && (lines.at(-1)?.length ?? 0) > 0) turn();
    if (width <= left) {
      put({ text: word, ...(color && { color }) }, widthOf(word, style));
      continue;
    }
    for (const { segment } of graphemes.segment(word)) {
      const wide = widthOf(segment, style);
      if (wide > left && segment !== ' ') turn();
      put({ text: segment, ...(color && { color }) }, wide);
    }
  }
  return lines.map((line) => joined(line).flatMap((part) => runs(part, style)));
}

/**
 * The smallest width in which a heading takes no more lines than in the full width, so that no line has only a single
 * word.
 */
export function balancedWidth(text: string, style: LineStyle): number {
  const lines = (width: number) => linesOf([{ text }], { ...style, width }).length;
  const most = lines(style.width);
  let [low, high] = [style.width / (most + 1), style.width];
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (lines(middle) > most) low = middle;
    else high = middle;
  }
  return high;
}

const runs = ({ text, color }: LinePart, { family, bold }: LineStyle): Run[] =>
  runsOf(text, { family, ...(bold && { bold }), ...(color && { color }) });

function joined(line: readonly LinePart[]): LinePart[] {
  const parts: LinePart[] = [];
  for (const part of line) {
    const last = parts.at(-1);
    if (last && last.color === part.color) last.text += part.text;
    else parts.push({ ...part });
  }
  const end = parts.at(-1);
  if (end) end.text = end.text.trimEnd();
  return parts;
}

function* words(parts: readonly LinePart[]): Generator<{ word: string; color: string | undefined }> {
  for (const { text, color } of parts)
    for (const [word] of text.matchAll(/[^ \-–—/]*[ \-–—/]+|[^ \-–—/]+/gu))
      yield { word: word.replaceAll('\u2011', '-'), color };
}

function widthOf(text: string, { family, bold, size }: LineStyle): number {
  let width = 0;
  for (const { text: run, face } of fontRuns(text, family)) {
    const { advance } = typeface(fontOf(face, family, bold ?? false));
    for (const character of run) width += advance(character.codePointAt(0) ?? 0);
  }
  return width * size;
}

function fontOf(face: FontRun['face'], family: FontFamily, bold: boolean): FontName {
  if (face === 'emoji') return 'emoji';
  if (face === 'other') return fontOf('text', otherFamily[family], bold);
  if (family === 'serif') return bold ? 'serifBold' : 'serif';
  return bold ? 'sansBold' : 'sans';
}
