import { findClaim, takeClaim } from '../../table/claims.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store } from '../../table/table.ts';
import { promotedUpdate } from '../signing/confirm.ts';
import { type DecisionInput, decisionEvent } from './decision-writes.ts';

export type PromoteOutcome =
  | 'promoted'
  | 'already-holds'
  | 'place-is-taken'
  | 'waits-for-review'
  /** Its owner has not agreed to the letter as it stands. */
  | 'asked-again'
  | 'not-waiting';

/** Gives an organization's vacant place to a sign-on that waits for it. Repeated: `already-holds`, and no write. */
export const promoteSignOn = (store: Store, input: DecisionInput): Promise<PromoteOutcome> =>
  retryOnConflict<PromoteOutcome>(store, input, 'not-waiting', async (signOn) => {
    if (signOn.status === 'confirmed' && signOn.review === 'waiting') return 'waits-for-review';
    if (signOn.status === 'confirmed' && signOn.askedAgainAt !== undefined) return 'asked-again';
    if (signOn.status !== 'confirmed' || !signOn.organizationKey) return 'not-waiting';
    if (signOn.eligible === 'yes') return 'already-holds';
    const { slug, id, organizationKey } = signOn;
    const { claim, reference } = await findClaim(store, { slug, organizationKey, id });
    if (claim.holder !== undefined && claim.holder !== id) return 'place-is-taken';
    const campaignEvent = { type: 'promoted' as const, signOnId: id };
    const failed = await store.transact([
      promotedUpdate(signOn, input.newUlid()),
      takeClaim(reference),
      decisionEvent(input, campaignEvent),
    ]);
    return failed.length === 0 ? 'promoted' : undefined;
  });
