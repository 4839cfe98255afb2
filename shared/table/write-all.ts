import type { Store, Write } from './table.ts';

/** Writes all or nothing, one alone without the price of a transaction; false if a condition failed. */
export async function writeAll(store: Store, writes: Write[]): Promise<boolean> {
  const [only, ...others] = writes;
  if (only && 'key' in only && others.length === 0) return await store.update(only);
  return (await store.transact(writes)).length === 0;
}
