import { diffArrays } from 'diff';

/** A line of a text that was compared with another; `line` counts in the new text, for removed ones in the old. */
export interface DiffLine {
  sign: '+' | '-';
  line: number;
  text: string;
}

/** The lines that differ, in the order of the new text: as few as explain the change. Lines count from 1. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (const { added, removed, value } of diffArrays(before.split('\n'), after.split('\n')))
    for (const text of value) {
      if (removed) lines.push({ sign: '-', line: oldLine, text });
      if (added) lines.push({ sign: '+', line: newLine, text });
      if (!added) oldLine++;
      if (!removed) newLine++;
    }
  return lines;
}
