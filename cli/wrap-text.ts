import { textWidth } from './text-width.ts';

/** Width of the narrowest terminal that the output is written for. */
export const terminalColumns = 80;

/**
 * Text between backticks counts as one word, so that a command stays on one line and can be copied. Han and Kana have
 * no spaces, so each of their signs is one, with the punctuation behind it.
 */
const word =
  /\S*`[^`\n]*`\S*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][ー\p{M}\p{Po}\p{Pe}]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

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
  if (textWidth(line) <= columns) return [line];
  const start = label.exec(line)?.[0] ?? /^\s*/.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(start.length);
  const lines: string[] = [];
  let current = start;
  let isEmpty = true;
  const rest = line.slice(start.length);
  for (const { 0: next, index } of rest.matchAll(word)) {
    const gap = /\s/.test(rest[index - 1] ?? '') ? ' ' : '';
    if (!isEmpty && textWidth(current + gap + next) > columns) {
      lines.push(current);
      current = indent;
      isEmpty = true;
    }
    current += isEmpty ? next : gap + next;
    isEmpty = false;
  }
  return [...lines, current];
}
