import { readWebsite } from './website.ts';

/** Parameters that say where a visitor came from. */
const tracking = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref)$/i;

/**
 * Whether two typed websites are one: the same host without `www.` and the same path. Scheme, port, letter case, a slash
 * at the end and tracking parameters are ignored, and of a host's first page all parameters. Subdomains and paths are different sites, like chapters and pages on a
 * platform. False if one of them is no website.
 */
export function sameWebsite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)];
  return a !== undefined && a === b;
}

/** The form in which websites are compared, `harbor.org/about?`. Undefined if the text is no website. */
export function siteOf(typed: string): string | undefined {
  const website = readWebsite(typed.trim());
  if (website === undefined) return undefined;
  const { hostname, pathname, searchParams } = new URL(website);
  const path = pathname.replace(/\/(?:index\.(?:html?|php))?$/, '').replace(/\/+$/, '');
  const query = [...searchParams]
    .filter(([name]) => path !== '' && !tracking.test(name))
    .map((pair) => pair.join('='));
  return `${hostname.replace(/^www\./, '').replace(/\.$/, '')}${path}?${query.toSorted().join('&')}`.toLowerCase();
}
