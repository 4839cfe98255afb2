import { readWebsite } from './website.ts';

/** Parameters that say where a visitor came from. */
const tracking = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref)$/i;

/**
 * Whether two typed websites are one: the same host without `www.` and the same path. Scheme, letter case, a slash at
 * the end and tracking parameters do not count; subdomains and paths are different sites, as chapters and pages on a
 * platform are. False if one of them is no website.
 */
export function sameWebsite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)];
  return a !== undefined && a === b;
}

/** What two websites that are one have in common, `harbor.org/about?`; undefined of what is no website. */
export function siteOf(typed: string): string | undefined {
  const website = readWebsite(typed.trim());
  if (website === undefined) return undefined;
  const { host, pathname, searchParams } = new URL(website);
  const query = [...searchParams].filter(([name]) => !tracking.test(name)).map((pair) => pair.join('='));
  const path = pathname.replace(/\/(?:index\.(?:html?|php))?$/, '').replace(/\/+$/, '');
  return `${host.replace(/^www\./, '')}${path}?${query.toSorted().join('&')}`.toLowerCase();
}
