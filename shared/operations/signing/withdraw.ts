import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { releaseClaimWrites } from './release-claim.ts';

export interface WithdrawInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
}

/**
 * Takes a sign-on back, whatever state it is in ("it wasn't me" is the same write). What was typed and waits is
 * dropped; an organization's claim is released in the same transaction, and where others wait for it the organizers
 * are told. Repeated: the same answer and no write.
 */
export const withdrawSignOn = (store: Store, input: WithdrawInput): Promise<'withdrawn'> =>
  retryOnConflict(store, input, 'withdrawn', async (signOn) => {
    const isOver = signOn.status === 'withdrawn' || signOn.status === 'rejected';
    if (isOver && !signOn.submission) return 'withdrawn';
    const writes = isOver
      ? [droppedSubmissionUpdate(signOn)]
      : [withdrawnUpdate(signOn, input.now), ...(await releaseClaimWrites(store, { ...input, signOn }))];
    return (await writeAll(store, writes)) ? 'withdrawn' : undefined;
  });

/** An approval stays: should the same organization sign again with the same address, it is known. */
function withdrawnUpdate(signOn: SignOn, now: Date): Update {
  const { condition, names, values } = unchangedCondition(signOn);
  const review = signOn.review === 'waiting' ? ', review, reviewRequestedAt' : '';
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now
      REMOVE submission, submissionHash, network, pendingMail, organizationKey, askedAgainAt${review}`,
    condition,
    names,
    values: { ...values, ':withdrawn': 'withdrawn', ':no': 'no', ':now': now.toISOString() },
  };
}

/** Drops what was typed anew after a withdrawal or a rejection; the state stays. */
const droppedSubmissionUpdate = (signOn: SignOn): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: 'REMOVE submission, submissionHash, network, pendingMail',
  condition: '#status = :was',
  names: { '#status': 'status' },
  values: { ':was': signOn.status },
});
