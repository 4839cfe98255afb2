import { diffArrays } from 'diff';

/** A line of a text that was compared with another; `line` counts in the new text, for removed ones in the old. */
export interface DiffLine {
  sign: '+' | '-';
  line: number;
  text: string;
}

/** With more lines that differ, the fewest are not looked for: that takes the square of their number. */
const maxDifferentLines = 2000;

/** The lines that differ, in the order of the new text: as few as explain the change. Lines count from 1. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, is] = [before.split('\n'), after.split('\n')];
  const parts = diffArrays(old, is, { maxEditLength: maxDifferentLines }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: is },
  ];
  const lines: DiffLine[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (const { added, removed, value } of parts)
    for (const text of value) {
      if (removed) lines.push({ sign: '-', line: oldLine, text });
      if (added) lines.push({ sign: '+', line: newLine, text });
      if (!added) oldLine++;
      if (!removed) newLine++;
    }
  return lines;
}
