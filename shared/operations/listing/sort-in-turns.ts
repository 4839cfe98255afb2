/** As many as are sorted in about a tenth of a second. */
const itemsInTurn = 20_000;

/**
 * Sorts many items in turns, and calls `afterTurn` after each, so that a lease can be renewed meanwhile: a million
 * names take ten seconds. Sorts runs of them, then merges these.
 */
export async function sortInTurns<T>(
  items: readonly T[],
  compare: (one: T, other: T) => number,
  afterTurn: () => Promise<void>,
  turn = itemsInTurn,
): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += turn) {
    runs.push(items.slice(at, at + turn).sort(compare));
    await afterTurn();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await mergeInTurns(runs[at] ?? [], runs[at + 1] ?? [], compare, afterTurn, turn));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergeInTurns<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (one: T, other: T) => number,
  afterTurn: () => Promise<void>,
  turn: number,
): Promise<T[]> {
  const merged: T[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (fromLeft < left.length || fromRight < right.length) {
    const [one, other] = [left[fromLeft], right[fromRight]];
    const isLeft = one !== undefined && (other === undefined || compare(one, other) <= 0);
    const next = isLeft ? one : other;
    if (next === undefined) break;
    merged.push(next);
    if (isLeft) fromLeft++;
    else fromRight++;
    if (merged.length % turn === 0) await afterTurn();
  }
  return merged;
}
