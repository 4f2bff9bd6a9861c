// Where a webhook may go: public addresses only, so that nobody makes this server ask inside its own network.
import { BlockList, isIP } from "node:net";

const refused = new BlockList();
// RFC 6890 and IANA's registries of special-purpose addresses: this network, private, shared, loopback, link-local (with
// the metadata services of clouds), documentation, benchmarks, multicast, reserved.
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  refused.addSubnet(network, prefix, "ipv4");

/** Of IPv6 only global unicast is public; these parts of it are not, or lead to an IPv4 address. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  refused.addSubnet(network, prefix, "ipv6");

/** Whether an IP address may be connected to. IPv6 that embeds IPv4 is judged by rules of its own: it is refused. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, "ipv4");
    case 6:
      return globalUnicast.check(address, "ipv6") && !refused.check(address, "ipv6");
    default:
      return false;
  }
}

export interface UrlRules {
  /** Whether plain http and addresses that are not public are allowed: for tests and against a sandbox. */
  readonly anywhere: boolean;
}

/** Why an endpoint's address is not taken; undefined: it is. Names are resolved, and judged, at each delivery. */
export function faultOfUrl(text: string, { anywhere }: UrlRules): "malformed" | "notHttps" | "notPublic" | undefined {
  if (!URL.canParse(text)) return "malformed";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "malformed";
  if (url.username !== "" || url.password !== "" || url.hash !== "") return "malformed";
  if (anywhere) return undefined;
  if (url.protocol !== "https:") return "notHttps";
  const host = hostOf(url);
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : "notPublic";
  return /(^|\.)(localhost|local|internal)\.?$/i.test(host) || !host.includes(".") ? "notPublic" : undefined;
}

/** The host without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");
