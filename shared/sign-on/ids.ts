import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { mailboxOf } from '../mailbox.ts';
import { keyedHash } from './keyed-hash.ts';
import type { Details, SignOn } from './sign-on.ts';

/** Hexadecimal digits of an id or address hash: 128 bits. */
const hashLength = 32;

/**
 * In ASCII, only what a domain may have: other characters would make the URL parser cut it short, as in
 * `example.org/x`.
 */
const domainCharacters = /^(?:[a-z0-9.-]|[^\0-\x7F])+$/;

/**
 * The form of an address in which it is compared and hashed: without surrounding space and invisible characters, in
 * NFKC and lower case, an international domain in its ASCII form (https://www.unicode.org/reports/tr46/). A text that
 * is no address: the same without the last step. Never throws. Applying it again changes nothing.
 * The part before the @ is in lower case, too: mail systems that distinguish `Ana@` from `ana@` do not occur in
 * practice, people who type both do. Dots and `+tags` stay: each provider has its own rule for them, and a guess would
 * let one person answer for another's mailbox.
 */
export function normalizeEmail(email: string): string {
  const folded = email.toWellFormed().normalize('NFKC').toLowerCase().normalize('NFKC');
  const typed = folded
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .trim();
  const at = typed.lastIndexOf('@');
  const domain = typed.slice(at + 1);
  if (at === -1 || !domainCharacters.test(domain)) return typed;
  // ASCII is left as it is: the URL parser would make an IP address of `1`.
  const ascii = /^[a-z0-9.-]*$/.test(domain) ? domain : domainToASCII(domain) || domain;
  return `${typed.slice(0, at)}@${ascii.replace(/\.+$/, '')}`;
}

export interface SignOnIdentity {
  kind: SignOn['kind'];
  email: string;
  /** For organizations: key of the name as it was first typed, so that one address may sign for several. */
  organizationKey?: string;
}

/**
 * A sign-on's id, 32 lower-case hexadecimal digits. It is the same when the same address, kind and organization are
 * submitted again, and meaningless without the address key.
 */
export function signOnId(addressKey: string, { kind, email, organizationKey = '' }: SignOnIdentity): string {
  return hashOf(addressKey, ['sign-on', kind, normalizeEmail(email), organizationKey]);
}

/** The hash under which an address is stored if it is not stored itself: 32 lower-case hexadecimal digits. */
export function addressHash(addressKey: string, email: string): string {
  return hashOf(addressKey, ['address', normalizeEmail(email)]);
}

/**
 * The hash of a mailbox, for the number of mails a day and for unsubscribing. It is the same for all spellings of an
 * address that most likely lead to one mailbox (`mailboxOf`). For an ordinary spelling it equals the `addressHash`.
 */
export function mailboxHash(addressKey: string, email: string): string {
  return addressHash(addressKey, mailboxOf(normalizeEmail(email)));
}

/** The hash of a mail domain, since a domain can identify a person as an address does. */
export function mailDomainHash(addressKey: string, domain: string): string {
  return hashOf(addressKey, ['mail-domain', domain]);
}

/**
 * The mark by which sign-ons from one mail domain are known to be of the same organization, from the key of its claim.
 * It is compared with nineteen others at most, and kept short: 8 hexadecimal digits.
 */
export function organizationMark(addressKey: string, claimKey: string): string {
  return hashOf(addressKey, ['organization', claimKey]).slice(0, 8);
}

/** The id of an invited organization, from the key of its name: 32 lower-case hexadecimal digits. */
export function invitedId(addressKey: string, organizationKey: string): string {
  return hashOf(addressKey, ['invited', organizationKey]);
}

/** The hash of a network, stored for a day at most: 32 lower-case hexadecimal digits. */
export function networkHash(addressKey: string, network: string): string {
  return hashOf(addressKey, ['network', network]);
}

/**
 * The mark by which mails are shared among the networks that ask for them, on any day. It is on a row until the mail is
 * sent, or at most until the signer is thanked, and too short to identify a network: 10 hexadecimal digits.
 */
export function mailNetworkMark(addressKey: string, network: string): string {
  return hashOf(addressKey, ['mail-network', network]).slice(0, 10);
}

/**
 * The mark by which sign-ons to one campaign are known to come from the same network on the same day. Without the day's
 * salt, which is deleted, not even the address key leads from it to a network: 32 lower-case hexadecimal digits.
 */
export function dailyNetworkHash(addressKey: string, { salt, slug, network }: DailyNetwork): string {
  return hashOf(addressKey, ['network-mark', salt, slug, network]);
}

export interface DailyNetwork {
  salt: string;
  slug: string;
  network: string;
}

const hashOf = (addressKey: string, parts: readonly string[]): string =>
  keyedHash(addressKey, parts).toString('hex').slice(0, hashLength);

/**
 * Says whether two sets of details are equal, whatever the order of their fields: the first 22 characters of SHA-256 in
 * base64url (132 bits). Absent and undefined fields are equal. An empty text is not absent. The time of an answer about
 * news is left out, so that the same words sent twice are equal.
 */
export function detailsHash({ newsletterAt, answers, ...details }: Details): string {
  const fields = sorted({ ...details, ...(answers && { answers: sorted(answers) }) });
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 22);
}

/**
 * The fields that are there by code unit: an order by locale would differ between machines, and the table keeps none.
 */
const sorted = (fields: Record<string, unknown>): [string, unknown][] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
