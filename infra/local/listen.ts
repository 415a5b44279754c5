import type { Server } from 'node:http'

export type Listening = { endpoint: string; port: number; close: () => Promise<void> }

/**
 * Opens a server on loopback only; port 0 is any free one.
 * @throws what the system says, such as EADDRINUSE
 */
export async function listen(server: Server, port: number): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => {
    const address = server.address()
    resolve(typeof address === 'object' && address !== null ? address.port : port)
  })
  const taken = await promise
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>(done => server.close(() => done()))
  }
  return { endpoint: `http://127.0.0.1:${taken}`, port: taken, close }
}
