import { pendingMailAttributes } from '../../sign-on/pending-mail.ts';
import type { SignerMail, SignOn } from '../../sign-on/sign-on.ts';
import { signerMailRules } from '../../sign-on/signer-mail-rules.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Removes a sign-on's `pendingMail` mark, unless it is a newer one. */
export async function clearPendingMail(store: Store, { slug, id, pendingMail }: SignOn): Promise<void> {
  if (!pendingMail) return;
  await store.update({
    key: signOnKey(slug, id),
    update: `REMOVE ${pendingMailAttributes.join(', ')}`,
    condition: 'pendingMail = :pendingMail',
    values: { ':pendingMail': pendingMail },
  });
}

/** Lets the mail that is due wait; `sweep` queues it after that instant. A newer request is not touched. */
export async function postponePendingMail(
  store: Store,
  { slug, id, pendingMail }: SignOn,
  until: Date,
): Promise<void> {
  if (!pendingMail) return;
  await store.update({
    key: signOnKey(slug, id),
    update: 'SET mailHeldUntil = :until',
    condition: 'pendingMail = :pendingMail',
    values: { ':until': until.toISOString(), ':pendingMail': pendingMail },
  });
}

/**
 * Lets the mail that is due wait until `sweep` releases it, because its network asks for many or because confirmations
 * are stopped. It keeps its place in the order.
 */
export async function holdBackPendingMail(store: Store, signOn: SignOn, now: Date): Promise<void> {
  const { slug, id, pendingMail, mailSlowed } = signOn;
  if (!pendingMail) return;
  await store.update({
    key: signOnKey(slug, id),
    update: 'SET mailSlowed = :slowed',
    condition: 'pendingMail = :pendingMail',
    values: { ':slowed': { at: mailSlowed?.at ?? now.toISOString() }, ':pendingMail': pendingMail },
  });
}

/** Records that `sweep` releases a mail; false if it no longer waits, or is released already. */
export const releaseSlowedMail = (
  store: Store,
  { slug, id, pendingMail, mailSlowed }: SignOn,
  now: Date,
): Promise<boolean> =>
  store.update({
    key: signOnKey(slug, id),
    update: 'SET mailSlowed.releasedAt = :now',
    condition: `pendingMail = :pendingMail AND ${
      mailSlowed?.releasedAt
        ? 'mailSlowed.releasedAt = :before'
        : 'attribute_exists(mailSlowed) AND attribute_not_exists(mailSlowed.releasedAt)'
    }`,
    values: {
      ':now': now.toISOString(),
      ':pendingMail': pendingMail,
      ...(mailSlowed?.releasedAt && { ':before': mailSlowed.releasedAt }),
    },
  });

/** Stores that SES refuses mail to the address, for the organizers to see. A complaint stays, since it says more. */
export async function recordRefusal(store: Store, { slug, id }: SignOn, now: Date): Promise<void> {
  await store.update({
    key: signOnKey(slug, id),
    update: 'SET mailFeedback = :refused',
    condition:
      'attribute_exists(PK) AND (attribute_not_exists(mailFeedback) OR mailFeedback.#what <> :complained)',
    names: { '#what': 'what' },
    values: { ':refused': { what: 'refused', at: now.toISOString() }, ':complained': 'complained' },
  });
}

/**
 * Records that SES accepted a mail, and removes the mark that the mail answers, in the same write. With `keepsNetwork`
 * the mark of its network stays until the signer is thanked. `isCharged`: the mail was taken from the network's budget.
 */
export async function recordMail(
  store: Store,
  signOn: SignOn,
  mail: SignerMail,
  now: Date,
  { keepsNetwork = false, isCharged = false } = {},
): Promise<void> {
  const { slug, id, pendingMail, submissionHash } = signOn;
  const { asksToConfirm, answersMark } = signerMailRules[mail];
  const hash = asksToConfirm ? submissionHash : undefined;
  const set = `SET mailedAt.#mail = :now${hash ? ', mailedHash = :hash' : ''}`;
  const record = {
    key: signOnKey(slug, id),
    names: { '#mail': mail },
    values: { ':now': now.toISOString(), ...(hash && { ':hash': hash }) },
  };
  if (answersMark && pendingMail) {
    const isSettled = await store.update({
      ...record,
      update: `${set}${isCharged ? ', mailCharged = :yes' : ''} REMOVE pendingMail, mailHeldUntil, mailSlowed${keepsNetwork ? '' : ', mailNetwork, mailCharged'}`,
      condition: 'pendingMail = :pendingMail',
      values: { ...record.values, ':pendingMail': pendingMail, ...(isCharged && { ':yes': 'yes' }) },
    });
    if (isSettled) return;
  }
  await store.update({ ...record, update: set, condition: 'attribute_exists(PK)' });
}
