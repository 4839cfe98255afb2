import { correctableDetails, readCorrection } from '../../sign-on/correction.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { type AllocationInput, allocate, allocationAttributes } from './allocate-claim.ts';

export interface CorrectSignOnInput extends Omit<AllocationInput, 'details' | 'agrees'> {
  /** The fields that are to be otherwise, as they were sent; read before, and found good. */
  typed: Record<string, unknown>;
}

export type CorrectSignOnOutcome = 'corrected' | 'unchanged' | 'nothing-to-correct' | 'changed';

/**
 * Corrects the words of a sign-on, for whoever has its link: before the button those that wait for it, afterwards those
 * that are signed. Another name of an organization gives up the old one's place and takes or waits for the new one's in
 * the same transaction, and is looked at as at first where there is a review. A change that waits for its button stays.
 */
export const correctSignOn = (store: Store, input: CorrectSignOnInput): Promise<CorrectSignOnOutcome> =>
  retryOnConflict<CorrectSignOnOutcome>(store, input, 'nothing-to-correct', async (signOn) => {
    const standing = correctableDetails(signOn);
    if (!standing) return 'nothing-to-correct';
    const read = readCorrection(input.typed, signOn, standing, input.settings);
    if (!read.ok) return 'changed';
    const hash = detailsHash(read.details);
    if (hash === detailsHash(standing)) return 'unchanged';
    const isWritten =
      signOn.status === 'confirmed'
        ? await correctSigned(store, { ...input, signOn, details: read.details, agrees: false }, hash)
        : await store.update(correctSubmissionUpdate(signOn, read.details, hash));
    return isWritten ? 'corrected' : undefined;
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

async function correctSigned(store: Store, input: AllocationInput, hash: string): Promise<boolean> {
  const { signOn, details, newUlid } = input;
  const place = await allocate(store, input);
  const { condition, names, values } = unchangedCondition(signOn);
  const { set, remove, values: placeValues } = allocationAttributes(place);
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
  return await writeAll(store, [row, ...place.writes, dirtyUpdate(signOn.slug, newUlid())]);
}
