import { isIP } from 'node:net'
import type { RefusalReason } from './fetch-outcome.ts'
import { isPublicAddress } from './public-address.ts'

export type Refusal = { reason: RefusalReason; detail: string }

/** A URL's host as the network knows it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname
}

/**
 * Why an address must not be asked, judged by its spelling alone: scheme, user name or password, port, and an IP
 * address that is not public. Names are judged later, by what they resolve to (guarded-connector.ts).
 *
 * The WHATWG parser has already made one spelling of decimal, hexadecimal, octal and full-width hosts.
 * With `allowPrivateNetwork` (a source on one's own machine) any port and address is allowed.
 */
export function refusalOf(url: URL, allowPrivateNetwork: boolean): Refusal | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { reason: 'scheme', detail: `${url.protocol} is neither http: nor https:` }
  }
  if (url.username !== '' || url.password !== '') {
    return { reason: 'userinfo', detail: 'the address holds a user name or password' }
  }
  if (allowPrivateNetwork) return undefined
  // An empty port is the scheme's own. 80 over https and 443 over http exist in the wild and harm nobody.
  if (!['', '80', '443'].includes(url.port)) {
    return { reason: 'port', detail: `port ${url.port} is neither 80 nor 443` }
  }
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    return { reason: 'address', detail: `${host} is not a public address` }
  }
  return undefined
}
