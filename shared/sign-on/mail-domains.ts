import disposable from 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json' with {
  type: 'json',
};
import providers from 'email-providers/all.json' with { type: 'json' };
import { getDomain } from 'tldts';

/** What is known about domains. The lists are some 450 kB: import this file only where evidence is computed. */
export interface MailDomains {
  /** The domain that somebody registered, such as `example.org` of `mail.example.org`; of `a.github.io` all of it. */
  registrableDomain: (host: string) => string | undefined;
  isFreeMail: (domain: string) => boolean;
  isDisposableMail: (domain: string) => boolean;
  /** Whether anybody can have a page there. */
  isPlatform: (domain: string) => boolean;
}

/** Nobody has an address there (RFC 2606), though lists of providers name them. */
const reserved = ['example.com', 'example.net', 'example.org'];

const throwaway = new Set<string>(disposable);
const free = new Set<string>(providers);
for (const domain of reserved) free.delete(domain);

const registrableDomain = (host: string): string | undefined =>
  getDomain(host, { allowPrivateDomains: true }) ?? undefined;

/** Sites where anybody has a page: it says nothing about a domain of one's own. */
const platforms = new Set([
  ...['facebook.com', 'instagram.com', 'linkedin.com', 'x.com', 'twitter.com', 'youtube.com', 'tiktok.com'],
  ...['linktr.ee', 'google.com', 'bsky.app', 'medium.com', 'meetup.com', 'gofundme.com', 'threads.net'],
]);

/** Lists name some domains as hosts and some as registered. */
const isIn = (list: ReadonlySet<string>, domain: string): boolean =>
  list.has(domain) || list.has(registrableDomain(domain) ?? domain);

export const mailDomains: MailDomains = {
  registrableDomain,
  isFreeMail: (domain) => isIn(free, domain),
  isDisposableMail: (domain) => isIn(throwaway, domain),
  isPlatform: (domain) => isIn(platforms, domain),
};
