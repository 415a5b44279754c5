import dns from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from './public-address.ts'

/** Opens sockets, finding the addresses of names by the lookup it is given. */
export type Dial = (lookup: LookupFunction) => buildConnector.connector

/** The connection was refused because the address it would go to, or went to, is not public. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'

  constructor(host: string, address: string | undefined) {
    super(`${host} leads to ${address ?? 'an unknown address'}, which is not public`)
  }
}

class NoAddress extends Error {
  readonly code = 'ENOTFOUND'
}

/** Resolves a name to all its addresses; one that is not public among them refuses the name. */
function guardLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, answer) => {
      if (error) return callback(error, [])
      const addresses = typeof answer === 'string' ? [{ address: answer, family: isIP(answer) }] : answer
      const refused = addresses.find(({ address }) => !isPublicAddress(address))
      if (refused) return callback(new AddressRefused(hostname, refused.address), [])
      const [first] = addresses
      if (!first) return callback(new NoAddress(`${hostname} has no address`), [])
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
}

/**
 * The sockets of undici and Node, HTTP/1.1 only. `timeoutMs` covers name, connection and TLS together.
 *
 * Node gives one address 250 ms before it tries the next, and then the last one alone may take its time: a host
 * far away that also has an IPv6 address we have no route to would never be reached.
 */
const dialWithin =
  (timeoutMs: number): Dial =>
  lookup =>
    buildConnector({ timeout: timeoutMs, lookup, allowH2: false, autoSelectFamilyAttemptTimeout: 1500 })

/**
 * A connector that never hands out a socket to an address that is not public, however the host is spelt and
 * whatever its name resolves to.
 *
 * Three checks, each needed: an IP address as host (Node asks no lookup for one), every answer of the lookup (the
 * socket then takes one of these, so that a second answer cannot differ), and the address the socket ended up at.
 * Refusals reach the callback as {@link AddressRefused}.
 */
export function createGuardedConnector(dial: Dial, lookup: LookupFunction): buildConnector.connector {
  const connect = dial(guardLookup(lookup))
  return (options, callback) => {
    const { hostname } = options
    if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
      return callback(new AddressRefused(hostname, hostname), null)
    }
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      if (socket.remoteAddress && isPublicAddress(socket.remoteAddress)) return callback(null, socket)
      socket.destroy()
      callback(new AddressRefused(hostname, socket.remoteAddress), null)
    })
  }
}

/**
 * Gives a reset connection another code than ECONNRESET: undici takes that one for the orderly end of a body
 * whose length nobody announced, so that a half document would pass for a whole one.
 */
function tellResets(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      socket.on('error', broken => {
        if ('code' in broken && broken.code === 'ECONNRESET') broken.code = 'ECONNABORTED'
      })
      callback(null, socket)
    })
}

/** The connector for publishers, or, with `allowPrivateNetwork`, an unguarded one for one's own machine. */
export function createConnector(options: {
  allowPrivateNetwork: boolean
  connectTimeoutMs: number
  lookup?: LookupFunction
  dial?: Dial
}): buildConnector.connector {
  const {
    allowPrivateNetwork,
    connectTimeoutMs,
    lookup = dns.lookup,
    dial = dialWithin(connectTimeoutMs),
  } = options
  return tellResets(allowPrivateNetwork ? dial(lookup) : createGuardedConnector(dial, lookup))
}
