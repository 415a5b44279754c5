import { once } from 'node:events'
import type { Server } from 'node:http'

// Below the range from which systems hand out ports to clients, so that it is free again after a restart.
const firstPort = 4187
const portCount = 20

/**
 * The ports to try in turn. Articles are known by their addresses: one that was asked for, or remembered, is the
 * only one.
 */
export function portsToTry(asked: number | undefined, remembered: number | undefined): number[] {
  const only = asked ?? remembered
  if (only !== undefined) return [only]
  return Array.from({ length: portCount }, (_, offset) => firstPort + offset)
}

/** No port is free that the sample publisher may have. */
export class PortTaken extends Error {}

/**
 * Listens on the first of the ports that is free on 127.0.0.1 and returns it.
 * @throws PortTaken when none is
 */
export async function listenOnLoopback(server: Server, ports: readonly number[]): Promise<number> {
  const [port, ...others] = ports
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (isTaken && others.length > 0) return listenOnLoopback(server, others)
    if (!isTaken) throw new Error(`the sample publisher cannot listen on 127.0.0.1:${port}`, { cause })
    throw new PortTaken(
      `port ${port}, where the sample publisher's articles have their addresses, is taken by another program; ` +
        'stop that one, or choose another folder with --data',
      { cause },
    )
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}
