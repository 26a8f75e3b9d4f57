import { BlockList, isIP } from 'node:net';

/**
 * Addresses of IPv4 that are not reached over the public internet: the entries of the IANA IPv4
 * Special-Purpose Address Registry, with multicast and what is reserved above it.
 */
const NOT_PUBLIC: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * Of IPv6 only 2000::/3 is given out. In it, these are not reached, or hold an IPv4 address that a
 * tunnel would reach in its place: the IANA IPv6 Special-Purpose Address Registry.
 */
const NOT_PUBLIC_6: readonly [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, prefix] of NOT_PUBLIC) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_6) closed.addSubnet(network, prefix, 'ipv6');

const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address, as text, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && given.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** Addresses that resolvers beside a proxy make up for names: the proxy alone knows the true ones. */
const MADE_UP = new BlockList();
MADE_UP.addSubnet('198.18.0.0', 15, 'ipv4');

export function isMadeUpAddress(address: string): boolean {
  return isIP(address) === 4 && MADE_UP.check(address, 'ipv4');
}
