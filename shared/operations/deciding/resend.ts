import { pendingSignerMail } from '../../sign-on/pending-mail.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { type DecisionInput, decisionEvent } from './decision-writes.ts';

export type ResendOutcome =
  | 'resent'
  /** Rejected, or withdrawn without a new form: no mail is due to its signer. */
  | 'nothing-pending'
  /** Erased, or imported without an address. */
  | 'no-address';

/**
 * Makes the mail due again that a sign-on's signer has or should have: the confirmation link, or the state of the
 * signature. It counts as one of the mailbox's five a day, and unsubscribing stops it. Repeated before it was sent: one
 * mail.
 */
export const resendMail = (store: Store, input: DecisionInput): Promise<ResendOutcome> =>
  retryOnConflict<ResendOutcome>(store, input, 'nothing-pending', async (signOn) => {
    if (signOn.email === '') return 'no-address';
    const resentAt = input.now.toISOString();
    const asked: SignOn = { ...signOn, pendingMail: input.newUlid(), resentAt };
    if (!pendingSignerMail(asked, input.now)) return 'nothing-pending';
    const failed = await store.transact([
      updateIfUnchanged(signOn, 'SET pendingMail = :pendingMail, resentAt = :resentAt REMOVE mailHeldUntil', {
        ':pendingMail': asked.pendingMail,
        ':resentAt': resentAt,
      }),
      decisionEvent({ ...input, signOn }, { type: 'resent', signOnId: signOn.id }),
    ]);
    return failed.length === 0 ? 'resent' : undefined;
  });
