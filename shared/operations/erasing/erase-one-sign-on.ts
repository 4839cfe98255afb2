import type { Store } from '../../table/table.ts';
import { leaveIndex } from '../signing/name-index.ts';
import { type EraseInput, type EraseOutcome, eraseSignOn } from './erase-sign-on.ts';

/**
 * Erases one sign-on of a campaign that goes on (`eraseSignOn`). Its name leaves the index of names, unless it counts or
 * was rejected. Once a whole campaign is erased, nobody signs, and its index stays.
 */
export async function eraseOneSignOn(store: Store, input: EraseInput): Promise<EraseOutcome> {
  const outcome = await eraseSignOn(store, input);
  await leaveIndex(store, { ...input, words: [input.signOn.signed], mayBeRejected: true });
  return outcome;
}
