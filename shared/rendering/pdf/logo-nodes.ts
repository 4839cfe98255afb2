import type { Column, Content } from 'pdfmake/interfaces.js';
import type { LogoContent } from '../document/content.ts';
import { margin, type PdfProperties, pageSize } from './make-pdf.ts';

/** In points. */
const gap = 14;

interface Placed {
  logo: LogoContent;
  width: number;
  height: number;
}

/**
 * The release's logos at the top, in rows. If there are many, they are smaller, so that the headline is still on page
 * 1.
 */
export function logoNodes(logos: readonly LogoContent[], facts: PdfProperties): Content[] {
  const size = (logos.length > 2 ? 0.72 : 1) * pointsInAPixel;
  const placed = logos.map(
    (logo): Placed => ({ logo, width: logo.width * size, height: logo.height * size }),
  );
  return rowsOf(placed, pageSize(facts).width - 2 * margin).map((row, index, rows) => {
    const tallest = Math.max(...row.map(({ height }) => height));
    return {
      columns: row.map(
        ({ logo, width, height }): Column => ({
          image: `data:image/png;base64,${logo.png}`,
          width,
          height,
          margin: [0, (tallest - height) / 2, 0, 0],
          ...(logo.url && { link: logo.url }),
        }),
      ),
      columnGap: gap,
      margin: [0, 0, 0, index === rows.length - 1 ? 16 : 8],
    };
  });
}

const pointsInAPixel = 0.75;

function rowsOf(placed: readonly Placed[], width: number): Placed[][] {
  const rows: Placed[][] = [];
  let left = 0;
  for (const each of placed) {
    const row = rows.at(-1);
    if (row && left >= gap + each.width) {
      row.push(each);
      left -= gap + each.width;
    } else {
      rows.push([each]);
      left = width - each.width;
    }
  }
  return rows;
}
