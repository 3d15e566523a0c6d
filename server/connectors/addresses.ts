import { BlockList, isIPv6 } from 'node:net';

/**
 * Where an address leads. `never`: nowhere that a vendor's system could be, such as a cloud's own metadata, whatever the
 * connection allows. IPv4 inside IPv6 (mapped, or through NAT64) is what it stands for.
 */
export function addressKind(address: string): 'public' | 'private' | 'never' {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const bare = address.replace(/%.*$/, '');
  if (NEVER.check(bare, family)) return 'never';
  if (PRIVATE.check(bare, family)) return 'private';
  return family === 'ipv4' || GLOBAL.check(bare, family) ? 'public' : 'never';
}

/** IANA's special-purpose registries: what is not reachable from elsewhere, and no network of one's own. */
const NEVER = ranges(
  [
    ['0.0.0.0', 8],
    ['100.100.100.200', 32], // metadata of Alibaba Cloud
    ['168.63.129.16', 32], // Azure's own
    ['169.254.0.0', 16], // link-local, and the metadata of most clouds
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  [
    ['fd00:ec2::254', 128], // metadata of AWS
    ['2001::', 23], // Teredo and other tunnels
    ['2001:db8::', 32],
    ['2002::', 16], // 6to4
  ],
);

const PRIVATE = ranges(
  [
    ['10.0.0.0', 8],
    ['100.64.0.0', 10], // behind a carrier's NAT
    ['127.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ],
  [
    ['::1', 128],
    ['fc00::', 7],
  ],
);

/** What IANA has given out, and the translation of public IPv4. */
const GLOBAL = ranges(
  [],
  [
    ['2000::', 3],
    ['64:ff9b::', 96],
  ],
);

/** A BlockList finds mapped IPv4 (`::ffff:10.0.0.1`) by the IPv4 ranges by itself; NAT64 has to be told. */
function ranges(
  ipv4: readonly (readonly [string, number])[],
  ipv6: readonly (readonly [string, number])[],
): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ipv4) {
    list.addSubnet(net, prefix, 'ipv4');
    list.addSubnet(`64:ff9b::${net}`, 96 + prefix, 'ipv6');
  }
  for (const [net, prefix] of ipv6) list.addSubnet(net, prefix, 'ipv6');
  return list;
}
