import { correctableDetails, readCorrection } from '../../sign-on/correction.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { type AllocationInput, allocationAttributes } from './allocate-claim.ts';
import { examineChange } from './examine-change.ts';
import { noProposal, proposedUpdate } from './proposal.ts';

export interface CorrectSignOnInput extends Omit<AllocationInput, 'details' | 'agrees'> {
  /** The fields that are to be otherwise, as they were sent; read before, and found good. */
  typed: Record<string, unknown>;
}

/** `waiting`: the new words wait for an organizer; those that count stay. */
export type CorrectSignOnOutcome = 'corrected' | 'waiting' | 'unchanged' | 'nothing-to-correct' | 'changed';

/**
 * Corrects the words of a sign-on, for whoever has its link: before the button those that wait for it, afterwards those
 * that are signed. Another name of an organization gives up the old one's place and takes or waits for the new one's in
 * the same transaction. Where there is a review, whatever changes what is printed or linked of a sign-on that counts waits for
 * an organizer, but for mended spelling. A change that waits for its button stays.
 */
export const correctSignOn = (store: Store, input: CorrectSignOnInput): Promise<CorrectSignOnOutcome> =>
  retryOnConflict<CorrectSignOnOutcome>(store, input, 'nothing-to-correct', async (signOn) => {
    const standing = correctableDetails(signOn);
    if (!standing) return 'nothing-to-correct';
    const read = readCorrection(input.typed, signOn, standing, input.settings);
    if (!read.ok) return 'changed';
    const hash = detailsHash(read.details);
    if (hash === detailsHash(standing)) return 'unchanged';
    if (signOn.status === 'confirmed')
      return await correctSigned(store, { ...input, signOn, details: read.details, agrees: false }, hash);
    return (await store.update(correctSubmissionUpdate(signOn, read.details, hash)))
      ? 'corrected'
      : undefined;
  });

/** Whoever has the old words before their eyes has not seen these: the hash that comes with the button differs. */
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
  input: AllocationInput,
  hash: string,
): Promise<CorrectSignOnOutcome | undefined> {
  const { signOn, details, now, newUlid } = input;
  const change = await examineChange(store, input);
  if (!change.takesEffect) {
    const update = proposedUpdate(signOn, { details, flags: change.flags, now, isConfirmed: false });
    return (await store.update(update)) ? 'waiting' : undefined;
  }
  const { place, mended } = change;
  const { condition, names, values } = unchangedCondition(signOn);
  const { set, remove, values: placeValues } = allocationAttributes(place, { ...noProposal, mended });
  // Only another place is news to its owner, who has the words before their eyes.
  const isNews = place.answer !== 'corrected' && place.review !== signOn.review;
  const row: Update = {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET signed = :details, signedHash = :hash, ${set}${isNews ? ', pendingMail = :pendingMail' : ''}
      ${remove && `REMOVE ${remove}`}`,
    condition,
    names,
    values: {
      ...values,
      ...placeValues,
      ':details': details,
      ':hash': hash,
      ...(isNews && { ':pendingMail': newUlid() }),
    },
  };
  const isWritten = await writeAll(store, [row, ...place.writes, dirtyUpdate(signOn.slug, newUlid())]);
  return isWritten ? 'corrected' : undefined;
}
