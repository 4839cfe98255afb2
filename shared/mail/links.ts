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

/** The personal link of an invited organization: the form with its name filled in. */
export const invitationLink = (
  { siteUrl, keys }: LinkSite,
  { slug, id, nonce }: { slug: string; id: string; nonce: string },
): string => `${siteUrl}/api/invitations/${makeToken(keys, { purpose: 'invitation', slug, id }, nonce)}`;

/** The link that stops all mail to an address: a signer's, a journalist's (`press`) or an invited organization's. */
export const unsubscribeLink = (
  { siteUrl, keys }: LinkSite,
  {
    purpose,
    slug,
    id,
    nonce,
  }: { purpose: 'unsubscribe' | 'press' | 'invited'; slug: string; id: string; nonce: string },
): string => `${siteUrl}/api/unsubscribe/${makeToken(keys, { purpose, slug, id }, nonce)}`;

/** The link by which an organizer signs in to the console. Each request has its own. */
export const consoleSignInLink = (
  { siteUrl, keys }: LinkSite,
  { id, nonce }: { id: string; nonce: string },
): string =>
  `${siteUrl}/console/sign-in/${makeToken(keys, { purpose: 'console', slug: 'console', id }, nonce)}`;
