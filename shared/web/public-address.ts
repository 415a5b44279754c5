import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

// IANA has handed out global unicast space in 2000::/3 alone. The rest is no public address whatever a table
// of special ranges says of it: ::127.0.0.1, the deprecated IPv4-compatible form, is in no such table.
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address, as a resolver or a socket writes it, belongs to the public internet.
 *
 * Everything that can stand for another address is refused even when that one is public (IPv4-mapped, NAT64,
 * 6to4, Teredo): such a route ends wherever the local network says. What is no IP address is not public.
 * @see RFC 6890 and the IANA special-purpose registries, which ipaddr.js carries
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(globalUnicast)
}
