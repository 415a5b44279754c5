import type { Context } from 'hono'
import { answerProblem } from './problem.ts'

/** Lambda answers with 6 MB at most, and bytes travel as base64, four characters for three. */
export const MAX_ANSWER_BYTES = 4_000_000

/** Bytes that never change under their hash; `isPinned` when their address names the revision too. */
export type ArchivedBytes = {
  sha256: string
  isPinned: boolean
  headers: Record<string, string>
  read: () => Promise<Uint8Array>
}

/** Whether a caller's copy (If-None-Match, RFC 9110 §13.1.2) is the one it would get. */
export function hasCopy(c: Context, etag: string): boolean {
  const known = c.req.header('if-none-match')?.split(',') ?? []
  return known.some(tag => tag.trim().replace(/^W\//, '') === etag)
}

/** Both ends included, as the header counts. */
type Part = { from: number; to: number }

/** The part asked for by `bytes=from-` or `bytes=from-to`; other forms may be ignored (RFC 9110 §14.2). */
function askedPart(c: Context): Part | undefined {
  const range = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(c.req.header('range') ?? '')
  if (range === null) return undefined
  const from = Number(range[1])
  return { from, to: range[2] ? Number(range[2]) : Number.POSITIVE_INFINITY }
}

/** Answers with archived bytes: whole, in part, or not at all when the caller has them. */
export async function answerBytes(c: Context, archived: ArchivedBytes): Promise<Response> {
  const etag = `"${archived.sha256}"`
  const lasting = {
    etag,
    'cache-control': archived.isPinned ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  }
  if (hasCopy(c, etag)) return c.body(null, 304, lasting)

  const bytes = new Uint8Array(await archived.read())
  const headers = {
    ...archived.headers,
    ...lasting,
    'accept-ranges': 'bytes',
    // RFC 9530: of the whole, also beside a part, so that whoever joins the parts can check them.
    'repr-digest': `sha-256=:${Buffer.from(archived.sha256, 'hex').toString('base64')}:`,
  }
  const part = askedPart(c)
  if (part !== undefined) return answerPart(c, bytes, part, headers)
  if (bytes.length <= MAX_ANSWER_BYTES) return c.body(bytes, 200, headers)
  return answerProblem(c, 413, {
    error: `These ${bytes.length} bytes are too many for one answer.`,
    hint: `Ask for parts of up to ${MAX_ANSWER_BYTES} bytes: the header Range: bytes=0-${MAX_ANSWER_BYTES - 1} first.`,
  })
}

/** A part of the bytes, shorter than asked for where it would not fit into one answer. */
async function answerPart(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  { from, to }: Part,
  headers: Record<string, string>,
): Promise<Response> {
  const total = bytes.length
  if (from >= total || to < from) {
    c.header('content-range', `bytes */${total}`)
    return answerProblem(c, 416, { error: `There are ${total} bytes; the range asks for none of them.` })
  }
  const end = Math.min(to + 1, total, from + MAX_ANSWER_BYTES)
  const contentRange = `bytes ${from}-${end - 1}/${total}`
  return c.body(bytes.slice(from, end), 206, { ...headers, 'content-range': contentRange })
}
