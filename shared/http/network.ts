import { isIPv4, isIPv6 } from 'node:net';
import type { ApiEvent } from './event.ts';

/** CloudFront sets both on every request to the API, and replaces what the viewer sent (infra/site.ts). */
const edgeHeaders = { proof: 'x-origin-verify', viewer: 'x-viewer-address' } as const;

/**
 * The network that a request comes from. CloudFront's header about its viewer is trusted only with the key that only
 * CloudFront knows, because anyone can send any header to the API's own address. Without the key, it is the network
 * that the API sees.
 */
export function networkOf({ headers, requestContext }: ApiEvent, edgeKey: string): string {
  const viewer = headers[edgeHeaders.proof] === edgeKey ? headers[edgeHeaders.viewer] : undefined;
  return networkOfAddress(viewer ?? requestContext.http.sourceIp);
}

/**
 * The network of an address: an IPv4 address, or the first 64 bits of an IPv6 address, because one subscriber has all
 * addresses with these (RFC 6177). IPv4 written as IPv6 is IPv4. All texts that are not addresses are one network.
 */
export function networkOfAddress(address: string): string {
  if (isIPv4(address)) return address;
  const bare = address.replace(/%.*$/, '');
  if (!isIPv6(bare)) return 'unknown';
  const groups = groupsOf(bare);
  const [high = '', low = ''] = groups.slice(6);
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return [...bytesOf(high), ...bytesOf(low)].join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * The network whose forms share a limit of emails: the first 48 bits of IPv6, because a provider may give one
 * customer that many addresses (RFC 6177), otherwise the result of `networkOfAddress`.
 */
export function siteOfNetwork(network: string): string {
  const [address = '', length] = network.split('/');
  return length === '64' ? `${groupsOf(address).slice(0, 3).join(':')}::/48` : network;
}

/** The eight groups of an IPv6 address. The URL parser reads all spellings, and leaves out zeros in only one place. */
function groupsOf(address: string): string[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  if (after === undefined) return groups(before);
  const zeros = Array.from({ length: 8 - groups(before).length - groups(after).length }, () => '0');
  return [...groups(before), ...zeros, ...groups(after)];
}

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
};
