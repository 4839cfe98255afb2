import { type LinkKeys, makeToken } from '../sign-on/tokens.ts';

interface LinkSite {
  siteUrl: string;
  keys: LinkKeys;
}

/** The one link of a signer, the same in every mail: see, confirm, change, withdraw. */
export const signOnLink = (
  { siteUrl, keys }: LinkSite,
  { slug, id, nonce }: { slug: string; id: string; nonce: string },
): string => `${siteUrl}/api/sign-ons/${makeToken(keys, { purpose: 'sign-on', slug, id }, nonce)}`;

/** The link that stops all mail to an address: a signer's, or (`press`) a journalist's. */
export const unsubscribeLink = (
  { siteUrl, keys }: LinkSite,
  { purpose, slug, id, nonce }: { purpose: 'unsubscribe' | 'press'; slug: string; id: string; nonce: string },
): string => `${siteUrl}/api/unsubscribe/${makeToken(keys, { purpose, slug, id }, nonce)}`;

/** The link by which an organizer signs in to the console. Each request has its own. */
export const consoleSignInLink = (
  { siteUrl, keys }: LinkSite,
  { id, nonce }: { id: string; nonce: string },
): string =>
  `${siteUrl}/console/sign-in/${makeToken(keys, { purpose: 'console', slug: 'console', id }, nonce)}`;
