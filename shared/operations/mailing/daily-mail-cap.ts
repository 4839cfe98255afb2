import * as z from 'zod';
import { expiryAfterDays } from '../../table/expiry.ts';
import { addressItemKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Mails that answer requests, for each mailbox and day (UTC), at most. No stranger can fill somebody's mailbox. */
const dailyMailCap = 5;

/** How many of these may answer requests from one network, so that no stranger can use up all mails of a mailbox. */
const networkShare = 2;

const countAttribute = (now: Date): string => `answers-${now.toISOString().slice(0, 10)}`;

/** Seconds for which a reservation keeps other instances from sending the same mail. Longer than SES takes. */
const sendingSeconds = 30;

const sendingSchema = z.object({
  suppressed: z.string().optional(),
  unsubscribedLetters: z.set(z.string()).optional(),
  sending: z.string().optional(),
  sendingUntil: z.string().optional(),
});

/**
 * `blocked`: its owner unsubscribed, or mails to it came back; `full`: no more today; `busy`: another function is
 * sending the same mail now.
 */
export type Reservation = 'granted' | 'busy' | 'full' | 'blocked';

const networkCountAttribute = (network: string, now: Date): string =>
  `from-${network}-${now.toISOString().slice(0, 10)}`;

/** When the next day of the cap begins (UTC). */
export const nextMailDay = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));

/**
 * Reserves one of a mailbox's mails of the day in one conditional update. `mailId` names the mail, its campaign and its
 * words, since one address has the same sign-on id in every campaign. `network` is the mark of the request's network,
 * if it is known. Give the reservation back if SES does not take the mail (`cancelDailyMail`).
 */
export async function reserveDailyMail(
  store: Store,
  mailboxHash: string,
  mailId: string,
  now: Date,
  { network, slug }: { network?: string | undefined; slug?: string | undefined } = {},
): Promise<Reservation> {
  const key = addressItemKey(mailboxHash);
  const isGranted = await store.update({
    key,
    update: `SET expiresAt = if_not_exists(kept, :expiry), sending = :mail, sendingUntil = :until
      ADD #answers :one${network ? ', #from :one' : ''}`,
    condition: `(attribute_not_exists(#answers) OR #answers < :cap) AND attribute_not_exists(suppressed)
      ${slug ? 'AND NOT contains(unsubscribedLetters, :slug)' : ''}
      AND (sending <> :mail OR sendingUntil < :now)
      ${network ? 'AND (attribute_not_exists(#from) OR #from < :share)' : ''}`,
    names: {
      '#answers': countAttribute(now),
      ...(network && { '#from': networkCountAttribute(network, now) }),
    },
    values: {
      ':expiry': expiryAfterDays(now, 2),
      ':mail': mailId,
      ':until': new Date(now.getTime() + sendingSeconds * 1000).toISOString(),
      ':now': now.toISOString(),
      ':one': 1,
      ':cap': dailyMailCap,
      ...(network && { ':share': networkShare }),
      ...(slug && { ':slug': slug }),
    },
  });
  if (isGranted) return 'granted';
  const item = await store.get(sendingSchema, key);
  if (item?.suppressed === 'yes' || (slug && item?.unsubscribedLetters?.has(slug))) return 'blocked';
  return item?.sending === mailId && (item.sendingUntil ?? '') >= now.toISOString() ? 'busy' : 'full';
}

/** Gives back what `reserveDailyMail` granted at `grantedAt`, when SES has certainly not sent the mail. */
export async function cancelDailyMail(
  store: Store,
  mailboxHash: string,
  grantedAt: Date,
  network?: string,
): Promise<void> {
  await store.update({
    key: addressItemKey(mailboxHash),
    update: `REMOVE sending, sendingUntil ADD #answers :minusOne${network ? ', #from :minusOne' : ''}`,
    condition: '#answers > :zero',
    names: {
      '#answers': countAttribute(grantedAt),
      ...(network && { '#from': networkCountAttribute(network, grantedAt) }),
    },
    values: { ':minusOne': -1, ':zero': 0 },
  });
}
