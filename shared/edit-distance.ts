/**
 * How many letters of one text are wrong, missing, too many, or exchanged with their neighbor (optimal string
 * alignment). Counts code points; letter case counts.
 */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/**
 * Whether one letter is wrong, missing or too many, or two neighbors are exchanged: the edit distance is one. Much faster
 * than to compute it.
 */
export function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  // A letter of two code units is never divided.
  if (isHighSurrogate(one.charCodeAt(start - 1))) start--;
  let same = 0;
  const most = Math.min(one.length, other.length) - start;
  while (same < most && one[one.length - 1 - same] === other[other.length - 1 - same]) same++;
  if (isLowSurrogate(one.charCodeAt(one.length - same))) same--;
  const [a, b] = [one, other].map((text) => text.slice(start, text.length - same));
  if (a === undefined || b === undefined || Math.max(a.length, b.length) > 4) return false;
  const [lettersOfA, lettersOfB] = [[...a], [...b]];
  if (Math.max(lettersOfA.length, lettersOfB.length) === 1) return true;
  return lettersOfA.length === 2 && lettersOfA.toReversed().join('') === lettersOfB.join('');
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/**
 * The candidate that somebody most likely meant by `typed`: the one with the smallest edit distance, if that is no more
 * than a third of the word. Letter case does not count.
 */
export function closestMatch(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= fewest) continue;
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance >= fewest) continue;
    fewest = distance;
    best = candidate;
  }
  return best;
}
