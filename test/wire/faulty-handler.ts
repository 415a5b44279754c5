import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Chooser, faultyWire, type WireAnswer, type WireRequest } from './faulty-wire.ts'

/** The part of a client's request handler that sends a request. */
type RequestHandler = {
  handle: (request: SignedRequest, options?: object) => Promise<{ response: ClientAnswer }>
}
type SignedRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body?: unknown
}
type ClientAnswer = { statusCode: number; headers: Record<string, string>; body?: unknown }

/** Puts a faulty wire under a client, so that the client's own retries take part. */
export function makeFaulty(client: { config: { requestHandler: RequestHandler } }, choose: Chooser): void {
  const real = client.config.requestHandler
  const handle: RequestHandler['handle'] = async (signed, options) => {
    const send = faultyWire(async request => {
      const sent = { ...signed, headers: request.headers, body: request.body }
      const { response } = await real.handle(sent, options)
      return { status: response.statusCode, headers: response.headers, body: await bytesOf(response.body) }
    }, choose)
    return { response: clientAnswer(await send(await wireRequest(signed))) }
  }
  Object.assign(client.config, { requestHandler: { handle } })
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
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (body instanceof Readable) return await buffer(body)
  throw new Error('a body that no client of ours sends')
}
