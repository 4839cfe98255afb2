import type { Store } from '../../table/table.ts';
import { withIndex } from '../signing/name-index.ts';
import { type EraseInput, type EraseOutcome, eraseSignOn } from './erase-sign-on.ts';

/**
 * Erases one sign-on of a campaign that goes on (`eraseSignOn`). Its name leaves the index of names, unless it counts.
 * Once a whole campaign is erased, nobody signs, and its index stays.
 */
export const eraseOneSignOn = (store: Store, input: EraseInput): Promise<EraseOutcome> =>
  withIndex(store, input, (index) => eraseSignOn(store, { ...input, index }));
