import { readWebsite } from './website.ts';

/** Parameters that are added to links automatically, and lead nowhere else. */
export const addedToLinks = /^(?:utm_.*|fbclid|gclid|gad_.*|msclkid|mibextid|mc_[ce]id|igsh(?:id)?)$/i;

/**
 * Whether two typed websites lead to the same page, so that one may take the place of the other without a review. Only
 * the scheme, `www.`, letter case of the host, a slash at the end and added parameters may differ. Stricter than
 * `siteOf`: websites that look like one as evidence may lead to different pages. False if one of them is no website.
 */
export function sameLink(one: string, other: string): boolean {
  const [a, b] = [linkOf(one), linkOf(other)];
  return a !== undefined && a === b;
}

function linkOf(typed: string): string | undefined {
  const website = readWebsite(typed.trim());
  if (website === undefined) return undefined;
  const { host, pathname, search, hash } = new URL(website);
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !addedToLinks.test(pair.split('=', 1)[0] ?? ''));
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}?${kept.join('&')}${hash}`;
}
