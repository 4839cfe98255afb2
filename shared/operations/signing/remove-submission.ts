import { type SignOn, submissionAttributes } from '../../sign-on/sign-on.ts';
import { pendingDays } from '../../table/expiry.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/**
 * Whether unconfirmed words in a row without TTL are older than thirty days: a change to what is signed, which a
 * stranger may have typed, or a new submission after a withdrawal.
 */
export const hasExpiredSubmission = ({ submission, keep, requestedAt }: SignOn, now: Date): boolean =>
  submission !== undefined &&
  keep !== undefined &&
  now.getTime() - Date.parse(requestedAt) >= pendingDays * 24 * 60 * 60_000;

/** Removes the words that wait for the button, if they are those that were read. The signed words stay. */
export const removeSubmission = (
  store: Store,
  { slug, id, submissionHash, requestedAt }: SignOn,
): Promise<boolean> =>
  store.update({
    key: signOnKey(slug, id),
    update: `REMOVE ${submissionAttributes.join(', ')}, suspicions, unsuspectedHash`,
    condition: 'submissionHash = :hash AND requestedAt = :requestedAt',
    values: { ':hash': submissionHash, ':requestedAt': requestedAt },
  });
