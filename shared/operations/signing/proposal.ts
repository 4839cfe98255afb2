import { isDeepStrictEqual } from 'node:util';
import type { Flag } from '../../sign-on/flags.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import { isFeedbackOutdated } from '../../sign-on/mail-feedback.ts';
import { type Details, type SignOn, submissionAttributes } from '../../sign-on/sign-on.ts';
import { withTakenBack } from '../../sign-on/taken-back.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import type { Update, Write } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';

/** The attributes of words that wait for an organizer while the signed ones count. */
export type Proposal = Pick<SignOn, 'proposed' | 'proposedHash' | 'proposedAt' | 'proposedFlags'>;

export const noProposal = {
  proposed: undefined,
  proposedHash: undefined,
  proposedAt: undefined,
  proposedFlags: undefined,
} as const satisfies Proposal;

interface ProposalInput {
  details: Details;
  flags: readonly Flag[];
  now: Date;
  newUlid: () => string;
  /** Whether the button confirmed the words. Then they no longer wait for it, and the letter is agreed to. */
  isConfirmed: boolean;
}

/** The condition that the words which wait for the button are those that were read, or that there are still none. */
export const unchangedSubmission = ({
  submissionHash,
}: SignOn): { condition: string; values: Update['values'] } =>
  submissionHash === undefined
    ? { condition: 'attribute_not_exists(submissionHash)', values: {} }
    : { condition: 'submissionHash = :words', values: { ':words': submissionHash } };

/**
 * The writes by which new words wait for an organizer. What is signed stays, but for what its signer takes back
 * (`withTakenBack`).
 */
export function proposalWrites(
  signOn: SignOn,
  { details, flags, now, newUlid, isConfirmed }: ProposalInput,
): Write[] {
  const { condition, names, values } = unchangedCondition(signOn);
  const before = signOn.signed;
  const kept = before && withTakenBack(signOn.kind, before, details);
  const signed = kept && { ...kept, ...(isConfirmed && { agreedTo: details.agreedTo }) };
  const isOther = signed && !isDeepStrictEqual(signed, before);
  const {
    set,
    remove,
    values: proposed,
  } = setOrRemove({
    proposed: details,
    proposedHash: detailsHash(details),
    proposedAt: now.toISOString(),
    proposedFlags: flags.length > 0 ? flags : undefined,
    ...(isOther && { signed, signedHash: detailsHash(signed) }),
    ...(isConfirmed && Object.fromEntries(submissionAttributes.map((name) => [name, undefined]))),
    ...(isConfirmed && isFeedbackOutdated(signOn) && { mailFeedback: undefined }),
  });
  const same = isConfirmed ? unchangedSubmission(signOn) : undefined;
  const row: Update = {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET ${set}${remove && ` REMOVE ${remove}`}`,
    condition: same ? `${condition} AND ${same.condition}` : condition,
    names,
    values: { ...values, ...proposed, ...same?.values },
  };
  const isShownLess = signed?.publicName !== before?.publicName;
  return isShownLess ? [row, dirtyUpdate(signOn.slug, newUlid())] : [row];
}
