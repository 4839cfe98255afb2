import { isAgreed } from '../../campaign/letters.ts';
import { rereading } from '../../table/retry-on-conflict.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store } from '../../table/table.ts';
import { approvedPlace, approvedUpdate, type Deciding, decisionEvent } from './decision.ts';

export type ReinstateOutcome =
  | 'reinstated'
  /** Reinstated, and it waits: another signature of the organization counts by now. */
  | 'reinstated-organization-has-signed'
  /** Reinstated, and its owner is asked to agree to the letter, which has changed meanwhile. */
  | 'reinstated-asked-again'
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
    const letters = (await readSettings(store, signOn.slug))?.letters;
    const isAsked = !isAgreed(letters, signOn.signed.agreedTo);
    const askedAt = isAsked ? deciding.now.toISOString() : undefined;
    const place = await approvedPlace(store, { ...signOn, askedAt });
    const failed = await store.transact([
      approvedUpdate(signOn, { ...place, askedAt }, deciding.newUlid()),
      ...place.writes,
      decisionEvent(deciding, { type: 'reinstated', signOnId: signOn.id }),
    ]);
    if (failed.length > 0) return undefined;
    if (isAsked) return 'reinstated-asked-again';
    return place.eligible === 'yes' ? 'reinstated' : 'reinstated-organization-has-signed';
  });
