import { cutToWidth, textWidth } from './text-width.ts';

/**
 * A table for a terminal. Each column is as wide as its longest cell, up to `widest`. A row can have lines below it.
 */
export function tableText(
  headings: readonly string[],
  rows: readonly { cells: readonly string[]; notes: readonly string[] }[],
  maxWidth = 44,
): string {
  const cut = rows.map(({ cells, notes }) => ({
    cells: cells.map((cell) => cutToWidth(cell, maxWidth)),
    notes,
  }));
  const widths = headings.map((title, column) =>
    Math.max(title.length, ...cut.map(({ cells }) => textWidth(cells[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - textWidth(cell)))
      .join('  ')
      .trimEnd();
  return [
    line(headings),
    ...cut.flatMap(({ cells, notes }) => [line(cells), ...notes.map((text) => `    ${text}`)]),
  ].join('\n');
}
