import { readDomain } from '../email-address.ts';

const scheme = /^https?:\/\//i;

/** Characters that would change where a link leads, or hide it: spaces, backslashes, angle brackets, quotes. */
const misleading = /[\s\\<>"^`{|}]/;

/**
 * An organization's website as an absolute http(s) URL in ASCII, or undefined. `example.org` becomes
 * `https://example.org/`. Other schemes, credentials, IP addresses and names without a dot are refused.
 */
export function readWebsite(typed: string): string | undefined {
  if (misleading.test(typed)) return undefined;
  const address = scheme.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPublic = url.username === '' && url.password === '' && readDomain(url.hostname) !== undefined;
  return isPublic ? url.href : undefined;
}
