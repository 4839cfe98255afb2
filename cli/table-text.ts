/** A table for a terminal: each column is as wide as its longest cell, up to `widest`; a row can have lines below it. */
export function tableText(
  head: readonly string[],
  rows: readonly { cells: readonly string[]; below: readonly string[] }[],
  widest = 44,
): string {
  const short = (text: string): string =>
    [...text].length > widest ? `${[...text].slice(0, widest - 1).join('')}…` : text;
  const cut = rows.map(({ cells, below }) => ({ cells: cells.map(short), below }));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cut.map(({ cells }) => [...(cells[column] ?? '')].length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  return [
    line(head),
    ...cut.flatMap(({ cells, below }) => [line(cells), ...below.map((text) => `    ${text}`)]),
  ].join('\n');
}
