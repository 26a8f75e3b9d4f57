import { describe, expect, it } from 'vitest';
import { isMadeUpAddress, isPublicAddress } from '../../../adapters/common/public-addresses.ts';

describe('isPublicAddress', () => {
  it.each([
    '1.1.1.1',
    '39.156.66.10',
    '172.15.0.1',
    '172.32.0.1',
    '2400:da00:2::29',
    '2606:4700::1',
  ])('takes %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.5',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    'example.org',
    '',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it('knows what resolvers beside a proxy make up', () => {
    expect(isMadeUpAddress('198.18.3.4')).toBe(true);
    expect(isMadeUpAddress('127.0.0.1')).toBe(false);
  });
});
