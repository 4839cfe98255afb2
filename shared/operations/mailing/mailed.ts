import { isReminder } from '../../sign-on/reminder.ts';
import type { SignerMail, SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Takes a sign-on's `owes` mark away, unless a newer one stands there by now. */
export async function settleOwed(store: Store, { slug, id, owes }: SignOn): Promise<void> {
  if (!owes) return;
  await store.update({
    key: signOnKey(slug, id),
    update: 'REMOVE owes',
    condition: 'owes = :owes',
    values: { ':owes': owes },
  });
}

/** Records on the row that SES accepted a mail, and takes the mark that it answered away in the same write. */
export async function recordMail(store: Store, signOn: SignOn, mail: SignerMail, now: Date): Promise<void> {
  const { slug, id, owes } = signOn;
  const record = {
    key: signOnKey(slug, id),
    names: { '#mail': mail },
    values: { ':now': now.toISOString() },
  };
  const isOnlyNews = mail === 'published' || isReminder(mail) || !owes;
  if (!isOnlyNews) {
    const isSettled = await store.update({
      ...record,
      update: 'SET mailed.#mail = :now REMOVE owes',
      condition: 'owes = :owes',
      values: { ...record.values, ':owes': owes },
    });
    if (isSettled) return;
  }
  await store.update({ ...record, update: 'SET mailed.#mail = :now', condition: 'attribute_exists(PK)' });
}
