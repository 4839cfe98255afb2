import type { Content } from 'pdfmake/interfaces.js';
import { texts } from '../../i18n/texts.ts';
import type { LetterContent } from '../document/content.ts';
import { safeSubject } from '../document/safe-text.ts';
import { runsOf } from './fonts.ts';
import { linkColor } from './inline.ts';

/** The dated lines above a corrected text, and the address of the first version. */
export function correctionNodes({
  corrections,
  language,
}: Pick<LetterContent, 'corrections' | 'language'>): Content[] {
  if (!corrections) return [];
  const { line, original } = texts(language).correction;
  const { originalUrl } = corrections;
  return [
    {
      stack: [
        ...corrections.lines.map(
          ({ date, note }): Content => ({
            text: [
              ...runsOf(`${line(date)} `, { family: 'sans', bold: true }),
              ...runsOf(safeSubject(note), { family: 'sans' }),
            ],
            margin: [0, 0, 0, 4],
          }),
        ),
        {
          text: [
            ...runsOf(`${original} `, { family: 'sans' }),
            ...runsOf(originalUrl, { family: 'sans', link: originalUrl, color: linkColor }),
          ],
        },
      ],
      fontSize: 10.5,
      margin: [0, 0, 0, 14],
    },
  ];
}
