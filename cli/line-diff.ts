/** A line of a text that was compared with another; `line` counts in the new text, for removed ones in the old. */
export interface DiffLine {
  sign: '+' | '-';
  line: number;
  text: string;
}

/** Beyond this many pairs of lines the middle of a text is shown as all removed, all added. */
const maxPairs = 4_000_000;

/** The lines that differ, in the order of the new text: the fewest that explain the change. */
export function lineDiff(was: string, is: string): DiffLine[] {
  const from = was.split('\n');
  const to = is.split('\n');
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  const middleFrom = from.slice(start, from.length - end);
  const middleTo = to.slice(start, to.length - end);
  return middle(middleFrom, middleTo).map((line) => ({ ...line, line: line.line + start + 1 }));
}

function middle(from: string[], to: string[]): DiffLine[] {
  const kept = from.length * to.length > maxPairs ? [] : longestCommon(from, to);
  const lines: DiffLine[] = [];
  let at = 0;
  let on = 0;
  for (const [keptFrom, keptTo] of [...kept, [from.length, to.length] as const]) {
    for (; at < keptFrom; at++) lines.push({ sign: '-', line: at, text: from[at] ?? '' });
    for (; on < keptTo; on++) lines.push({ sign: '+', line: on, text: to[on] ?? '' });
    at++;
    on++;
  }
  return lines;
}

/** Pairs of indexes of the lines that stay: the longest common subsequence. */
function longestCommon(from: string[], to: string[]): (readonly [number, number])[] {
  const width = to.length + 1;
  const lengths = new Uint32Array((from.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row--)
    for (let column = to.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        from[row] === to[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: (readonly [number, number])[] = [];
  let row = 0;
  let column = 0;
  while (row < from.length && column < to.length) {
    if (from[row] === to[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
