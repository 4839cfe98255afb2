import { personalAttributes } from '../../sign-on/erased-details.ts';
import { pendingMailAttributes } from '../../sign-on/pending-mail.ts';
import { type SignOn, submissionAttributes } from '../../sign-on/sign-on.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { noProposal } from './proposal.ts';
import { releaseClaimWrites } from './release-claim.ts';

export interface WithdrawInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
}

/**
 * Withdraws a sign-on. What was typed and waits is dropped. An organization's claim is released in the same
 * transaction, and if others wait for it the organizers are told. A rejected one stays rejected and only loses what was
 * typed; the answer is the same. Repeated: the same answer and no write.
 */
export const withdrawSignOn = (store: Store, input: WithdrawInput): Promise<'withdrawn'> =>
  retryOnConflict(store, input, 'withdrawn', async (signOn) =>
    (await withdrawUnchanged(store, { ...input, signOn })) ? 'withdrawn' : undefined,
  );

/** The same for a sign-on that is unchanged since it was read. False if it has changed; then nothing is written. */
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
  const { condition, names, values } = unchangedCondition(signOn);
  const isDuplicate = signOn.eligible === 'no' && signOn.organizationKey !== undefined;
  const review = signOn.review === 'waiting' || isDuplicate ? ', review, reviewRequestedAt' : '';
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now
      REMOVE ${[...submissionAttributes, ...pendingMailAttributes].join(', ')}, ${setOrRemove(noProposal).remove}, organizationKey, ownKey, askedAgainAt${review}`,
    condition,
    names,
    values: { ...values, ':withdrawn': 'withdrawn', ':no': 'no', ':now': now.toISOString() },
  };
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

/**
 * "It wasn't me": withdraws a sign-on and deletes at once everything that was typed, including the address. The link
 * still answers until the row expires. A rejected row stays, without words, so that it stays rejected. Repeated: the
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
  const removed = [...personalAttributes, 'signed', 'signedHash', 'organizationKey', 'ownKey'];
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
