import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'

type Body =
  | { kind: 'whole'; bytes: Uint8Array }
  | { kind: 'unusable'; reason: 'too-large' | 'truncated' | 'encoding'; detail: string }

/** What {@link readBody} can undo, for the Accept-Encoding header. */
export const acceptedCodings = 'gzip, br'

type Decoder = (coded: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>
const decodeGzip: Decoder = promisify(gunzip)
const decoders: Partial<Record<string, Decoder>> = {
  gzip: decodeGzip,
  'x-gzip': decodeGzip,
  br: promisify(brotliDecompress),
}

const whole = ({ buffer, byteOffset, byteLength }: Buffer): Body => ({
  kind: 'whole',
  bytes: new Uint8Array(buffer, byteOffset, byteLength),
})

const tooLarge = (what: string, maxBytes: number): Body => ({
  kind: 'unusable',
  reason: 'too-large',
  detail: `the ${what} is larger than ${maxBytes} bytes`,
})

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/**
 * Undoes at most one content coding. Output is counted while it grows: 51 bytes of brotli can hold 64 MiB, and
 * a server may name any number of codings (RFC 9110 §8.4), each multiplying the one before.
 */
async function decode(coded: Buffer, encoding: string, maxBytes: number): Promise<Body> {
  const coding = encoding.trim().toLowerCase()
  if (coding === '' || coding === 'identity') return whole(coded)
  const decoder = decoders[coding]
  if (!decoder)
    return { kind: 'unusable', reason: 'encoding', detail: 'its content coding was not asked for' }
  try {
    return whole(await decoder(coded, { maxOutputLength: maxBytes }))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge('decoded body', maxBytes)
    if (code === 'Z_BUF_ERROR')
      return { kind: 'unusable', reason: 'truncated', detail: `its ${coding} data ends early` }
    return { kind: 'unusable', reason: 'encoding', detail: `its ${coding} data is damaged` }
  }
}

/**
 * Reads a body to its end and undoes its content coding; neither form may exceed `maxBytes`.
 * @throws what the stream throws: a connection that ends before the announced length, a deadline.
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array>,
  { encoding, maxBytes }: { encoding: string; maxBytes: number },
): Promise<Body> {
  const chunks: Uint8Array[] = []
  let wireBytes = 0
  for await (const chunk of stream) {
    wireBytes += chunk.byteLength
    // Leaving the loop destroys the stream, which closes the connection.
    if (wireBytes > maxBytes) return tooLarge('body', maxBytes)
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks), encoding, maxBytes)
}
