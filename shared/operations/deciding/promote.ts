import { hasSamePrint } from '../../sign-on/printed-words.ts';
import { findClaim, replaceClaim, takeClaim, unchangedMerges } from '../../table/claims.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { indexName } from '../signing/name-index.ts';
import { promotedUpdate } from '../signing/promoted-update.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import { type DecisionInput, decisionEvent, demotedUpdate, retryDecision } from './decision-writes.ts';

export type PromoteOutcome =
  | 'promoted'
  /** Promoted. The one that counted before waits. */
  | 'promoted-instead'
  | 'already-holds'
  | 'waits-for-review'
  /** Its signer has not agreed to the current letter. */
  | 'asked-again'
  /** Its words have changed since they were read for the decision. */
  | 'changed'
  | 'not-waiting';

/**
 * Lets a sign-on that waits for its organization's claim count. Another one that counted waits instead, and its signer
 * is told; promoting that one undoes this. Repeated: `already-holds`, and no write.
 */
export const promoteSignOn = (store: Store, input: DecisionInput): Promise<PromoteOutcome> =>
  retryDecision<PromoteOutcome>(store, input, 'not-waiting', async (signOn, again) => {
    if (signOn.status === 'confirmed' && signOn.review === 'waiting') return 'waits-for-review';
    if (signOn.status === 'confirmed' && signOn.askedAgainAt !== undefined) return 'asked-again';
    if (signOn.status !== 'confirmed' || !signOn.organizationKey) return 'not-waiting';
    if (signOn.eligible === 'yes') return 'already-holds';
    if (!hasSamePrint(signOn, input.signOn)) return 'changed';
    const { slug, id, organizationKey } = signOn;
    const { claim, reference, chain } = await findClaim(store, { slug, organizationKey, id });
    const { now, newUlid } = input;
    const promoted = promotedUpdate(signOn, {
      root: reference.organizationKey,
      pendingMail: newUlid(),
      decidedAt: now.toISOString(),
    });
    const websites = websiteIndexWrites(signOn);
    await indexName(store, signOn, signOn.signed, input);
    const { holder } = claim;
    const event = decisionEvent({ ...input, signOn }, { type: 'promoted', signOnId: id });
    if (holder === undefined || holder === id) {
      const merges = unchangedMerges(slug, chain);
      const failed = await store.transact([promoted, takeClaim(reference), ...merges, event, ...websites]);
      return failed.length === 0 ? 'promoted' : again(signOn);
    }
    const former = await readSignOn(store, { slug, id: holder, now });
    const waiting = new Set([...(claim.waiting ?? []), ...(former ? [holder] : [])]);
    waiting.delete(id);
    const failed = await store.transact([
      promoted,
      ...(former
        ? [demotedUpdate(former, input), decisionEvent(input, { type: 'demoted', signOnId: former.id })]
        : []),
      replaceClaim(reference, claim, { holder: id, waiting }),
      event,
      ...websites,
    ]);
    return failed.length === 0 ? 'promoted-instead' : again(signOn);
  });
