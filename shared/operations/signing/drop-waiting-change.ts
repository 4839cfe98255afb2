import { hasUnconfirmedChange } from '../../sign-on/confirmation.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import type { Store } from '../../table/table.ts';
import { noProposal } from './proposal.ts';
import { removeSubmission } from './remove-submission.ts';

/**
 * Drops the change that waits for confirmation or for an organizer, if it is still the one that was read. The signed
 * words stay, and nothing else changes. Without such a change nothing is written.
 */
export async function dropWaitingChange(store: Store, signOn: SignOn): Promise<void> {
  const { slug, id, proposedHash } = signOn;
  if (hasUnconfirmedChange(signOn)) await removeSubmission(store, signOn);
  if (proposedHash !== undefined)
    await store.update({
      key: signOnKey(slug, id),
      update: `REMOVE ${setOrRemove(noProposal).remove}`,
      condition: 'proposedHash = :hash',
      values: { ':hash': proposedHash },
    });
}
