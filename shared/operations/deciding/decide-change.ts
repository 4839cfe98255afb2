import { keyOfName } from '../../organization/key.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import { hasReview } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { otherNameWrites } from '../signing/name-index.ts';
import { allocationAttributes } from '../signing/place-sign-on.ts';
import { noProposal } from '../signing/proposal.ts';
import { approvedAllocation, type DecisionInput, decisionEvent } from './decision-writes.ts';

/**
 * The writes that replace the signed words by those that wait, with the claim of the new name. The signer is told.
 * `eligible` says whether the sign-on still counts, since another one may hold the new name's claim.
 */
export async function approvedChangeWrites(
  store: Store,
  input: DecisionInput,
  proposed: Details,
): Promise<{ writes: Write[]; eligible: SignOn['eligible'] }> {
  const { signOn, now, newUlid } = input;
  const { slug, id, signed, proposedFlags } = signOn;
  const { agreedTo: _, ...words } = proposed;
  const details = { ...words, ...(signed?.agreedTo !== undefined && { agreedTo: signed.agreedTo }) };
  const separates = await separatesNamesakes(store, signOn);
  const allocation = await approvedAllocation(store, { ...input, details, known: proposedFlags, separates });
  // They have been asked to agree to the letter, and get no second mail.
  const isAsked = signOn.askedAgainAt !== undefined;
  const attributes = allocationAttributes(allocation);
  const others = setOrRemove({ ...noProposal, mended: undefined });
  // Nearly the former name is still found while it stands.
  const isRenamed = keyOfName(details) !== keyOfName(signed) && (allocation.eligible === 'yes' || isAsked);
  const row = updateIfUnchanged(
    signOn,
    `SET signed = :details, signedHash = :hash, decidedAt = :now${isAsked ? '' : ', pendingMail = :pendingMail'}, ${attributes.set}
      REMOVE ${[attributes.remove, others.remove].filter(Boolean).join(', ')}`,
    {
      ...attributes.values,
      ':details': details,
      ':hash': detailsHash(details),
      ':now': now.toISOString(),
      ...(!isAsked && { ':pendingMail': newUlid() }),
    },
  );
  const event = decisionEvent(input, { type: 'change-approved', signOnId: id });
  return {
    writes: [
      row,
      ...allocation.writes,
      ...(isRenamed ? otherNameWrites(signOn, signed, input) : []),
      dirtyUpdate(slug, newUlid()),
      event,
    ],
    eligible: allocation.eligible,
  };
}

/**
 * Whether another organization of the new name gets a claim of its own: the organizer has seen that there is one, or
 * there is no review. A name that was free when its signer proposed it makes a duplicate.
 */
async function separatesNamesakes(store: Store, { slug, proposedFlags = [] }: SignOn): Promise<boolean> {
  if (proposedFlags.some(({ flag }) => flag === 'same-name')) return true;
  const settings = (await readSettings(store, slug))?.settings;
  if (!settings) throw new Error('A campaign with sign-ons has settings.');
  return !hasReview(settings);
}

/** The writes that drop the words that wait. The signed words stay. */
export function rejectedChangeWrites(input: DecisionInput): Write[] {
  const { signOn } = input;
  return [
    updateIfUnchanged(signOn, `REMOVE ${setOrRemove(noProposal).remove}`),
    decisionEvent(input, { type: 'change-rejected', signOnId: signOn.id }),
  ];
}
