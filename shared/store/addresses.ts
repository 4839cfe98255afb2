import * as z from 'zod';
import { expiryAfterDays } from './expiry.ts';
import { addressItemKey } from './keys.ts';
import type { Store } from './table.ts';

/** Mails that answer requests, a day (UTC) and address: a stranger must not be able to fill somebody's mailbox. */
const answersPerDay = 5;

const suppressionSchema = z.object({ suppressed: z.string().optional() });

/** Whether an address must get no mail at all: unsubscribed, or erased. */
export async function isSuppressed(store: Store, addressHash: string): Promise<boolean> {
  const item = await store.get(suppressionSchema, addressItemKey(addressHash));
  return item?.suppressed === 'yes';
}

/** Stops all mail to an address, for good. Repeated: the same. */
export async function suppressAddress(store: Store, addressHash: string): Promise<void> {
  await store.update({
    key: addressItemKey(addressHash),
    update: 'SET suppressed = :yes, expiresAt = :kept',
    values: { ':yes': 'yes', ':kept': 'kept' },
  });
}

const countOf = (now: Date): string => `answers-${now.toISOString().slice(0, 10)}`;

/**
 * Asks for one of an address's mails of the day, in one conditional update; false: suppressed, or no more today.
 * Whoever then is refused by SES gives it back.
 */
export const askToAnswer = (store: Store, addressHash: string, now: Date): Promise<boolean> =>
  store.update({
    key: addressItemKey(addressHash),
    update: 'SET expiresAt = :expiry ADD #answers :one',
    condition: '(attribute_not_exists(#answers) OR #answers < :cap) AND attribute_not_exists(suppressed)',
    names: { '#answers': countOf(now) },
    values: { ':expiry': expiryAfterDays(now, 2), ':one': 1, ':cap': answersPerDay },
  });

/** Gives back what `askToAnswer` granted at `grantedAt`, when SES has definitely not sent the mail. */
export async function giveBackAnswer(store: Store, addressHash: string, grantedAt: Date): Promise<void> {
  await store.update({
    key: addressItemKey(addressHash),
    update: 'ADD #answers :minusOne',
    condition: '#answers > :zero',
    names: { '#answers': countOf(grantedAt) },
    values: { ':minusOne': -1, ':zero': 0 },
  });
}
