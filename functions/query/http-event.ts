import * as z from 'zod/mini'

/** What an HTTP API hands over (payload format 2.0), as far as answering needs it. */
const HttpEvent = z.object({
  rawPath: z.string().check(z.startsWith('/')),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
})

/** What goes back: bytes as base64, text as it is. */
export type HttpAnswer = {
  statusCode: number
  headers: Record<string, string>
  body: string
  isBase64Encoded: boolean
}

/** Types whose answers are strings of our own making; archived text is bytes, whatever it is called. */
const WRITTEN_HERE = /^(?:application\/(?:json|atom\+xml|feed\+json)|text\/html|text\/css|image\/svg\+xml)/

/** A header value that a Headers object accepts; a client may send anything, and nothing here needs more. */
const PLAIN = /^[\x20-\x7e]*$/

/** The event as a request. A body is not taken over: no question has one, and GET may not. */
function requestOf(event: unknown): Request {
  const { rawPath, rawQueryString, headers, requestContext } = z.parse(HttpEvent, event)
  const { method } = requestContext.http
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`
  return new Request(`https://communique.invalid${rawPath}${query}`, {
    // A Request cannot be made of TRACE or CONNECT; whatever does not read gets the same answer anyway.
    method: method === 'GET' || method === 'HEAD' ? method : 'POST',
    headers: Object.entries(headers).filter(([, value]) => PLAIN.test(value)),
  })
}

async function answerOf(response: Response): Promise<HttpAnswer> {
  const isBase64Encoded = !WRITTEN_HERE.test(response.headers.get('content-type') ?? '')
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

/**
 * A Lambda handler for an HTTP API that answers by `fetch`.
 * @throws when the event is none of an HTTP API's.
 */
export function httpHandler(fetch: (request: Request) => Response | Promise<Response>) {
  return async (event: unknown): Promise<HttpAnswer> => answerOf(await fetch(requestOf(event)))
}
