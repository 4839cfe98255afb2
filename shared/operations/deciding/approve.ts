import { hasSamePrint, hasSameProposal } from '../../sign-on/printed-words.ts';
import type { Store } from '../../table/table.ts';
import { addedEvidence, showEvidence } from '../signing/added-evidence.ts';
import { approvedChangeWrites } from './decide-change.ts';
import {
  approvedAllocation,
  approvedUpdate,
  type DecisionInput,
  decisionEvent,
  retryDecision,
} from './decision-writes.ts';

export type ApproveOutcome =
  | 'approved'
  /** Approved, but it still waits: another signature of the organization counts. */
  | 'approved-organization-has-signed'
  /** Approved. It counts once its signer agrees to the current letter. */
  | 'approved-asked-again'
  | 'already-approved'
  /** The words that waited have replaced the signed ones. */
  | 'change-approved'
  /** The same, and it no longer counts: another signature counts for the organization of the new name. */
  | 'change-approved-organization-has-signed'
  /** The words have replaced the signed ones. It counts once its signer agrees to the current letter. */
  | 'change-approved-asked-again'
  /** Its words have changed since they were read for the decision. */
  | 'changed'
  /** Not approved: there is evidence by now that no organizer can have seen. It is on the row. */
  | 'evidence-added'
  /** Confirmed, and not waiting for review. */
  | 'not-in-review'
  | 'not-confirmed'
  | 'withdrawn'
  | 'rejected';

/**
 * Lets a sign-on that waits for review count. It takes its organization's claim, or waits behind the holder, in one
 * transaction with the event. Repeated: `already-approved`, and no write. Words that its signer has changed in the
 * meantime are not approved, nor is evidence that no organizer can have seen.
 */
export const approveSignOn = (store: Store, input: DecisionInput): Promise<ApproveOutcome> =>
  retryDecision<ApproveOutcome>(store, input, 'not-confirmed', async (signOn, index) => {
    switch (signOn.status) {
      case 'pending':
        return 'not-confirmed';
      case 'withdrawn':
      case 'rejected':
        return signOn.status;
      case 'confirmed':
        break;
    }
    if (signOn.proposed) {
      if (!hasSameProposal(signOn, input.signOn)) return 'changed';
      const { proposed, proposedFlags } = signOn;
      const words = { details: proposed, known: proposedFlags };
      const added = await addedEvidence(store, { ...input, ...words, signOn, index });
      if (added.length > 0)
        return (await store.update(showEvidence(signOn, added, 'proposedFlags')))
          ? 'evidence-added'
          : undefined;
      const change = await approvedChangeWrites(store, { ...input, signOn }, proposed);
      if ((await store.transact(change.writes)).length > 0) return undefined;
      if (signOn.askedAgainAt !== undefined) return 'change-approved-asked-again';
      return change.eligible === 'yes' ? 'change-approved' : 'change-approved-organization-has-signed';
    }
    if (signOn.review !== 'waiting' || !signOn.signed)
      return signOn.review === 'approved' ? 'already-approved' : 'not-in-review';
    if (!hasSamePrint(signOn, input.signOn)) return 'changed';
    const words = { details: signOn.signed, known: signOn.flags };
    const added = await addedEvidence(store, { ...input, ...words, signOn, index });
    if (added.length > 0)
      return (await store.update(showEvidence(signOn, added))) ? 'evidence-added' : undefined;
    const allocation = await approvedAllocation(store, { ...input, ...words, signOn, separates: false });
    const failed = await store.transact([
      approvedUpdate(signOn, allocation, input),
      ...allocation.writes,
      decisionEvent(input, { type: 'approved', signOnId: signOn.id }),
    ]);
    if (failed.length > 0) return undefined;
    if (allocation.eligible === 'yes') index.counts(signOn, signOn.signed);
    if (signOn.askedAgainAt !== undefined) return 'approved-asked-again';
    return allocation.eligible === 'yes' ? 'approved' : 'approved-organization-has-signed';
  });
