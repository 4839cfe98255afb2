import type { MailDomains } from './mail-domains.ts';

/** Stand for any domain in examples and trials, so a name below them counts as a domain (RFC 2606). */
const forExamples = /(?:^|\.)([^.]+\.example\.(?:com|net|org))$/;

/**
 * The domain that belongs to whoever uses the host: `harbor.org` of `mail.harbor.org`. Undefined if anybody can have an
 * address or a page there: free and throwaway mail, platforms.
 */
export function ownDomainOf(host: string, domains: MailDomains): string | undefined {
  if (host === '' || domains.isFreeMail(host) || domains.isDisposableMail(host)) return undefined;
  return forExamples.exec(host)?.[1] ?? domains.registrableDomain(host) ?? host;
}

/** The host of an address, in lower case. */
export const mailHostOf = (email: string): string => email.toLowerCase().split('@').at(-1) ?? '';
