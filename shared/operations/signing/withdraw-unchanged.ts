import { pendingMailAttributes } from '../../sign-on/pending-mail.ts';
import { type SignOn, submissionAttributes } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import type { Store, Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { noProposal } from './proposal.ts';
import { releaseClaimWrites } from './release-claim.ts';

export interface WithdrawInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
}

/**
 * Withdraws a sign-on that is unchanged since it was read (`withdrawSignOn`). False if it has changed; then nothing is
 * written. Its entries of the index of names stay.
 */
export async function withdrawUnchanged(store: Store, input: WithdrawInput): Promise<boolean> {
  const { signOn } = input;
  const isOver = signOn.status === 'withdrawn' || signOn.status === 'rejected';
  if (isOver && !signOn.submission) return true;
  const writes = isOver
    ? [droppedSubmissionUpdate(signOn)]
    : [withdrawnUpdate(signOn, input.now), ...(await releaseClaimWrites(store, input))];
  return await writeAll(store, writes);
}

/**
 * An approval stays, with the words that were approved, in case the same address signs again for the same organization.
 * That of a duplicate goes: an organizer has approved that it waits behind another one.
 */
function withdrawnUpdate(signOn: SignOn, now: Date): Update {
  const isDuplicate = signOn.eligible === 'no' && signOn.organizationKey !== undefined;
  const review = signOn.review === 'waiting' || isDuplicate ? ', review, reviewRequestedAt' : '';
  return updateIfUnchanged(
    signOn,
    `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now
      REMOVE ${[...submissionAttributes, ...pendingMailAttributes].join(', ')}, ${setOrRemove(noProposal).remove}, organizationKey, ownKey, askedAgainAt${review}`,
    { ':withdrawn': 'withdrawn', ':no': 'no', ':now': now.toISOString() },
  );
}

/** Drops what was submitted after a withdrawal or a rejection. The state stays. */
const droppedSubmissionUpdate = (signOn: SignOn): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: `REMOVE ${[...submissionAttributes, ...pendingMailAttributes].join(', ')}`,
  condition: '#status = :was',
  names: { '#status': 'status' },
  values: { ':was': signOn.status },
});

/** Days for which an emptied row stays, so that counts can follow and a repeated request gets the same answer. */
export const emptyDays = 7;
