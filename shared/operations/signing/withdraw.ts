import { personalAttributes } from '../../sign-on/erased-details.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
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
 * Takes a sign-on back, whatever state it is in. What was typed and waits is dropped; an organization's claim is released in the same transaction, and where others wait for it the organizers
 * are told. Repeated: the same answer and no write.
 */
export const withdrawSignOn = (store: Store, input: WithdrawInput): Promise<'withdrawn'> =>
  retryOnConflict(store, input, 'withdrawn', async (signOn) => {
    const isOver = signOn.status === 'withdrawn' || signOn.status === 'rejected';
    if (isOver && !signOn.submission) return 'withdrawn';
    const isDone = isOver
      ? await store.update(droppedSubmissionUpdate(signOn))
      : await withdrawIfUnchanged(store, { ...input, signOn });
    return isDone ? 'withdrawn' : undefined;
  });

/** Withdraws a pending or confirmed sign-on as it was read; false, and no write, if somebody has changed it since. */
export async function withdrawIfUnchanged(store: Store, input: WithdrawInput): Promise<boolean> {
  const writes = [withdrawnUpdate(input.signOn, input.now), ...(await releaseClaimWrites(store, input))];
  return await writeAll(store, writes);
}

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

/** Days for which an emptied row stays, so that the counts can follow and a repeated request gets the same answer. */
export const emptyDays = 7;

/**
 * "It wasn't me": takes a sign-on back and deletes at once everything that was typed, the address included. The link
 * goes on answering until the row expires. A rejected row stays, without words, so that it stays rejected. Repeated: the
 * same answer and no write.
 */
export const emptySignOn = (store: Store, input: WithdrawInput): Promise<'withdrawn'> =>
  retryOnConflict(store, input, 'withdrawn', async (signOn) => {
    if (isEmpty(signOn)) return 'withdrawn';
    const writes = [
      emptiedUpdate(signOn, input.now),
      ...(await releaseClaimWrites(store, { ...input, signOn })),
    ];
    return (await writeAll(store, writes)) ? 'withdrawn' : undefined;
  });

const isEmpty = ({ status, email, submission, signed }: SignOn): boolean =>
  (status === 'withdrawn' || status === 'rejected') && email === '' && !submission && !signed;

function emptiedUpdate(signOn: SignOn, now: Date): Update {
  const { condition, names, values } = unchangedCondition(signOn);
  const isRejected = signOn.status === 'rejected';
  const removed = [...personalAttributes, 'signed', 'signedHash', 'organizationKey'];
  const withdrawn = `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now, expiresAt = :expiry
      REMOVE keep, review, reviewRequestedAt, ${removed.join(', ')}`;
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: isRejected ? `REMOVE ${removed.join(', ')}` : withdrawn,
    condition,
    names,
    values: {
      ...values,
      ...(!isRejected && {
        ':withdrawn': 'withdrawn',
        ':no': 'no',
        ':now': now.toISOString(),
        ':expiry': expiryAfterDays(now, emptyDays),
      }),
    },
  };
}
