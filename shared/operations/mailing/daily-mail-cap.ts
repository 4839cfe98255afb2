import * as z from 'zod';
import { expiryAfterDays } from '../../table/expiry.ts';
import { addressItemKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import {
  joinMailLine,
  lineAttribute,
  mailDay,
  networkCountAttribute,
  networksBefore,
  readMailLines,
} from './mail-line.ts';

/** Mails that answer requests, for each mailbox and day (UTC), at most. No stranger can fill somebody's mailbox. */
const dailyMailCap = 5;

/** How many of these may answer requests from one network, so that no stranger can use up all mails of a mailbox. */
const networkShare = 2;

const countAttribute = (now: Date): string => `answers-${mailDay(now)}`;

/** Seconds for which a reservation keeps other instances from sending the same mail. Longer than SES takes. */
const sendingSeconds = 30;

/** The other attributes have a day in their names. */
const mailboxSchema = z.looseObject({
  suppressed: z.string().optional(),
  unsubscribedLetters: z.set(z.string()).optional(),
  sending: z.string().optional(),
  sendingUntil: z.string().optional(),
});

const countSchema = z.number().optional().catch(undefined);

/**
 * `blocked`: its owner unsubscribed, or mails to it came back; `full`: no more today; `busy`: another function is
 * sending the same mail now.
 */
export type Reservation = 'granted' | 'busy' | 'full' | 'blocked';

/** When the next day of the cap begins (UTC). */
export const nextMailDay = (now: Date): Date => new Date(`${mailDay(now, 1)}T00:00:00.000Z`);

/** Who asks for a mail, and for which campaign. */
export interface MailRequest {
  /** The mark of the request's network, if it is known. */
  network?: string | undefined;
  slug?: string | undefined;
  /** It does not wait for the turn of a network. */
  isAskedByOrganizer?: boolean;
}

/**
 * Reserves one of a mailbox's mails of the day in one conditional update. `mailId` names the mail, its campaign and its
 * words, since one address has the same sign-on id in every campaign. Give the reservation back if SES does not take
 * the mail (`cancelDailyMail`).
 *
 * A network whose mail finds no room stands in line for the next day. The day's mails are kept for those in line, who
 * have their turns in the order in which they began to wait. After its mail a network goes to the end. So a mail goes
 * the next day if fewer than five other networks have waited longer. Only where somebody waits is the item read first.
 */
export async function reserveDailyMail(
  store: Store,
  mailboxHash: string,
  mailId: string,
  now: Date,
  request: MailRequest = {},
): Promise<Reservation> {
  const key = addressItemKey(mailboxHash);
  const { network, slug, isAskedByOrganizer = false } = request;
  const reserve = reservation(mailId, now, request);
  const isGranted = await store.update({
    ...reserve,
    key,
    ...(!isAskedByOrganizer && {
      condition: `${reserve.condition} AND attribute_not_exists(#line)`,
      names: { ...reserve.names, '#line': lineAttribute(mailDay(now)) },
    }),
  });
  if (isGranted) return 'granted';
  // In each further round, another mail was granted or given back meanwhile.
  for (let round = 0; round <= dailyMailCap; round++) {
    const item = (await store.get(mailboxSchema, key)) ?? {};
    if (item.suppressed === 'yes' || (slug && item.unsubscribedLetters?.has(slug))) return 'blocked';
    if (item.sending === mailId && (item.sendingUntil ?? '') >= now.toISOString()) return 'busy';
    if (isAskedByOrganizer) return 'full';
    const answers = countSchema.parse(item[countAttribute(now)]);
    const ofNetwork = network ? countSchema.parse(item[networkCountAttribute(network, mailDay(now))]) : 0;
    const lines = readMailLines(item, now);
    const isFull =
      (answers ?? 0) + networksBefore(lines, network) >= dailyMailCap || (ofNetwork ?? 0) >= networkShare;
    if (isFull && network) await joinMailLine(store, key, lines, { network, now });
    if (isFull) return 'full';
    const isUnchanged = await store.update({
      ...reserve,
      key,
      condition: `${reserve.condition} AND ${answers === undefined ? 'attribute_not_exists(#answers)' : '#answers = :answers'}`,
      values: { ...reserve.values, ...(answers !== undefined && { ':answers': answers }) },
    });
    if (isUnchanged) return 'granted';
  }
  return 'busy';
}

/** The update that reserves a mail, without a look at who waits. */
function reservation(mailId: string, now: Date, { network, slug }: MailRequest) {
  return {
    update: `SET expiresAt = if_not_exists(kept, :expiry), sending = :mail, sendingUntil = :until
      ADD #answers :one${network ? ', #from :one' : ''}`,
    condition: `(attribute_not_exists(#answers) OR #answers < :cap) AND attribute_not_exists(suppressed)
      ${slug ? 'AND NOT contains(unsubscribedLetters, :slug)' : ''}
      AND (sending <> :mail OR sendingUntil < :now)
      ${network ? 'AND (attribute_not_exists(#from) OR #from < :share)' : ''}`,
    names: {
      '#answers': countAttribute(now),
      ...(network && { '#from': networkCountAttribute(network, mailDay(now)) }),
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
  };
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
      ...(network && { '#from': networkCountAttribute(network, mailDay(grantedAt)) }),
    },
    values: { ':minusOne': -1, ':zero': 0 },
  });
}
