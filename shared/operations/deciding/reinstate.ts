import { hasAgreed } from '../../campaign/letter-hashes.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { hasReview, stillStands } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type FoundClaim, findClaim, forgetRejection, noteFormer } from '../../table/claims.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import type { Key } from '../../table/keys.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import { readSettings } from '../../table/settings.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { addedEvidence } from '../signing/added-evidence.ts';
import { emptyDays } from '../signing/withdraw-unchanged.ts';
import {
  approvedAllocation,
  approvedUpdate,
  claimOfName,
  type DecisionInput,
  decisionEvent,
  retryDecision,
} from './decision-writes.ts';

export type ReinstateOutcome =
  | 'reinstated'
  /** Reinstated, and it waits for review: as before the rejection, or for evidence that no organizer has seen. */
  | 'reinstated-in-review'
  /** Reinstated, but it waits: another signature of the organization counts now. */
  | 'reinstated-organization-has-signed'
  /** Reinstated, and its signer is asked to agree to the letter, which has changed since. */
  | 'reinstated-asked-again'
  /** It is withdrawn again, as before the rejection. */
  | 'reinstated-withdrawn'
  | 'not-rejected'
  /** It was erased, so there is nothing to list. */
  | 'erased'
  | 'withdrawn';

/**
 * Undoes a rejection, in one transaction with the event. What was withdrawn is so again. What waited for review waits
 * again, since nobody has approved it; so does what would count now, and has evidence that no organizer has seen.
 * Anything else is confirmed and approved, and takes its organization's claim or waits for it. Repeated:
 * `not-rejected`, and no write.
 */
export const reinstateSignOn = (store: Store, input: DecisionInput): Promise<ReinstateOutcome> =>
  retryDecision<ReinstateOutcome>(store, input, 'not-rejected', async (signOn, index) => {
    if (signOn.status === 'withdrawn') return 'withdrawn';
    if (signOn.status !== 'rejected') return 'not-rejected';
    const event = decisionEvent(input, { type: 'reinstated', signOnId: signOn.id });
    if (signOn.withdrawnAt !== undefined) {
      const failed = await store.transact([
        withdrawnAgain(signOn, input.now),
        ...(await notRejectedWrites(store, { ...input, signOn })),
        event,
      ]);
      return failed.length === 0 ? 'reinstated-withdrawn' : undefined;
    }
    if (!signOn.signed) return 'erased';
    const campaign = await readSettings(store, signOn.slug);
    const isAsked = !hasAgreed(campaign?.letters, signOn.signed.agreedTo);
    const askedAgainAt = isAsked ? input.now.toISOString() : undefined;
    const words = { details: signOn.signed, known: signOn.flags };
    const asked = { ...signOn, askedAgainAt };
    const hasStood = signOn.review === 'approved';
    const toQueue = async (added: readonly Flag[]): Promise<ReinstateOutcome | undefined> => {
      const noted = await notRejectedWrites(store, { ...input, signOn }, { comesBack: hasStood });
      const failed = await store.transact([inReview(asked, added, input), ...noted, event]);
      return failed.length === 0 ? 'reinstated-in-review' : undefined;
    };
    if (signOn.review === 'waiting') return await toQueue([]);
    const added = await addedEvidence(store, { ...input, ...words, signOn, index });
    const allocation = await approvedAllocation(store, {
      ...input,
      ...words,
      signOn: asked,
      separates: false,
    });
    const isDuplicate = allocation.eligible === 'no' && allocation.organizationKey !== undefined;
    // Nobody has let it count yet.
    const isUndecided =
      signOn.review !== 'approved' && campaign !== undefined && hasReview(campaign.settings);
    if (!isDuplicate && (added.length > 0 || isUndecided)) return await toQueue(added);
    const forgetting = await notRejectedWrites(store, { ...input, signOn });
    const failed = await store.transact([
      approvedUpdate(signOn, { ...allocation, askedAgainAt }, input),
      ...allocation.writes,
      // Whatever of the allocation writes the claim ends the note itself. It may be another organization's of the name.
      ...forgetting.filter(({ key }) => !allocation.writes.some((write) => isOfItem(write, key))),
      event,
    ]);
    if (failed.length > 0) return undefined;
    if (isAsked) return 'reinstated-asked-again';
    return allocation.eligible === 'yes' ? 'reinstated' : 'reinstated-organization-has-signed';
  });

const isOfItem = (write: Write, { PK, SK }: Key): boolean =>
  'key' in write && write.key.PK === PK && write.key.SK === SK;

/**
 * The claim of its organization no longer notes its rejection. With `comesBack`, a vacant claim notes it as the one that
 * left it, so that it gets that claim again, unless another one that stands is noted.
 */
async function notRejectedWrites(
  store: Store,
  input: DecisionInput,
  { comesBack = false } = {},
): Promise<Update[]> {
  const { signOn, now } = input;
  const found = signOn.kind === 'individual' ? undefined : await claimNoting(store, input);
  if (!found) return [];
  const { holder, former } = found.claim;
  const noted = former && (await readSignOn(store, { slug: signOn.slug, id: former, now }));
  const isFree = holder === undefined && !(noted && stillStands(noted));
  return comesBack && isFree ? noteFormer(found) : [forgetRejection(found.reference)];
}

/** The claim that notes a rejection: that of its name, or of another organization of the name. */
async function claimNoting(store: Store, input: DecisionInput): Promise<FoundClaim | undefined> {
  const { slug, id } = input.signOn;
  const named = await claimOfName(store, input);
  const others = (named?.namesakes ?? []).map((organizationKey) =>
    findClaim(store, { slug, id, organizationKey }),
  );
  return [named, ...(await Promise.all(others))].find((found) => found?.claim.rejected?.has(id));
}

/** A row without signed words, as "It wasn't me" leaves it, was to expire before the rejection, and does again. */
function withdrawnAgain(signOn: SignOn, now: Date): Update {
  const expires = signOn.signed === undefined;
  return updateIfUnchanged(
    signOn,
    `SET #status = :withdrawn${expires ? ', expiresAt = :expiry REMOVE keep' : ''}`,
    { ':withdrawn': 'withdrawn', ...(expires && { ':expiry': expiryAfterDays(now, emptyDays) }) },
  );
}

/** To the queue. Its signer gets the mail that says so only if it was not sent before the rejection. */
function inReview(
  { askedAgainAt, flags = [], reviewRequestedAt, ...signOn }: SignOn,
  added: readonly Flag[],
  { now, newUlid }: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update {
  const { set, values } = setOrRemove({
    review: 'waiting',
    reviewRequestedAt: reviewRequestedAt ?? now.toISOString(),
    pendingMail: newUlid(),
    ...(added.length > 0 && { flags: [...flags, ...added] }),
    ...(askedAgainAt && { askedAgainAt }),
  });
  return updateIfUnchanged(signOn, `SET #status = :confirmed, ${set}`, {
    ...values,
    ':confirmed': 'confirmed',
  });
}
