import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import { pendingDays } from './submit.ts';

/**
 * Whether words that nobody confirmed have waited their time in a row that is kept, so that no TTL takes them: a change
 * to what is signed, which a stranger may have typed, or a sign-on anew after a withdrawal.
 */
export const hasExpiredSubmission = ({ submission, keep, requestedAt }: SignOn, now: Date): boolean =>
  submission !== undefined &&
  keep !== undefined &&
  now.getTime() - Date.parse(requestedAt) >= pendingDays * 24 * 60 * 60_000;

/** Takes such words away, unless their owner or somebody else has been quicker; what is signed stays. */
export const removeExpiredSubmission = (
  store: Store,
  { slug, id, submissionHash, requestedAt }: SignOn,
): Promise<boolean> =>
  store.update({
    key: signOnKey(slug, id),
    update: 'REMOVE submission, submissionHash, suspicions, network',
    condition: 'submissionHash = :hash AND requestedAt = :requestedAt',
    values: { ':hash': submissionHash, ':requestedAt': requestedAt },
  });
