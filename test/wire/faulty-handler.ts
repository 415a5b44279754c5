import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type FaultyWireOptions, faultyWire, type WireAnswer, type WireRequest } from './faulty-wire.ts'

/** The part of a client's own request handler that sends a request; the clients keep theirs in their config. */
export type RequestHandler = {
  handle: (request: SignedRequest, options?: object) => Promise<{ response: ClientAnswer }>
}
type SignedRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body?: unknown
}
type ClientAnswer = { statusCode: number; headers: Record<string, string>; body?: unknown }

/** A client's request handler whose wire is faulty, so that the client's own retries take part. */
export function faultyHandler(real: RequestHandler, options: FaultyWireOptions): RequestHandler {
  return {
    handle: async (signed, given) => {
      const send = faultyWire(async request => {
        const { response } = await real.handle(
          { ...signed, headers: request.headers, body: request.body },
          given,
        )
        return { status: response.statusCode, headers: response.headers, body: await bytesOf(response.body) }
      }, options)
      return { response: clientAnswer(await send(await wireRequest(signed))) }
    },
  }
}

async function wireRequest({ method, path, headers, body }: SignedRequest): Promise<WireRequest> {
  return { method, path, headers, target: headers['x-amz-target'] ?? '', body: await bytesOf(body) }
}

function clientAnswer({ status, headers, body }: WireAnswer): ClientAnswer {
  return { statusCode: status, headers, body: Readable.from([body]) }
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0)
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return Buffer.from(body)
  if (body instanceof Readable) return await buffer(body)
  throw new Error('a body that no client of ours sends')
}
