import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import * as z from 'zod/mini'
import { ACCOUNT } from './aws-json.ts'
import type { InvocationOutcome } from './environment-process.ts'
import type { RouteMatch } from './http-routes.ts'

/** A request as an HTTP API hands it to a function: payload format 2.0. */
export function requestEvent(
  request: {
    method: string
    target: string
    headers: IncomingMessage['headers']
    body: Buffer
    remoteAddress: string
  },
  match: RouteMatch<{ routeKey: string }>,
  nowMs: number,
) {
  const [rawPath = '/', rawQueryString = ''] = splitOnce(request.target, '?')
  const { cookie, ...headers } = joinedHeaders(request.headers)
  const query = Object.fromEntries(queryParameters(rawQueryString))
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers,
    ...(rawQueryString !== '' && { queryStringParameters: query }),
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.routeKey,
      stage: '$default',
      time: new Date(nowMs).toISOString(),
      timeEpoch: nowMs,
    },
    ...(request.body.length > 0 && { body: request.body.toString('base64') }),
    isBase64Encoded: request.body.length > 0,
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function joinedHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const present = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(',')]],
  )
  return Object.fromEntries(present)
}

/** A name that occurs several times has its values joined by commas. */
function queryParameters(rawQueryString: string): Map<string, string> {
  const joined = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const before = joined.get(name)
    joined.set(name, before === undefined ? value : `${before},${value}`)
  }
  return joined
}

const Response = z.object({
  statusCode: z.int(),
  headers: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
  cookies: z._default(z.array(z.string()), []),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
})

export type Reply = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** What goes back over HTTP for a function's result: as API Gateway does, a value without a status is a body. */
export function replyOf(outcome: InvocationOutcome): Reply {
  if (outcome.kind !== 'returned') return jsonReply(500, { message: 'Internal Server Error' })
  const { success, data } = z.safeParse(Response, outcome.value)
  if (!success) return jsonReply(200, outcome.value)
  const headers = Object.fromEntries(
    Object.entries(data.headers).map(([name, value]) => [name, String(value)]),
  )
  return {
    status: data.statusCode,
    headers: { ...headers, ...(data.cookies.length > 0 && { 'set-cookie': data.cookies }) },
    body: Buffer.from(data.body, data.isBase64Encoded ? 'base64' : 'utf8'),
  }
}

/** A value as a JSON body. */
export function jsonReply(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) }
}
