import { hasAgreed } from '../../campaign/letter-hashes.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store } from '../../table/table.ts';
import { approvedAllocation, approvedUpdate, type DecisionInput, decisionEvent } from './decision-writes.ts';

export type ReinstateOutcome =
  | 'reinstated'
  /** Reinstated, but it waits: another signature of the organization counts now. */
  | 'reinstated-organization-has-signed'
  /** Reinstated, and its signer is asked to agree to the letter, which has changed since. */
  | 'reinstated-asked-again'
  | 'not-rejected'
  /** It was erased, so there is nothing to list. */
  | 'erased'
  | 'withdrawn';

/**
 * Undoes a rejection. The sign-on is confirmed and approved, and takes its organization's claim or waits for it, in one
 * transaction with the event. Repeated: `not-rejected`, and no write.
 */
export const reinstateSignOn = (store: Store, input: DecisionInput): Promise<ReinstateOutcome> =>
  retryOnConflict<ReinstateOutcome>(store, input, 'not-rejected', async (signOn) => {
    if (signOn.status === 'withdrawn') return 'withdrawn';
    if (signOn.status !== 'rejected') return 'not-rejected';
    if (!signOn.signed) return 'erased';
    const letters = (await readSettings(store, signOn.slug))?.letters;
    const isAsked = !hasAgreed(letters, signOn.signed.agreedTo);
    const askedAgainAt = isAsked ? input.now.toISOString() : undefined;
    const place = await approvedAllocation(store, { ...signOn, askedAgainAt }, input.now);
    const failed = await store.transact([
      approvedUpdate(signOn, { ...place, askedAgainAt }, input),
      ...place.writes,
      decisionEvent(input, { type: 'reinstated', signOnId: signOn.id }),
    ]);
    if (failed.length > 0) return undefined;
    if (isAsked) return 'reinstated-asked-again';
    return place.eligible === 'yes' ? 'reinstated' : 'reinstated-organization-has-signed';
  });
