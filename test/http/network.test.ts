import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { networkOfAddress } from '../../shared/http/network.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::FFFF', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['', 'unknown'],
  ['203.0.113.7, 198.51.100.1', 'unknown'],
  ['[::1]', 'unknown'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOfAddress(address)).toBe(network);
});

test('IPv6 addresses share a network exactly if they share their first 64 bits', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const half = fc.tuple(group, group, group, group);
  const written = (groups: number[]): string => groups.map((value) => value.toString(16)).join(':');
  fc.assert(
    fc.property(half, half, half, (net, one, other) => {
      fc.pre(net.some((value) => value !== 0));
      expect(networkOfAddress(written([...net, ...one]))).toBe(`${written(net)}::/64`);
      expect(networkOfAddress(written([...net, ...other]))).toBe(`${written(net)}::/64`);
    }),
  );
});
