// Which machines an address may lead to: those of the internet, and inside only those that are allowed by name.
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** An address leads inside, to a machine that isn't allowed by name. */
export class InsideAddress extends Error {
  readonly code = 'INSIDE_ADDRESS';
}

// Of IPv4 what isn't reached over the internet.
// @see https://www.iana.org/assignments/iana-ipv4-special-registry (checked 2026-11-30)
const inside = new BlockList();
for (const [net, bits] of [
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
] as const)
  inside.addSubnet(net, bits, 'ipv4');

// Of IPv6 only what is assigned to be reached, without what leads to IPv4 or is for documents.
// @see https://www.iana.org/assignments/iana-ipv6-special-registry (checked 2026-11-30)
const reached = new BlockList();
reached.addSubnet('2000::', 3, 'ipv6');
const notReached = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notReached.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is one of the internet's. A text that is none isn't. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && reached.check(address, 'ipv6') && !notReached.check(address, 'ipv6');
}

/** The name of a machine as the address of a request has it, for comparison: without brackets, in lower case. */
export function plainHost(host: string): string {
  return host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * Resolves names for a request so that what was checked is what's connected to. Fails with `InsideAddress` where any address
 * of the name leads inside.
 */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [], 0);
    const first = addresses[0];
    if (!first || !addresses.every(({ address }) => isOutside(address)))
      return callback(new InsideAddress(`${hostname} leads inside`), [], 0);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
