import * as z from 'zod';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { addressOrganizationsKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

const itemSchema = z.object({ signOns: z.set(z.string()).optional(), expiresAt: z.number().optional() });

/** Days for which it is stored that an address has signed for an organization. It is evidence, not a record. */
const rememberedDays = 90;

/** Sign-ons stored for one mailbox, or one domain. Organizers need no larger number. */
const maxRemembered = 20;

/**
 * Characters of a mailbox’s hash: enough to distinguish it in its domain, and few enough that a full item stays below 1
 * KB.
 */
const markLength = 8;

export interface AddressQuery {
  slug: string;
  id: string;
  mailboxHash: string;
  /** Hash of the mail domain, if it is an organization's own. */
  domainHash: string | undefined;
  now: Date;
}

export interface AddressOrganizations {
  /** Other sign-ons of organizations that this mailbox has confirmed lately, without `id`. */
  others: number;
  /** The same for all mailboxes of its domain. */
  othersOfDomain: number;
  /** The write that stores this one, too. */
  writes: Update[];
}

/**
 * For how many other organizations a mailbox, and its domain, has confirmed lately. A domain's item has the mailbox of
 * each sign-on, so one write stores both. When it is full, the mailbox has an item of its own.
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
