import type { Evidence } from '../shared/sign-on/evidence.ts';
import { reviewStateOf } from '../shared/sign-on/review-state.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';

/** Finds the other sign-ons that a sign-on has to do with. */
export interface SignOnIndex {
  /** The sign-on that a piece of evidence names. Undefined if it names none, or one that is gone. */
  named(flag: Evidence): SignOn | undefined;
  /** For a duplicate: the sign-on that counts for its organization. */
  countedInsteadOf(signOn: SignOn): SignOn | undefined;
}

/** An index of all sign-ons of a campaign. */
export function newSignOnIndex(rows: readonly SignOn[]): SignOnIndex {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const holders = new Map(
    rows.flatMap((row) =>
      row.eligible === 'yes' && row.organizationKey ? [[row.organizationKey, row]] : [],
    ),
  );
  return {
    named: (flag) => ('id' in flag ? byId.get(flag.id) : undefined),
    countedInsteadOf: (signOn) =>
      reviewStateOf(signOn) === 'duplicate' ? holders.get(signOn.organizationKey ?? '') : undefined,
  };
}
