import type { Column, Content } from 'pdfmake/interfaces.js';
import { defaultColor, nearestUsableColor } from '../brand/brand-colors.ts';
import { runsOf } from './fonts.ts';
import { margin, type PdfProperties, pageSize } from './make-pdf.ts';

/** The sender of a letter, at its top. */
export interface Letterhead {
  name: string;
  /** Lines below the name: the sender's postal address and contact. */
  lines: string[];
  /** The campaign's color, `#rrggbb`. */
  color?: string;
  /** The logo, which replaces the name: a PNG in base64, and its size in CSS pixels. */
  logo?: { png: string; width: number; height: number };
}

const pointsInAPixel = 0.75;

/** Logo or name on the left, the address lines on the right, and a line below in the campaign's color. */
export function letterheadNodes(facts: PdfProperties): Content[] {
  const { letterhead } = facts;
  if (!letterhead) return [];
  const { name, lines, logo } = letterhead;
  const color = nearestUsableColor(letterhead.color ?? defaultColor);
  const width = pageSize(facts).width - 2 * margin;
  const mark: Column = logo
    ? {
        image: `data:image/png;base64,${logo.png}`,
        width: logo.width * pointsInAPixel,
        height: logo.height * pointsInAPixel,
      }
    : { text: runsOf(name, { family: 'serif', bold: true, color }), fontSize: 16, width: '*' };
  const height = logo ? logo.height * pointsInAPixel : 20;
  const lineHeight = 11;
  return [
    {
      columns: [
        mark,
        {
          stack: lines.map((line) => ({ text: runsOf(line, { family: 'sans', color: '#555555' }) })),
          fontSize: 8.5,
          alignment: 'right',
          width: logo ? '*' : 190,
          margin: [0, Math.max(0, height - lines.length * lineHeight), 0, 0],
        },
      ],
      columnGap: 16,
    },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.5, lineColor: color }],
      margin: [0, 8, 0, 22],
    },
  ];
}
