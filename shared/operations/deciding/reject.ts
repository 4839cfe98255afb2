import { pendingMailAttributes } from '../../sign-on/pending-mail.ts';
import { hasSameProposal } from '../../sign-on/printed-words.ts';
import { stillStands } from '../../sign-on/review.ts';
import { type SignOn, submissionAttributes } from '../../sign-on/sign-on.ts';
import { noteRejection } from '../../table/claims.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';
import type { NameIndex } from '../signing/name-index.ts';
import { noProposal } from '../signing/proposal.ts';
import { releaseClaimWrites } from '../signing/release-claim.ts';
import { rejectedWebsiteWrites } from '../signing/websites.ts';
import { rejectedChangeWrites } from './decide-change.ts';
import { claimOfName, type DecisionInput, decisionEvent, retryDecision } from './decision-writes.ts';

export type RejectOutcome =
  | 'rejected'
  | 'already-rejected'
  /** The words that waited are dropped. The signed ones count as before. */
  | 'change-rejected'
  /**
   * Its signer has just proposed other words than those that were read, or the change that was read no longer waits.
   */
  | 'changed'
  | 'not-confirmed';

/**
 * Removes a confirmed sign-on, counted or not, until an organizer reinstates it; its signer cannot. One that was
 * withdrawn, or emptied with "It wasn't me", is kept from being signed again. Its claim is released in the same
 * transaction. If others wait for it, the next digest tells the organizers. The next sign-on of its organization waits
 * for an organizer, unless another one counts. Its signer gets no mail; the page behind the link says it. If a change
 * waits, only the change is rejected, unless `isWithChange`. One that waits for review keeps that mark, so that
 * `reinstateSignOn` brings it back to the queue. Repeated: `already-rejected`, and no write.
 */
export const rejectSignOn = (
  store: Store,
  input: DecisionInput & { isWithChange?: boolean },
): Promise<RejectOutcome> =>
  retryDecision<RejectOutcome>(store, input, 'not-confirmed', async (signOn, index) => {
    switch (signOn.status) {
      case 'pending':
        return 'not-confirmed';
      case 'rejected':
        return 'already-rejected';
      case 'withdrawn':
      case 'confirmed':
        break;
    }
    const { isWithChange = false } = input;
    // Whoever decides on a change that is gone must not reject the sign-on instead.
    if (!isWithChange && !hasSameProposal(signOn, input.signOn)) return 'changed';
    if (signOn.proposed && !isWithChange) {
      const failed = await store.transact(rejectedChangeWrites({ ...input, signOn }));
      return failed.length === 0 ? 'change-rejected' : undefined;
    }
    const failed = await store.transact([
      rejected(signOn),
      ...(await claimWrites(store, { ...input, signOn, index })),
      ...(await websiteWrites(store, { ...input, signOn })),
      decisionEvent(input, { type: 'rejected', signOnId: signOn.id }),
    ]);
    return failed.length === 0 ? 'rejected' : undefined;
  });

async function claimWrites(store: Store, input: DecisionInput & { index: NameIndex }): Promise<Write[]> {
  const { kind, organizationKey, eligible, demotedAt, signed } = input.signOn;
  if (organizationKey !== undefined || kind === 'individual') {
    // Nearly the name of one that the claim may note is found.
    if (kind === 'organization' && (eligible === 'yes' || demotedAt !== undefined))
      await input.index.enterRejected(input.signOn, signed);
    return await releaseClaimWrites(store, { ...input, isRejected: true });
  }
  // Of an emptied one, no name is known.
  if (!signed) return [];
  // In review or withdrawn, it neither holds a claim nor waits for one.
  const found = await claimOfName(store, input);
  // A rejected duplicate says nothing of the one that counts, unless it counted before.
  if (!found || (found.claim.holder !== undefined && demotedAt === undefined)) return [];
  if (found.claim.holder === undefined) await input.index.enterRejected(input.signOn, signed);
  return noteRejection(found);
}

async function websiteWrites(store: Store, { signOn, now, newUlid }: DecisionInput): Promise<Write[]> {
  if (signOn.kind === 'individual') return [];
  const campaign = { store, slug: signOn.slug, now: () => now, newUlid };
  return (await readIfReadable(rejectedWebsiteWrites(store, signOn), campaign)) ?? [];
}

function rejected(signOn: SignOn): Update {
  const isInReview = signOn.review === 'waiting';
  // What stands counts again once it is reinstated. A duplicate was to wait.
  const stands = stillStands(signOn);
  const removed = [
    ...[...submissionAttributes, ...pendingMailAttributes, setOrRemove(noProposal).remove],
    ...['organizationKey', 'ownKey', 'askedAgainAt', 'mended'],
    ...(isInReview ? [] : ['reviewRequestedAt']),
    ...(isInReview || stands ? [] : ['review']),
  ];
  return updateIfUnchanged(
    signOn,
    `SET #status = :rejected, eligible = :no, keep = :kept, expiresAt = :kept${stands ? ', review = :approved' : ''}
      REMOVE ${removed.join(', ')}`,
    { ':rejected': 'rejected', ':no': 'no', ':kept': 'kept', ...(stands && { ':approved': 'approved' }) },
  );
}
