import { BlockList, isIP, isIPv6 } from "node:net";

/** Networks that are not the public internet, with the IPv6 forms that lead to IPv4 ones (mapped, NAT64, 6to4, Teredo). */
const inner = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  inner.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  inner.addSubnet(network, prefix, "ipv6");
}

/** Whether an IP address lies on the public internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, "").replace(/^\[|\]$/g, "");
  if (isIP(bare) === 0) return false;
  return !inner.check(bare, isIPv6(bare) ? "ipv6" : "ipv4");
}
