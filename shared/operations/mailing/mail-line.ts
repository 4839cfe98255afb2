import * as z from 'zod';
import { expiryAfterDays } from '../../table/expiry.ts';
import type { Key } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Networks that stand in the line of one mailbox, at most, so that its item stays small. */
const maxNetworks = 100;

/** The day (UTC) of an attribute's name, or the day that is `later` days after it. */
export const mailDay = (now: Date, later = 0): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + later))
    .toISOString()
    .slice(0, 10);

/** Counts a network's mails of a day in the item of a mailbox. */
export const networkCountAttribute = (network: string, day: string): string => `from-${network}-${day}`;

/**
 * The networks whose mails wait for that day, in the item of a mailbox: a set of `<since when> <network>`. It is one
 * attribute for each day, so a network whose mail is no longer due leaves the line by itself.
 */
export const lineAttribute = (day: string): string => `waiting-${day}`;

const setSchema = z.set(z.string()).catch(new Set());
const countSchema = z.number().catch(0);

/** Networks, and since when each waits, the longest first. */
type Line = ReadonlyMap<string, string>;

/** Who waits for mails of today and had none today, and who waits for those of tomorrow. */
export interface MailLines {
  today: Line;
  tomorrow: Line;
}

/** Reads the lines from the item of a mailbox. */
export function readMailLines(item: Record<string, unknown>, now: Date): MailLines {
  const today = mailDay(now);
  const hadNone = (network: string): boolean =>
    countSchema.parse(item[networkCountAttribute(network, today)]) <= 0;
  return {
    today: lineOf(item[lineAttribute(today)], hadNone),
    tomorrow: lineOf(item[lineAttribute(mailDay(now, 1))]),
  };
}

/** Two mails of a network that begin to wait at once may put it down twice. Its first place counts. */
function lineOf(stored: unknown, isWaiting: (network: string) => boolean = () => true): Line {
  const line = new Map<string, string>();
  for (const entry of [...setSchema.parse(stored)].toSorted()) {
    const [since = '', network = ''] = entry.split(' ');
    if (!line.has(network) && isWaiting(network)) line.set(network, since);
  }
  return line;
}

/** How many networks have their turn today before this one. Who does not wait in line comes after all who do. */
export function networksBefore({ today }: MailLines, network: string | undefined): number {
  const place = [...today.keys()].indexOf(network ?? '');
  return place < 0 ? today.size : place;
}

/**
 * Puts a network in the line for tomorrow. If it was in today's and had no mail, it keeps its place. If the line is
 * full, a new network is not put in it.
 */
export async function joinMailLine(
  store: Store,
  key: Key,
  { today, tomorrow }: MailLines,
  { network, now }: { network: string; now: Date },
): Promise<void> {
  if (tomorrow.has(network)) return;
  const all = new Set([...today.keys(), ...tomorrow.keys()]);
  if (!all.has(network) && all.size >= maxNetworks) return;
  await store.update({
    key,
    update: 'SET expiresAt = if_not_exists(kept, :expiry) ADD #tomorrow :entry REMOVE #yesterday',
    names: {
      '#tomorrow': lineAttribute(mailDay(now, 1)),
      '#yesterday': lineAttribute(mailDay(now, -1)),
    },
    values: {
      ':expiry': expiryAfterDays(now, 2),
      ':entry': new Set([`${today.get(network) ?? now.toISOString()} ${network}`]),
    },
  });
}
