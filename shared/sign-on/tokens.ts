import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from './keyed-hash.ts';

/**
 * What a link is for: one sign-on for its whole life, no more mail to a signer, no more mail to a journalist, the form
 * for an invited organization, no more mail to it, an organizer's sign-in to the console. The last one belongs to no
 * campaign: its slug is `console`, which no campaign can have.
 */
const purposes = ['sign-on', 'unsubscribe', 'press', 'invitation', 'invited', 'console'] as const;
export type LinkPurpose = (typeof purposes)[number];

const letters: Record<LinkPurpose, string> = {
  'sign-on': 's',
  unsubscribe: 'u',
  press: 'p',
  invitation: 'i',
  invited: 'v',
  console: 'c',
};

/** The keys that sign links, by id. New links are signed with `current`, the others still verify. */
export interface LinkKeys {
  current: string;
  keys: Record<string, string>;
}

export interface LinkTarget {
  purpose: LinkPurpose;
  slug: string;
  /**
   * Id of the sign-on or the invited organization, address hash of the press contact, or id of the request for a link
   * to the console.
   */
  id: string;
}

export interface ParsedToken extends LinkTarget {
  keyId: string;
  /** 43 characters of base64url. */
  mac: string;
}

const keyIdPattern = /^[a-z][a-z0-9]{0,15}$/;

/**
 * `<key id>.<purpose>.<slug>.<id>.<mac>`. No part can contain a full stop. The slug is that of
 * `shared/campaign/settings.ts`, repeated here so that links do not load zod. A MAC of 32 bytes leaves two bits of its
 * last character unused, which must be zero. So no token has a second spelling, and none ends in a character that mail
 * programs leave out of a link.
 */
const tokenPattern =
  /^(?<keyId>[a-z][a-z0-9]{0,15})\.(?<letter>[supivc])\.(?<slug>[a-z0-9][a-z0-9-]{1,58}[a-z0-9])\.(?<id>[0-9a-f]{32})\.(?<mac>[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/;
const maxTokenLength = 160;

/** Characters that a signing key needs. The stack generates it at random. */
const minKeyLength = 32;

/**
 * Makes the token for a link, signed with the current key. The row's `nonce` is signed and not in the token, so a
 * forger needs both key and row. The same arguments give the same token. Throws if it could not be read back.
 */
export function makeToken({ current, keys }: LinkKeys, target: LinkTarget, nonce: string): string {
  const key = keys[current];
  if (!key || nonce === '') throw new Error('A link needs a signing key and its row’s nonce.');
  const { purpose, slug, id } = target;
  const mac = macOf({ ...target, keyId: current }, key, nonce).toString('base64url');
  const token = [current, letters[purpose], slug, id, mac].join('.');
  if (!parseToken(token)) throw new Error('A link needs a key id, slug and id of the known form.');
  return token;
}

/** Reads a token's parts. Undefined if it is not written exactly as `makeToken` writes. It may still be forged. */
export function parseToken(token: string): ParsedToken | undefined {
  if (token.length > maxTokenLength) return undefined;
  const { keyId, letter, slug, id, mac } = tokenPattern.exec(token)?.groups ?? {};
  const purpose = purposes.find((one) => letters[one] === letter);
  if (!keyId || !purpose || !slug || !id || !mac) return undefined;
  return { keyId, purpose, slug, id, mac };
}

const namedCampaign = /^[a-z][a-z0-9]{0,15}\.[supivc]\.(?<slug>[a-z0-9][a-z0-9-]{1,58}[a-z0-9])\./;

/** The campaign that a token names, even if the rest is cut off or mistyped. */
export const campaignOf = (token: string): string | undefined => namedCampaign.exec(token)?.groups?.slug;

/**
 * Whether a token was signed with one of `keys` for the row with this `nonce`. Takes the same time for every wrong one.
 */
export function isGenuine(parsed: ParsedToken, { keys }: Pick<LinkKeys, 'keys'>, nonce: string): boolean {
  // A token may name any key id, also `constructor`.
  const key = Object.hasOwn(keys, parsed.keyId) ? keys[parsed.keyId] : undefined;
  if (key === undefined) return false;
  const given = Buffer.from(parsed.mac, 'base64url');
  const expected = macOf(parsed, key, nonce);
  const isSame = given.length === expected.length && timingSafeEqual(given, expected);
  // A missing key or nonce must not become a key that everybody knows.
  return isSame && key !== '' && nonce !== '';
}

const macOf = ({ keyId, purpose, slug, id }: Omit<ParsedToken, 'mac'>, key: string, nonce: string): Buffer =>
  keyedHash(key, ['link', keyId, purpose, slug, id, nonce]);

/**
 * Reads the secret of the link keys, `{ "current": "k1", "k1": "<at least 32 characters>" }`, with older keys beside
 * it. Throws with what is wrong. The message never quotes the secret, which may be a key pasted into the wrong place.
 */
export function readLinkKeys(secret: string): LinkKeys {
  const { current, ...others } = readObject(secret);
  // Without a prototype, since a token may name any key id, also `constructor`.
  const keys: Record<string, string> = Object.create(null);
  for (const [keyId, key] of Object.entries(others)) {
    if (!keyIdPattern.test(keyId)) throw mistake('a key id is not 1 to 16 lower-case letters and digits');
    if (typeof key !== 'string' || key.length < minKeyLength)
      throw mistake(`a key is not a text of at least ${minKeyLength} characters`);
    keys[keyId] = key;
  }
  if (typeof current !== 'string' || !keys[current]) throw mistake('"current" does not name one of its keys');
  return { current, keys };
}

function readObject(secret: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(secret);
  } catch {
    // Not passed on as the cause: JSON.parse quotes what it could not read.
    throw mistake('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw mistake('it is not a JSON object');
  return { ...value };
}

const mistake = (what: string): Error => new Error(`The secret with the link keys cannot be used: ${what}.`);
