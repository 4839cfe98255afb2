import type { Settings } from '../../campaign/settings.ts';
import { keyOfName } from '../../organization/key.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import { hasReview, withoutReview } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { allocate, allocationAttributes, decidedDuplicate, isOfClaim } from '../signing/allocate-claim.ts';
import { otherNameWrites } from '../signing/name-index.ts';
import { noProposal } from '../signing/proposal.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import { type DecisionInput, decisionEvent } from './decision-writes.ts';

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
  const { slug, id, signed, proposedFlags, kind } = signOn;
  const { agreedTo: _, ...words } = proposed;
  const details = { ...words, ...(signed?.agreedTo !== undefined && { agreedTo: signed.agreedTo }) };
  const allocation = await allocate(store, {
    ...(await settingsOfDecision(store, signOn)),
    signOn,
    details,
    agrees: false,
    now,
    newUlid,
    addressKey: () => Promise.reject(new Error('Without a review no address is looked up.')),
  });
  // They have been asked to agree to the letter, and get no second mail.
  const isAsked = signOn.askedAgainAt !== undefined;
  const isDemoted = signOn.eligible === 'yes' && allocation.eligible === 'no';
  const isDuplicate = allocation.eligible === 'no' && allocation.organizationKey !== undefined;
  const attributes = allocationAttributes({
    ...allocation,
    review: 'approved',
    flags: proposedFlags,
    ...(isDuplicate && decidedDuplicate(proposedFlags, (allocation.flags ?? []).filter(isOfClaim), now)),
    ...(isDemoted && { demotedAt: now.toISOString() }),
  });
  const others = setOrRemove({ ...noProposal, mended: undefined });
  const index =
    kind === 'organization' && allocation.eligible === 'yes'
      ? websiteIndexWrites({ slug, id, signed: details })
      : [];
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
      ...index,
      ...(isRenamed ? otherNameWrites(signOn, signed, input) : []),
      dirtyUpdate(slug, newUlid()),
      event,
    ],
    eligible: allocation.eligible,
  };
}

/**
 * The organizer has seen the evidence: also, where it was found, that another organization of the new name counts. Then
 * both stand. A name that was free when its signer proposed it makes a duplicate.
 */
async function settingsOfDecision(
  store: Store,
  { slug, proposedFlags = [] }: SignOn,
): Promise<{ settings: Settings; separatesNamesakes: boolean }> {
  const settings = (await readSettings(store, slug))?.settings;
  if (!settings) throw new Error('A campaign with sign-ons has settings.');
  const isSeen = proposedFlags.some(({ flag }) => flag === 'same-name');
  return { settings: withoutReview(settings), separatesNamesakes: !hasReview(settings) || isSeen };
}

/** The writes that drop the words that wait. The signed words stay. */
export function rejectedChangeWrites(input: DecisionInput): Write[] {
  const { signOn } = input;
  return [
    updateIfUnchanged(signOn, `REMOVE ${setOrRemove(noProposal).remove}`),
    decisionEvent(input, { type: 'change-rejected', signOnId: signOn.id }),
  ];
}
