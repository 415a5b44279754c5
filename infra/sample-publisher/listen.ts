import { once } from 'node:events'
import type { Server } from 'node:http'

// Below the range from which systems hand out ports to clients, so that it is free again after a restart.
const firstPort = 4187
const portCount = 20

/** The ports to try in turn: the one that was asked for alone, or the remembered one before the usual ones. */
export function portsToTry(asked: number | undefined, remembered: number | undefined): number[] {
  if (asked !== undefined) return [asked]
  const usual = Array.from({ length: portCount }, (_, offset) => firstPort + offset)
  return [...new Set([remembered ?? firstPort, ...usual])]
}

/** Listens on the first of the ports that is free on 127.0.0.1 and returns it. Throws when none is. */
export async function listenOnLoopback(server: Server, ports: readonly number[]): Promise<number> {
  const [port, ...others] = ports
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (isTaken && others.length > 0) return listenOnLoopback(server, others)
    throw new Error(`the sample publisher cannot listen on 127.0.0.1:${port}`, { cause })
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}
