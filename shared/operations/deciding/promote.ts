import { hasSamePrint } from '../../sign-on/printed-words.ts';
import { findClaim, replaceClaim, takeClaim, unchangedMerges } from '../../table/claims.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { addedEvidence, showEvidence } from '../signing/added-evidence.ts';
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
  /** Not promoted: nobody counts for the organization, and there is new evidence, which is on the row by now. */
  | 'evidence-added'
  | 'not-waiting';

/**
 * Lets a sign-on that waits for its organization's claim count. Another one that counted waits instead, and its signer
 * is told; promoting that one undoes this. Repeated: `already-holds`, and no write.
 */
export const promoteSignOn = (store: Store, input: DecisionInput): Promise<PromoteOutcome> =>
  retryDecision<PromoteOutcome>(store, input, 'not-waiting', async (signOn, index) => {
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
    const websites = await websiteIndexWrites(store, signOn, now);
    const { holder } = claim;
    const event = decisionEvent({ ...input, signOn }, { type: 'promoted', signOnId: id });
    if (holder === undefined || holder === id) {
      // Whoever signed while nobody had the claim was not compared with this one.
      const words = { details: signOn.signed, known: signOn.flags, knowsDuplicates: true };
      const added = await addedEvidence(store, { ...input, ...words, signOn, index });
      if (added.length > 0)
        return (await store.update(showEvidence(signOn, added))) ? 'evidence-added' : undefined;
      const merges = unchangedMerges(slug, chain);
      const failed = await store.transact([promoted, takeClaim(reference), ...merges, event, ...websites]);
      return failed.length === 0 ? 'promoted' : undefined;
    }
    await index.enter(signOn, signOn.signed);
    const replaced = await readSignOn(store, { slug, id: holder, now });
    if (replaced) index.changes(replaced);
    const waiting = new Set([...(claim.waiting ?? []), ...(replaced ? [holder] : [])]);
    waiting.delete(id);
    const failed = await store.transact([
      promoted,
      ...(replaced
        ? [demotedUpdate(replaced, input), decisionEvent(input, { type: 'demoted', signOnId: replaced.id })]
        : []),
      replaceClaim(reference, claim, { holder: id, waiting }),
      event,
      ...websites,
    ]);
    return failed.length === 0 ? 'promoted-instead' : undefined;
  });
