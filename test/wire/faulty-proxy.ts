import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Listening, listen } from '../../infra/local/listen.ts'
import { type Chooser, ConnectionLost, faultyWire, type Wire } from './faulty-wire.ts'

/** Of one hop alone, or wrong once a body has been read whole. */
const HOP_HEADERS = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'expect',
  'host',
])

export type FaultyProxy = Listening & {
  /** From now on requests go to this origin. */
  leadTo: (origin: string) => void
}

/** A proxy on loopback to one engine, over a faulty wire: for clients in processes that a test cannot reach into. */
export async function openFaultyProxy(choose: Chooser): Promise<FaultyProxy> {
  let origin: string | undefined
  const send = faultyWire(async request => await forward(origin, request), choose)
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/' } = request
    const headers = plain(Object.entries(request.headers))
    try {
      const target = headers['x-amz-target'] ?? ''
      const answer = await send({ method, path, target, headers, body: await buffer(request) })
      response.writeHead(answer.status, plain(Object.entries(answer.headers))).end(answer.body)
    } catch (error) {
      request.socket.destroy()
      if (!(error instanceof ConnectionLost)) process.stderr.write(`faulty proxy: ${String(error)}\n`)
    }
  })
  const listening = await listen(server, 0)
  return {
    ...listening,
    leadTo: to => {
      origin = to
    },
  }
}

const forward = async (
  origin: string | undefined,
  { method, path, headers, body }: Parameters<Wire>[0],
): ReturnType<Wire> => {
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const sent = plain(Object.entries(headers))
  const response = await fetch(`${origin}${path}`, { method, headers: sent, ...(hasBody && { body }) })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: plain([...response.headers]), body: bytes }
}

function plain(headers: [string, string | string[] | undefined][]): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap(([name, value]) =>
      value === undefined || HOP_HEADERS.has(name) ? [] : [[name, String(value)]],
    ),
  )
}
