/** Width of the narrowest terminal that the output is written for. */
export const terminalColumns = 80;

/** Text between backticks counts as one word, so that a command stays on one line and can be copied. */
const word = /\S*`[^`\n]*`\S*|\S+/g;

/** A label in front of a value, or a list mark. Wrapped lines begin where the value begins. */
const label = /^(?:\s*\S(?:.{0,20}?\S)?\s{2,}|\s*[-+~!•]\s+|\s*\d+ [-+] )(?=\S)/;

/**
 * Breaks lines that are longer than `columns` between words, and keeps the line's indentation. A word that is too
 * long stays whole.
 */
export const wrapText = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns))
    .join('\n');

function wrapLine(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const start = label.exec(line)?.[0] ?? /^\s*/.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(start.length);
  const lines: string[] = [];
  let current = start;
  let isEmpty = true;
  for (const next of line.slice(start.length).match(word) ?? []) {
    if (!isEmpty && current.length + 1 + next.length > columns) {
      lines.push(current);
      current = indent;
      isEmpty = true;
    }
    current += isEmpty ? next : ` ${next}`;
    isEmpty = false;
  }
  return [...lines, current];
}
