import { createServer, type Socket } from 'node:net'

export type RawServer = {
  origin: string
  port: number
  /** Connections accepted so far. */
  connections: () => number
  /** The requests so far, each as its head. */
  requests: string[]
  close: () => Promise<void>
}

/** A server on loopback that writes whatever bytes `answer` wants, once a request's head has come. */
export async function startRawServer(
  answer: (socket: Socket, path: string, head: string) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  let connections = 0
  const server = createServer(socket => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let head = ''
    socket.on('data', chunk => {
      head += chunk.toString('latin1')
      if (!head.endsWith('\r\n\r\n')) return
      const request = head
      head = ''
      requests.push(request)
      answer(socket, request.split(' ')[1] ?? '/', request)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** A whole answer that closes its connection. */
export function respond(
  status: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Buffer {
  const lines = Object.entries({ 'Content-Length': String(Buffer.byteLength(body)), ...headers })
  const head = [
    `HTTP/1.1 ${status}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)])
}

/** The value of a request's header, by lower-case name. */
export function sentHeader(request: string | undefined, name: string): string | undefined {
  const line = request?.split('\r\n').find(each => each.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim()
}
