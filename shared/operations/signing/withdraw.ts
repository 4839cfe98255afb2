import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import { rereading } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { asRead } from '../../table/unchanged-condition.ts';
import { written } from '../../table/write-all.ts';
import { leavingWrites } from './release-claim.ts';

export interface Withdrawing {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
}

/**
 * Takes a sign-on back, whatever state it is in ("it wasn't me" is the same write). What was typed and waits is
 * dropped; an organization's claim is released in the same transaction, and where others wait for it the organizers
 * are told. Repeated: the same answer and no write.
 */
export const withdrawSignOn = (store: Store, withdrawing: Withdrawing): Promise<'withdrawn'> =>
  rereading(store, withdrawing, 'withdrawn', async (signOn) => {
    const isOver = signOn.status === 'withdrawn' || signOn.status === 'rejected';
    if (isOver && !signOn.submission) return 'withdrawn';
    const writes = isOver
      ? [dropped(signOn)]
      : [withdrawn(signOn, withdrawing.now), ...(await leavingWrites(store, { ...withdrawing, signOn }))];
    return (await written(store, writes)) ? 'withdrawn' : undefined;
  });

/** An approval stays: should the same organization sign again with the same address, it is known. */
function withdrawn(signOn: SignOn, now: Date): Update {
  const { condition, names, values } = asRead(signOn);
  const review = signOn.review === 'waiting' ? ', review, reviewSince' : '';
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now
      REMOVE submission, submissionHash, network, owes, organizationKey, askedAt${review}`,
    condition,
    names,
    values: { ...values, ':withdrawn': 'withdrawn', ':no': 'no', ':now': now.toISOString() },
  };
}

/** Drops what was typed anew after a withdrawal or a rejection; the state stays. */
const dropped = (signOn: SignOn): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: 'REMOVE submission, submissionHash, network, owes',
  condition: '#status = :was',
  names: { '#status': 'status' },
  values: { ':was': signOn.status },
});
