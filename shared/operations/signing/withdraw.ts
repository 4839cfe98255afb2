import { personalAttributes } from '../../sign-on/erased-details.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { withIndex } from './name-index.ts';
import { releaseClaimWrites } from './release-claim.ts';
import { emptyDays, type WithdrawInput, withdrawUnchanged } from './withdraw-unchanged.ts';

/**
 * Withdraws a sign-on. What was typed and waits is dropped. An organization's claim is released in the same
 * transaction, and if others wait for it the organizers are told. A rejected one stays rejected and only loses what was
 * typed; the answer is the same. Repeated: the same answer and no write.
 */
export const withdrawSignOn = (store: Store, input: WithdrawInput): Promise<'withdrawn'> =>
  withIndex(store, input, (index) =>
    retryOnConflict(store, input, 'withdrawn', async (signOn) => {
      index.changes(signOn);
      return (await withdrawUnchanged(store, { ...input, signOn })) ? 'withdrawn' : undefined;
    }),
  );

/**
 * "It wasn't me": withdraws a sign-on and deletes at once everything that was typed, including the address. The link
 * still answers until the row expires. A rejected row stays, without words, so that it stays rejected; its name leaves
 * the index of names. Repeated: the same answer and no write.
 */
export const emptySignOn = (store: Store, input: WithdrawInput): Promise<'withdrawn'> =>
  withIndex(store, input, (index) =>
    retryOnConflict(store, input, 'withdrawn', async (signOn) => {
      if (isEmpty(signOn)) return 'withdrawn';
      index.changes(signOn);
      const writes = [
        emptiedUpdate(signOn, input.now),
        ...(await releaseClaimWrites(store, { ...input, signOn })),
      ];
      return (await writeAll(store, writes)) ? 'withdrawn' : undefined;
    }),
  );

const isEmpty = ({ status, email, submission, signed }: SignOn): boolean =>
  (status === 'withdrawn' || status === 'rejected') && email === '' && !submission && !signed;

function emptiedUpdate(signOn: SignOn, now: Date): Update {
  const isRejected = signOn.status === 'rejected';
  const removed = [...personalAttributes, 'signed', 'signedHash', 'organizationKey', 'ownKey'];
  const withdrawn = `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now, expiresAt = :expiry
      REMOVE keep, review, reviewRequestedAt, ${removed.join(', ')}`;
  return updateIfUnchanged(signOn, isRejected ? `REMOVE ${removed.join(', ')}` : withdrawn, {
    ...(!isRejected && {
      ':withdrawn': 'withdrawn',
      ':no': 'no',
      ':now': now.toISOString(),
      ':expiry': expiryAfterDays(now, emptyDays),
    }),
  });
}
