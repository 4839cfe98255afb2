import { pendingSignerMail } from '../../sign-on/pending-mail.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { type DecisionInput, decisionEvent } from '../review/decision-writes.ts';

export type ResendOutcome = 'resent' | 'nothing-to-send';

/** Calls for the mail that a sign-on is owed as it stands, once more. The caps of its address hold, as for any other mail. */
export const resendMail = (store: Store, input: DecisionInput): Promise<ResendOutcome> =>
  retryOnConflict<ResendOutcome>(store, input, 'nothing-to-send', async (signOn) => {
    const mark = input.newUlid();
    const mail = pendingSignerMail({ ...signOn, pendingMail: mark, mailedAt: {} }, input.now);
    if (!mail || signOn.email === '') return 'nothing-to-send';
    const { condition, names, values } = unchangedCondition(signOn);
    const failed = await store.transact([
      {
        key: signOnKey(signOn.slug, signOn.id),
        update: 'SET pendingMail = :mark REMOVE mailedAt.#mail',
        condition,
        names: { ...names, '#mail': mail },
        values: { ...values, ':mark': mark },
      },
      decisionEvent({ ...input, signOn }, { type: 'resent', signOnId: signOn.id }),
    ]);
    return failed.length === 0 ? 'resent' : undefined;
  });
