import * as z from 'zod';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { addressOrganizationsKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

const itemSchema = z.object({ signOns: z.set(z.string()).optional(), expiresAt: z.number().optional() });

/** Days for which it is remembered that an address has signed for an organization: evidence of a rush, not a record. */
const rememberedDays = 90;

/** Of one mailbox, or one domain; the number that an organizer is shown needs not be larger. */
const maxRemembered = 20;

/** Enough of a mailbox’s hash to tell it from the others of its domain, and so few that a full item stays below 1 KB. */
const markLength = 8;

export interface AddressQuery {
  slug: string;
  id: string;
  mailboxHash: string;
  /** Of the mail domain, where it is an organization's own. */
  domainHash: string | undefined;
  now: Date;
}

export interface AddressOrganizations {
  /** Organizations' sign-ons that this mailbox has confirmed lately, but for `id`. */
  others: number;
  /** The same of all mailboxes of its domain. */
  othersOfDomain: number;
  /** Remembers this one, too. */
  writes: Update[];
}

/**
 * For how many other organizations a mailbox, and its domain, has lately confirmed. A domain's item says of each sign-on
 * which mailbox it was, so that one write remembers both; once it is full, the mailbox has an item of its own.
 */
export async function otherOrganizationsOfAddress(
  store: Store,
  { slug, id, mailboxHash, domainHash, now }: AddressQuery,
): Promise<AddressOrganizations> {
  const rememberedOf = async (hash: string): Promise<string[]> => {
    const item = await store.get(itemSchema, addressOrganizationsKey(slug, hash));
    return item && !hasExpired(item.expiresAt, now) ? [...(item.signOns ?? [])] : [];
  };
  const [ofMailbox, ofDomain] = await Promise.all([
    rememberedOf(mailboxHash),
    domainHash === undefined ? [] : rememberedOf(domainHash),
  ]);
  const mark = `${mailboxHash.slice(0, markLength)}:`;
  const inDomain = ofDomain
    .filter((entry) => entry.startsWith(mark))
    .map((entry) => entry.slice(mark.length));
  const others = new Set([...ofMailbox, ...inDomain].filter((signOn) => signOn !== id)).size;
  const othersOfDomain = ofDomain.filter((entry) => !entry.endsWith(`:${id}`)).length;
  const remember = (hash: string, entry: string): Update => ({
    key: addressOrganizationsKey(slug, hash),
    update: 'SET expiresAt = :expiry ADD signOns :ids',
    values: { ':expiry': expiryAfterDays(now, rememberedDays), ':ids': new Set([entry]) },
  });
  if (domainHash !== undefined && ofDomain.length < maxRemembered)
    return { others, othersOfDomain, writes: [remember(domainHash, `${mark}${id}`)] };
  const isFull = ofMailbox.length >= maxRemembered;
  return { others, othersOfDomain, writes: isFull ? [] : [remember(mailboxHash, id)] };
}
