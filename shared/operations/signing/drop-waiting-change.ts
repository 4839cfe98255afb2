import { hasUnconfirmedChange } from '../../sign-on/confirmation.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import type { Store } from '../../table/table.ts';
import { removeExpiredSubmission } from './expired-submission.ts';

/**
 * Leaves a sign-on as it is signed: the change that waits is dropped, if it is still the one that was read, and nothing
 * else changes. Where none waits, nothing is written.
 */
export async function dropWaitingChange(store: Store, signOn: SignOn): Promise<void> {
  if (hasUnconfirmedChange(signOn)) await removeExpiredSubmission(store, signOn);
}
