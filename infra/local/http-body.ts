import type { IncomingMessage } from 'node:http'

/** API Gateway's own limit. */
const MAX_BYTES = 10 * 1024 * 1024

/**
 * All of a request's body.
 * @throws RangeError when it is longer than 10 MB
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > MAX_BYTES) throw new RangeError('the body is longer than 10 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
