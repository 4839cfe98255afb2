import * as z from 'zod';
import { expiryAfterDays } from '../../table/expiry.ts';
import { addressItemKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Mails that answer requests, a day (UTC) and mailbox: a stranger must not be able to fill somebody's mailbox. */
const dailyMailCap = 5;

const suppressionSchema = z.object({ suppressed: z.string().optional() });

/** Whether a mailbox must get no mail at all: unsubscribed, or erased. */
export async function isSuppressed(store: Store, mailbox: string): Promise<boolean> {
  const item = await store.get(suppressionSchema, addressItemKey(mailbox));
  return item?.suppressed === 'yes';
}

/** Stops all mail to a mailbox, for good. Repeated: the same. */
export async function suppressAddress(store: Store, mailbox: string): Promise<void> {
  await store.update({
    key: addressItemKey(mailbox),
    update: 'SET suppressed = :yes, expiresAt = :kept',
    values: { ':yes': 'yes', ':kept': 'kept' },
  });
}

const countOf = (now: Date): string => `answers-${now.toISOString().slice(0, 10)}`;

/** Seconds for which whoever may send a mail keeps others from sending it, too; longer than SES takes. */
const sendingSeconds = 30;

const sendingSchema = z.object({ sending: z.string().optional(), sendingUntil: z.string().optional() });

/** `no`: suppressed, or no more today; `busy`: another is sending this very mail just now. */
export type SendPermission = 'granted' | 'busy' | 'no';

/**
 * Asks for one of a mailbox's mails of the day (`mailboxHash`), for `mail` (kind, campaign and sign-on: one address has the
 * same sign-on id in every campaign), in one conditional update. Whoever then is
 * refused by SES gives it back.
 */
export async function reserveDailyMail(
  store: Store,
  mailbox: string,
  mail: string,
  now: Date,
): Promise<SendPermission> {
  const key = addressItemKey(mailbox);
  const isGranted = await store.update({
    key,
    update: 'SET expiresAt = :expiry, sending = :mail, sendingUntil = :until ADD #answers :one',
    condition: `(attribute_not_exists(#answers) OR #answers < :cap) AND attribute_not_exists(suppressed)
      AND (attribute_not_exists(sending) OR sending <> :mail OR sendingUntil < :now)`,
    names: { '#answers': countOf(now) },
    values: {
      ':expiry': expiryAfterDays(now, 2),
      ':mail': mail,
      ':until': new Date(now.getTime() + sendingSeconds * 1000).toISOString(),
      ':now': now.toISOString(),
      ':one': 1,
      ':cap': dailyMailCap,
    },
  });
  if (isGranted) return 'granted';
  const item = await store.get(sendingSchema, key);
  return item?.sending === mail && (item.sendingUntil ?? '') >= now.toISOString() ? 'busy' : 'no';
}

/** Gives back what `reserveDailyMail` granted at `grantedAt`, when SES has definitely not sent the mail. */
export async function cancelDailyMail(store: Store, mailbox: string, grantedAt: Date): Promise<void> {
  await store.update({
    key: addressItemKey(mailbox),
    update: 'REMOVE sending, sendingUntil ADD #answers :minusOne',
    condition: '#answers > :zero',
    names: { '#answers': countOf(grantedAt) },
    values: { ':minusOne': -1, ':zero': 0 },
  });
}
