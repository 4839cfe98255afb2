import { mailboxOf } from '../mailbox.ts';
import type { MailDomains } from './mail-domains.ts';
import { mailHostOf, ownDomainOf } from './own-domain.ts';
import { readWebsite } from './website.ts';

/** Where an invited organization can be reached. */
export interface InvitedPlace {
  email?: string | undefined;
  website?: string | undefined;
}

/**
 * From where an invited organization signs: from its own domain, or from elsewhere, with the host that the organizers
 * know instead.
 */
export type InvitationUse = { from: 'own-domain' } | { from: 'elsewhere'; invitedHost: string };

/**
 * From where a sign-on under an invited name comes. Own domains are those of the invited address and website. A domain
 * where anybody can have an address or a page is nobody's own. Undefined if the organizers know neither address nor
 * website, or if the address there is the very one that they know.
 */
export function invitationUse(
  invited: InvitedPlace,
  email: string,
  domains: MailDomains,
): InvitationUse | undefined {
  const [invitedHost] = hostsOf(invited);
  if (invitedHost === undefined) return undefined;
  const own = ownDomainOf(mailHostOf(email), domains);
  const isOwn = own !== undefined && ownDomainsOf(invited, domains).includes(own);
  if (isOwn) return { from: 'own-domain' };
  // At a free provider. Another address there may be anybody's.
  const isInvitedMailbox = invited.email !== undefined && mailboxOf(invited.email) === mailboxOf(email);
  return isInvitedMailbox ? undefined : { from: 'elsewhere', invitedHost };
}

/** The domains that belong to an invited organization alone. */
export const ownDomainsOf = (invited: InvitedPlace, domains: MailDomains): string[] =>
  hostsOf(invited).flatMap((host) => ownDomainOf(host, domains) ?? []);

function hostsOf({ email, website }: InvitedPlace): string[] {
  const url = website === undefined ? undefined : readWebsite(website);
  return [
    ...(email === undefined ? [] : [mailHostOf(email)]),
    ...(url === undefined ? [] : [new URL(url).hostname.replace(/^www\./, '')]),
  ];
}
