import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Invoke } from './function-pool.ts'
import { readBody } from './http-body.ts'
import { jsonReply, type Reply, replyOf, requestEvent } from './http-event.ts'

export type RouteMatch<Route> = { route: Route; pathParameters: Record<string, string> }

/**
 * The route of an HTTP API that answers a request, by API Gateway's precedence: an exact path before one with
 * variables, those before a greedy one, `$default` last, and a named method before ANY.
 */
export function matchRoute<Route extends { routeKey: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch<Route> | undefined {
  const matches = routes.flatMap(route => {
    const [routeMethod = '', routePath] = route.routeKey.split(' ')
    if (routePath === undefined)
      return route.routeKey === '$default' ? [{ route, pathParameters: {}, rank: 99 }] : []
    if (routeMethod !== 'ANY' && routeMethod !== method) return []
    const pathParameters = matchPath(routePath, path)
    return pathParameters === undefined
      ? []
      : [{ route, pathParameters, rank: rankOf(routePath, routeMethod) }]
  })
  return matches.toSorted((one, other) => one.rank - other.rank)[0]
}

function rankOf(routePath: string, method: string): number {
  const kind = routePath.includes('+}') ? 20 : routePath.includes('{') ? 10 : 0
  return kind + (method === 'ANY' ? 1 : 0)
}

function matchPath(routePath: string, path: string): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  const wanted = routePath.split('/').slice(1)
  const found = path.split('/').slice(1)
  for (const [index, part] of wanted.entries()) {
    const name = /^\{([^}+]+)(\+?)\}$/.exec(part)
    const here = name?.[2] === '+' ? found.slice(index).join('/') : found[index]
    if (here === undefined) return undefined
    if (name?.[1] !== undefined && here !== '') parameters[name[1]] = decoded(here)
    else if (part !== here) return undefined
    if (name?.[2] === '+') return parameters
  }
  return wanted.length === found.length ? parameters : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

type Answering = { routeKey: string; invoke: Invoke }

/** Answers HTTP requests by the functions behind the template's routes. */
export function routeRequests(routes: readonly Answering[]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await answer(routes, request)
    response.writeHead(reply.status, reply.headers)
    response.end(request.method === 'HEAD' ? undefined : reply.body)
  }
}

async function answer(routes: readonly Answering[], request: IncomingMessage): Promise<Reply> {
  const { method = 'GET', url: target = '/', headers } = request
  const match = matchRoute(routes, method, target.split('?')[0] ?? '/')
  if (match === undefined) return jsonReply(404, { message: 'Not Found' })
  try {
    const body = await readBody(request)
    const remoteAddress = request.socket.remoteAddress ?? '127.0.0.1'
    return replyOf(
      await match.route.invoke(
        requestEvent({ method, target, headers, body, remoteAddress }, match, Date.now()),
      ),
    )
  } catch (error) {
    if (error instanceof RangeError) return jsonReply(413, { message: 'Request Too Long' })
    return jsonReply(500, { message: 'Internal Server Error' })
  }
}
