import { connect, isIP, type LookupFunction } from 'node:net'
import type { Dial } from '../../../shared/web/guarded-connector.ts'

/** Resolves names from a table that may answer differently each time. */
export function lookupIn(answers: (name: string) => string[] | undefined): LookupFunction {
  return (name, _options, callback) => {
    const found = answers(name)
    if (!found) return callback(Object.assign(new Error(`no such name: ${name}`), { code: 'ENOTFOUND' }), [])
    callback(
      null,
      found.map(address => ({ address, family: isIP(address) })),
    )
  }
}

/**
 * An internet of two machines: `publicPort` stands for 93.184.215.14 and `canaryPort` for every other address.
 * Like Node it asks the lookup for names only, and takes the first answer. TLS ends on the way.
 */
export function dialInto({ publicPort, canaryPort }: { publicPort: number; canaryPort: number }): Dial {
  return lookup => (options, callback) => {
    const open = (address: string) => {
      const socket = connect(address === '93.184.215.14' ? publicPort : canaryPort, '127.0.0.1')
      Object.defineProperty(socket, 'remoteAddress', { value: address })
      socket.once('connect', () => callback(null, socket)).once('error', error => callback(error, null))
    }
    if (isIP(options.hostname)) return open(options.hostname)
    lookup(options.hostname, { all: true }, (error, answer) => {
      if (error) return callback(error, null)
      const [first] = typeof answer === 'string' ? [{ address: answer }] : answer
      open(first?.address ?? '')
    })
  }
}
