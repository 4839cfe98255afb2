import { rereading } from '../rereading.ts';
import type { Store } from '../table.ts';
import { approvedPlace, approvedUpdate, type Deciding, decisionEvent } from './deciding.ts';

export type ReinstateOutcome =
  | 'reinstated'
  /** Reinstated, and it waits: another signature of the organization counts by now. */
  | 'reinstated-organization-has-signed'
  | 'not-rejected'
  /** Nothing is left of it that could be listed. */
  | 'erased'
  | 'withdrawn';

/**
 * Takes a rejection back: the sign-on is confirmed and approved, and takes its organization's claim or joins the queue,
 * in one transaction with the event. Repeated: `not-rejected`, and no write.
 */
export const reinstateSignOn = (store: Store, deciding: Deciding): Promise<ReinstateOutcome> =>
  rereading<ReinstateOutcome>(store, deciding, 'not-rejected', async (signOn) => {
    if (signOn.status === 'withdrawn') return 'withdrawn';
    if (signOn.status !== 'rejected') return 'not-rejected';
    if (!signOn.signed) return 'erased';
    const place = await approvedPlace(store, signOn);
    const failed = await store.transact([
      approvedUpdate(signOn, place, deciding.newUlid()),
      ...place.writes,
      decisionEvent(deciding, { type: 'reinstated', signOnId: signOn.id }),
    ]);
    if (failed.length > 0) return undefined;
    return place.eligible === 'yes' ? 'reinstated' : 'reinstated-organization-has-signed';
  });
