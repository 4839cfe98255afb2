import type { Letters } from '../../campaign/letter-hashes.ts';
import { submissionOrigin } from '../../sign-on/bursts.ts';
import { type ConfirmationDecision, decideConfirmation } from '../../sign-on/confirmation.ts';
import { isFeedbackOutdated } from '../../sign-on/mail-feedback.ts';
import { hasReview, needsDecisionForVacantClaim } from '../../sign-on/review.ts';
import { submissionAttributes } from '../../sign-on/sign-on.ts';
import { findClaim, takeClaim, unchangedMerges } from '../../table/claims.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { reportIfUnreadable } from '../health/report-unreadable-item.ts';
import { addedEvidence, showEvidence } from './added-evidence.ts';
import { allocateChange } from './allocate-change.ts';
import type { AllocationInput } from './allocate-claim.ts';
import { type NameIndex, withIndex } from './name-index.ts';
import { type AllocationAnswer, allocationAttributes } from './place-sign-on.ts';
import { promotedUpdate } from './promoted-update.ts';
import { noProposal, proposalWrites, unchangedSubmission } from './proposal.ts';
import { websiteIndexWrites } from './websites.ts';

export interface ConfirmInput extends Omit<AllocationInput, 'details' | 'agrees'> {
  letters?: Letters | undefined;
  /** Hash of what the page showed. Programs may leave it out. */
  shownHash?: string | undefined;
}

export type ConfirmOutcome =
  | AllocationAnswer
  | 'already-confirmed'
  | 'changed'
  | 'closed'
  | 'withdrawn'
  | 'rejected'
  | 'expired';

/**
 * Confirms a sign-on: its submission becomes what is signed, or the signed words are agreed to for a changed letter. An
 * organization's sign-on takes its claim or waits for it, in the same transaction, unless an organizer must review it
 * first. The counter is not touched: `tally` sees the change and counts. Safe to repeat and to run at the same time:
 * each write has the condition that the row is as it was read, and is decided again if it is not.
 */
export const confirmSignOn = (store: Store, input: ConfirmInput): Promise<ConfirmOutcome> =>
  reportIfUnreadable(
    withIndex(store, input, (index) =>
      retryOnConflict<ConfirmOutcome>(store, input, 'expired', async (signOn) => {
        const decision = decideConfirmation(signOn, input);
        if (decision.answer === 'already-signed-by-organization')
          return await takeVacantClaim(store, { ...input, signOn, index });
        if (decision.answer !== 'confirm') return decision.answer;
        return await confirm(store, { ...input, signOn, index }, decision);
      }),
    ),
    { store, slug: input.signOn.slug, now: () => input.now, newUlid: input.newUlid },
  );

type Decided = Extract<ConfirmationDecision, { answer: 'confirm' }>;

type ConfirmingInput = ConfirmInput & { index: NameIndex };

async function confirm(
  store: Store,
  input: ConfirmingInput,
  { details, hash }: Decided,
): Promise<ConfirmOutcome | undefined> {
  const { signOn, now, newUlid, index } = input;
  if (hasReview(input.settings)) index.changes(signOn);
  const isChange = signOn.status === 'confirmed' && signOn.askedAgainAt === undefined;
  const change = await allocateChange(store, { ...input, details, agrees: true });
  if (!change.takesEffect) {
    const proposal = { details, flags: change.flags, now, newUlid, isConfirmed: true };
    return (await writeAll(store, proposalWrites(signOn, proposal))) ? 'waiting-for-review' : undefined;
  }
  const { allocation, mended } = change;
  const { condition, names, values } = unchangedCondition(signOn);
  const same = unchangedSubmission(signOn);
  // The origin of a sign-on is that of its first confirmation. Otherwise a change could take it out of a burst.
  const origin = signOn.status === 'confirmed' ? {} : { signedOrigin: submissionOrigin(signOn) };
  const {
    set,
    remove,
    values: allocationValues,
  } = allocationAttributes(allocation, {
    ...origin,
    // Without a submission the signer only agreed to the letter, so a proposed change stays.
    ...(signOn.submission && noProposal),
    mended,
  });
  const row: Update = {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET signed = :details, signedHash = :hash, #status = :confirmed, confirmedAt = :confirmedAt,
      keep = :kept, expiresAt = :kept, pendingMail = :pendingMail, ${set}
      REMOVE ${submissionAttributes.join(', ')}, mailSlowed, withdrawnAt, askedAgainAt${isFeedbackOutdated(signOn) ? ', mailFeedback' : ''}${remove && `, ${remove}`}`,
    condition: `${condition} AND ${same.condition}`,
    names,
    values: {
      ...values,
      ...same.values,
      ...allocationValues,
      ':details': details,
      ':hash': hash,
      ':confirmed': 'confirmed',
      ':confirmedAt': isChange ? (signOn.confirmedAt ?? now.toISOString()) : now.toISOString(),
      ':kept': 'kept',
      ':pendingMail': newUlid(),
    },
  };
  // A change of signed words changes no count, so it must call for new pages itself.
  const writes = isChange ? [dirtyUpdate(signOn.slug, newUlid())] : [];
  const isWritten = await writeAll(store, [row, ...allocation.writes, ...writes]);
  if (!isWritten) return undefined;
  if (allocation.eligible === 'yes') index.counts(signOn, details);
  return allocation.answer;
}

/**
 * A duplicate whose signer presses the button again takes a vacant claim. It does not if there is evidence that no
 * organizer has seen, it comes from another domain than the former holder, an organizer has decided on it, or the
 * former holder was rejected: then the answer is `waiting-for-review`, and at most the evidence is written.
 */
async function takeVacantClaim(
  store: Store,
  { settings, signOn, now, newUlid, index }: ConfirmingInput,
): Promise<ConfirmOutcome | undefined> {
  const { slug, id, organizationKey } = signOn;
  if (!organizationKey) return 'already-signed-by-organization';
  const { claim, reference, chain } = await findClaim(store, { slug, organizationKey, id });
  if (claim.holder !== undefined && claim.holder !== id) return 'already-signed-by-organization';
  if (hasReview(settings)) {
    const former = claim.former ? await readSignOn(store, { slug, id: claim.former, now }) : undefined;
    const isRejected = (claim.rejected?.size ?? 0) > 0 || former?.status === 'rejected';
    const isDecided = signOn.decidedAt !== undefined || isRejected;
    if (isDecided || needsDecisionForVacantClaim(signOn, settings)) return 'waiting-for-review';
    const words = { details: signOn.signed, known: signOn.flags };
    const added = await addedEvidence(store, { ...words, signOn, index, now, newUlid });
    if (added.length > 0)
      return (await store.update(showEvidence(signOn, added))) ? 'waiting-for-review' : undefined;
  }
  const failed = await store.transact([
    promotedUpdate(signOn, { root: reference.organizationKey, pendingMail: newUlid() }),
    takeClaim(reference),
    ...unchangedMerges(slug, chain),
    ...(hasReview(settings) ? await websiteIndexWrites(store, signOn, now) : []),
  ]);
  if (failed.length === 0) index.counts(signOn, signOn.signed);
  return failed.length === 0 ? 'confirmed' : undefined;
}
