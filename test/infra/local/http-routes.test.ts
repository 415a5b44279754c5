import { expect, test } from 'vitest'
import { replyOf, requestEvent } from '../../../infra/local/http-event.ts'
import { matchRoute } from '../../../infra/local/http-routes.ts'

const routes = [
  '$default',
  'ANY /{proxy+}',
  'GET /articles/{id}',
  'ANY /articles',
  'GET /articles',
  'ANY /',
].map(routeKey => ({ routeKey }))
const found = (method: string, path: string, among = routes) => {
  const match = matchRoute(among, method, path)
  return match && [match.route.routeKey, match.pathParameters]
}

test.each([
  ['GET', '/articles', ['GET /articles', {}]],
  ['POST', '/articles', ['ANY /articles', {}]],
  ['GET', '/articles/a%20b', ['GET /articles/{id}', { id: 'a b' }]],
  ['POST', '/articles/a', ['ANY /{proxy+}', { proxy: 'articles/a' }]],
  ['GET', '/articles/a/text', ['ANY /{proxy+}', { proxy: 'articles/a/text' }]],
  ['GET', '/', ['ANY /', {}]],
  ['GET', '/%E0%A4%A', ['ANY /{proxy+}', { proxy: '%E0%A4%A' }]],
])('%s %s goes to %j', (method, path, expected) => {
  expect(found(method, path)).toEqual(expected)
})

test('the default route takes what no other takes', () => {
  expect(found('GET', '/x', [{ routeKey: '$default' }, { routeKey: 'GET /y' }])).toEqual(['$default', {}])
})

test('an API without a fitting route has no answer', () => {
  expect(found('POST', '/y', [{ routeKey: 'GET /y' }])).toBeUndefined()
})

test('hands a request over as API Gateway does', () => {
  const event = requestEvent(
    {
      method: 'GET',
      target: '/articles?source=a&source=b&q=%C3%A9?',
      headers: { host: '127.0.0.1:8080', 'user-agent': 'x', accept: 'a', cookie: 'k=v; l=w' },
      body: Buffer.alloc(0),
      remoteAddress: '127.0.0.1',
    },
    { route: { routeKey: 'ANY /{proxy+}' }, pathParameters: { proxy: 'articles' } },
    0,
  )
  expect(event).toMatchObject({
    version: '2.0',
    rawPath: '/articles',
    rawQueryString: 'source=a&source=b&q=%C3%A9?',
    queryStringParameters: { source: 'a,b', q: 'é?' },
    pathParameters: { proxy: 'articles' },
    cookies: ['k=v', 'l=w'],
    headers: { accept: 'a' },
    isBase64Encoded: false,
    requestContext: { http: { method: 'GET', path: '/articles', sourceIp: '127.0.0.1' } },
  })
  expect(event).not.toHaveProperty('body')
})

test('hands a body over in base64, so that any bytes arrive', () => {
  const request = {
    method: 'POST',
    target: '/',
    headers: {},
    body: Buffer.from([0xff, 0]),
    remoteAddress: '',
  }
  const event = requestEvent(request, { route: { routeKey: 'ANY /' }, pathParameters: {} }, 0)
  expect(event).toMatchObject({ body: '/wA=', isBase64Encoded: true })
})

test('sends back status, headers, cookies and bytes', () => {
  const value = {
    statusCode: 206,
    headers: { 'x-count': 3 },
    cookies: ['a=b'],
    body: '/wA=',
    isBase64Encoded: true,
  }
  expect(replyOf({ kind: 'returned', value })).toEqual({
    status: 206,
    headers: { 'x-count': '3', 'set-cookie': ['a=b'] },
    body: Buffer.from([0xff, 0]),
  })
})

test('sends a value without a status as a body, and a failure as 500 without its reason', () => {
  expect(replyOf({ kind: 'returned', value: { a: 1 } })).toMatchObject({
    status: 200,
    body: Buffer.from('{"a":1}'),
  })
  const failure = replyOf({ kind: 'failed', reason: 'secret' })
  expect([failure.status, failure.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}'])
})
