import { connect, type LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AddressRefused,
  createConnector,
  createGuardedConnector,
  type Dial,
} from '../../../shared/web/guarded-connector.ts'
import { type RawServer, respond, startRawServer } from './raw-server.ts'
import { lookupIn } from './small-internet.ts'

let canary: RawServer
beforeAll(async () => {
  canary = await startRawServer(socket => socket.end(respond('200 OK')))
})
afterAll(() => canary.close())

/** What opening a connection to a host ends with, on the sockets of Node. */
function connecting(hostname: string, lookup: LookupFunction, protocol = 'http:'): Promise<Error | null> {
  const open = createConnector({ allowPrivateNetwork: false, connectTimeoutMs: 1000, lookup })
  return new Promise(resolve => {
    open({ hostname, host: hostname, protocol, port: String(canary.port) }, (...[error]) => resolve(error))
  })
}

describe('the connector', () => {
  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0'])('opens no socket to %s', async address => {
    expect(
      await connecting(
        address,
        lookupIn(() => undefined),
      ),
    ).toBeInstanceOf(AddressRefused)
    expect(canary.connections()).toBe(0)
  })

  test.each([[['127.0.0.1']], [['::1']], [['93.184.215.14', '127.0.0.1']], [['127.0.0.1', '93.184.215.14']]])(
    'opens no socket when a name resolves to %s',
    async addresses => {
      for (const protocol of ['http:', 'https:']) {
        const refusal = await connecting(
          'internal.example',
          lookupIn(() => addresses),
          protocol,
        )
        expect(refusal).toBeInstanceOf(AddressRefused)
      }
      expect(canary.connections()).toBe(0)
    },
  )

  test('refuses what a resolver that knows only one answer gives', async () => {
    const single: LookupFunction = (_name, _options, callback) => callback(null, '127.0.0.1', 4)
    expect(await connecting('internal.example', single)).toBeInstanceOf(AddressRefused)
    expect(canary.connections()).toBe(0)
  })

  test('passes on that a name does not exist', async () => {
    expect(
      await connecting(
        'nowhere.example',
        lookupIn(() => undefined),
      ),
    ).toMatchObject({ code: 'ENOTFOUND' })
  })

  test('closes a socket that ended up elsewhere than its lookup said', async () => {
    const astray: Dial = () => (_options, callback) => {
      const socket = connect(canary.port, '127.0.0.1', () => callback(null, socket))
    }
    const open = createGuardedConnector(
      astray,
      lookupIn(() => ['93.184.215.14']),
    )
    const options = { hostname: 'public.example', protocol: 'http:', port: '80' }
    const outcome = await new Promise(resolve => open(options, (error, socket) => resolve(error ?? socket)))
    expect(outcome).toBeInstanceOf(AddressRefused)
    expect(canary.requests).toEqual([])
  })
})
