export interface HashSet {
  /** False where it was there already. */
  add(hash: bigint): boolean;
}

/** Numbers of 64 bits, evenly spread as hashes are; 16 bytes each or less, where a `Set` takes five times as much. */
export function newHashSet(): HashSet {
  let slots = new BigUint64Array(1024);
  let count = 0;
  let hasZero = false;

  /** The place of a hash, or the free one where it belongs. */
  const placeOf = (hash: bigint): number => {
    const mask = slots.length - 1;
    let at = Number(hash & BigInt(mask));
    while (slots[at] !== 0n && slots[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const former = slots;
    slots = new BigUint64Array(former.length * 2);
    for (const hash of former) if (hash !== 0n) slots[placeOf(hash)] = hash;
  };
  return {
    add: (hash) => {
      if (hash === 0n) {
        const isNew = !hasZero;
        hasZero = true;
        return isNew;
      }
      const at = placeOf(hash);
      if (slots[at] === hash) return false;
      slots[at] = hash;
      count++;
      if (count * 2 > slots.length) grow();
      return true;
    },
  };
}
