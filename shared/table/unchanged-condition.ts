import type { SignOn } from '../sign-on/sign-on.ts';
import { signOnKey } from './keys.ts';
import type { Update } from './table.ts';

/**
 * The condition that everything which decides about a sign-on's state is as it was read. Every write that changes the
 * state (pending, in review, duplicate, counted, asked again, withdrawn, rejected) has it. If two happen at once, the
 * second write fails and is decided again. The signed words are part of it: an organization's claim is that of its
 * name. So is the mark of what left the index of names: others must find the name of whatever counts.
 */
export function unchangedCondition({
  status,
  eligible,
  review,
  organizationKey,
  signedHash,
  proposedHash,
  askedAgainAt,
  indexMark,
}: SignOn): Required<Pick<Update, 'condition' | 'names' | 'values'>> {
  const same = (name: string, value: string | undefined): string =>
    value === undefined ? `attribute_not_exists(${name})` : `${name} = :was_${name}`;
  return {
    condition: `#status = :was AND eligible = :wasEligible AND ${same('review', review)} AND ${same('organizationKey', organizationKey)}
      AND ${same('signedHash', signedHash)} AND ${same('proposedHash', proposedHash)} AND ${same('askedAgainAt', askedAgainAt)}
      AND ${same('indexMark', indexMark)}`,
    names: { '#status': 'status' },
    values: {
      ':was': status,
      ':wasEligible': eligible,
      ...(review && { ':was_review': review }),
      ...(organizationKey && { ':was_organizationKey': organizationKey }),
      ...(signedHash && { ':was_signedHash': signedHash }),
      ...(proposedHash && { ':was_proposedHash': proposedHash }),
      ...(askedAgainAt && { ':was_askedAgainAt': askedAgainAt }),
      ...(indexMark && { ':was_indexMark': indexMark }),
    },
  };
}

/** An update of a sign-on's row, on condition that everything which decides about its state is as it was read. */
export function updateIfUnchanged(signOn: SignOn, update: string, values: Update['values'] = {}): Update {
  const unchanged = unchangedCondition(signOn);
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update,
    ...unchanged,
    values: { ...unchanged.values, ...values },
  };
}
