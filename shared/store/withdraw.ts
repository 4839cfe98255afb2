import type { SignOn } from '../sign-on/sign-on.ts';
import { type ClaimOf, leaveClaim, readClaim, releaseClaim } from './claims.ts';
import { eventCreation } from './events.ts';
import { signOnKey } from './keys.ts';
import { rereading } from './rereading.ts';
import type { Store, Update, Write } from './table.ts';

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
    const writes = [isOver ? dropped(signOn) : withdrawn(signOn, withdrawing.now)];
    if (!isOver && signOn.organizationKey) writes.push(...(await ofClaim(store, signOn, withdrawing)));
    const [only] = writes;
    const isWritten =
      writes.length === 1 && only && 'key' in only
        ? await store.update(only)
        : (await store.transact(writes)).length === 0;
    return isWritten ? 'withdrawn' : undefined;
  });

function withdrawn(signOn: SignOn, now: Date): Write {
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET #status = :withdrawn, eligible = :no, withdrawnAt = :now
      REMOVE submission, submissionHash, owes, organizationKey`,
    condition: '#status = :was AND eligible = :wasEligible',
    names: { '#status': 'status' },
    values: {
      ':withdrawn': 'withdrawn',
      ':no': 'no',
      ':now': now.toISOString(),
      ':was': signOn.status,
      ':wasEligible': signOn.eligible,
    },
  };
}

/** Two people who take turns with one place must not fill the organizers' mailboxes. */
const noticeEvery = 60 * 60_000;

/** Drops what was typed anew after a withdrawal or a rejection; the state stays. */
const dropped = (signOn: SignOn): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: 'REMOVE submission, submissionHash, owes',
  condition: '#status = :was',
  names: { '#status': 'status' },
  values: { ':was': signOn.status },
});

async function ofClaim(store: Store, signOn: SignOn, { now, newUlid }: Withdrawing): Promise<Write[]> {
  const { slug, id, organizationKey = '' } = signOn;
  const claimOf: ClaimOf = { slug, organizationKey, id };
  if (signOn.eligible === 'no') return [leaveClaim(claimOf)];
  const claim = await readClaim(store, claimOf);
  const { waiting, toldAt } = claim;
  const isNews = !toldAt || now.getTime() - Date.parse(toldAt) >= noticeEvery;
  if (!waiting || !isNews) return [releaseClaim(claimOf, claim)];
  const happening = {
    type: 'claim-vacated' as const,
    organizationName: signOn.signed?.organizationName ?? '',
    waiting: [...waiting].sort(),
  };
  return [
    releaseClaim(claimOf, claim, now.toISOString()),
    eventCreation({ slug, now, newUlid, actor: 'system', happening, isNotice: true }),
  ];
}
