import type { TFontDictionary } from 'pdfmake/interfaces.js';
import { fontPath } from '../fonts/font-files.ts';
import { type FontFamily, fontRuns, otherFamily } from '../fonts/font-runs.ts';
import { typeface } from '../fonts/typeface.ts';

/** The typefaces in pdfmake's format, by the paths of their files. */
export const pdfFonts = (): TFontDictionary => ({
  serif: {
    normal: fontPath('serif'),
    bold: fontPath('serifBold'),
    italics: fontPath('serifItalic'),
    bolditalics: fontPath('serifBoldItalic'),
  },
  sans: {
    normal: fontPath('sans'),
    bold: fontPath('sansBold'),
    italics: fontPath('sans'),
    bolditalics: fontPath('sansBold'),
  },
  emoji: {
    normal: fontPath('emoji'),
    bold: fontPath('emoji'),
    italics: fontPath('emoji'),
    bolditalics: fontPath('emoji'),
  },
});

/** A piece of text in one typeface and style, in pdfmake's format. */
export interface Run {
  text: string;
  font: FontFamily | 'emoji';
  bold?: boolean;
  italics?: boolean;
  link?: string;
  color?: string;
  lineHeight?: number;
}

export interface RunStyle {
  family: FontFamily;
  bold?: boolean;
  italics?: boolean;
  link?: string;
  color?: string;
}

/**
 * Splits a text into runs of one typeface. All get the line height of the text around them, so that lines stay even.
 */
export const runsOf = (text: string, { family, ...style }: RunStyle): Run[] =>
  fontRuns(text, family).map(({ text: part, face }) => {
    if (face === 'text') return { ...style, text: part, font: family };
    const font = face === 'other' ? otherFamily[family] : face;
    return {
      ...style,
      text: part,
      font,
      lineHeight: typeface(family).lineHeight / typeface(font).lineHeight,
    };
  });
