import { correctableDetails, readCorrection } from '../../sign-on/correction.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import { hasReview } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition, updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { reportIfUnreadable } from '../health/report-unreadable-item.ts';
import { allocateChange } from './allocate-change.ts';
import type { AllocationInput } from './allocate-claim.ts';
import { type NameIndex, withIndex } from './name-index.ts';
import { allocationAttributes } from './place-sign-on.ts';
import { noProposal, proposalWrites } from './proposal.ts';

export interface CorrectSignOnInput extends Omit<AllocationInput, 'details' | 'agrees'> {
  /** The fields to change, as they were sent. They were validated before. */
  typed: Record<string, unknown>;
}

/** `waiting`: the new words wait for an organizer, and the old ones still count. */
export type CorrectSignOnOutcome = 'corrected' | 'waiting' | 'unchanged' | 'nothing-to-correct' | 'changed';

/**
 * Corrects the words of a sign-on, for whoever has its link: before confirmation the submission, afterwards what is
 * signed. Another name of an organization gives up the old claim, and takes or waits for the new one, in the same
 * transaction. If there is a review and the sign-on counts, a change of what is printed or linked waits for an
 * organizer, unless it corrects spelling. A submitted change that waits for the button stays.
 */
export const correctSignOn = (store: Store, input: CorrectSignOnInput): Promise<CorrectSignOnOutcome> =>
  reportIfUnreadable(
    withIndex(store, input, (index) =>
      retryOnConflict<CorrectSignOnOutcome>(store, input, 'nothing-to-correct', async (signOn) => {
        // Erased meanwhile: what was typed is not meant for the row that is left.
        if (signOn.nonce !== input.signOn.nonce) return 'nothing-to-correct';
        const current = correctableDetails(signOn);
        if (!current) return 'nothing-to-correct';
        const read = readCorrection(input.typed, signOn, current, { ...input.settings, now: input.now });
        if (!read.ok) return 'changed';
        const { details } = read;
        const hash = detailsHash(details);
        if (hash === detailsHash(current)) return 'unchanged';
        if (signOn.status === 'confirmed')
          return await correctSigned(store, { ...input, signOn, details, agrees: false, index }, hash);
        return (await store.update(correctSubmissionUpdate(signOn, details, hash))) ? 'corrected' : undefined;
      }),
    ),
    { store, slug: input.signOn.slug, now: () => input.now, newUlid: input.newUlid },
  );

/** A page that shows the old words cannot confirm the new ones, since its hash differs. */
function correctSubmissionUpdate(signOn: SignOn, details: Details, hash: string): Update {
  const { condition, names, values } = unchangedCondition(signOn);
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: 'SET submission = :details, submissionHash = :hash',
    condition: `${condition} AND submissionHash = :wasHash`,
    names,
    values: { ...values, ':details': details, ':hash': hash, ':wasHash': signOn.submissionHash },
  };
}

async function correctSigned(
  store: Store,
  input: AllocationInput & { index: NameIndex },
  hash: string,
): Promise<CorrectSignOnOutcome | undefined> {
  const { settings, signOn, details, now, newUlid, index } = input;
  if (hasReview(settings)) index.changes(signOn);
  const change = await allocateChange(store, input);
  if (!change.takesEffect) {
    const proposal = { details, flags: change.flags, now, newUlid, isConfirmed: false };
    return (await writeAll(store, proposalWrites(signOn, proposal))) ? 'waiting' : undefined;
  }
  const { allocation, mended } = change;
  const {
    set,
    remove,
    values: allocationValues,
  } = allocationAttributes(allocation, { ...noProposal, mended });
  // The signer sees the new words, so only another allocation is mailed.
  const isNews =
    allocation.eligible !== signOn.eligible ||
    (allocation.review === 'waiting' && signOn.review !== 'waiting');
  const row: Update = updateIfUnchanged(
    signOn,
    `SET signed = :details, signedHash = :hash, ${set}${isNews ? ', pendingMail = :pendingMail' : ''}
      ${remove && `REMOVE ${remove}`}`,
    { ...allocationValues, ':details': details, ':hash': hash, ...(isNews && { ':pendingMail': newUlid() }) },
  );
  const writes = [row, ...allocation.writes, dirtyUpdate(signOn.slug, newUlid())];
  if (!(await writeAll(store, writes))) return undefined;
  if (allocation.eligible === 'yes') index.counts(signOn, details);
  return 'corrected';
}
