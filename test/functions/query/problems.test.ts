import { expect, test } from 'vitest'
import { makeHandler } from '../../../functions/query/handler.ts'
import { newsroom } from './newsroom.ts'

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

test('healthz answers without asking anything else', async () => {
  const handler = makeHandler({ ...newsroom().deps, articles: broken, lists: broken, sources: broken })
  const answer = await handler(event('/healthz'))
  expect(answer).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' })
})

test.each(['/nothing', '/articles/', '/articles/a/b', '/healthz/x', '//articles', '/.env', '/read'])(
  'an unknown address is not found, and the known ones are named: %s',
  async path => {
    const { status, json, headers } = await newsroom().askJson(path)
    expect(status).toBe(404)
    expect(json.hint).toContain('/articles/:id/text')
    expect(headers).toMatchObject({ ...EVERYWHERE, 'cache-control': 'no-store' })
  },
)

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND'])(
  '%s is refused with what is possible',
  async method => {
    const { status, headers, json } = await newsroom().askJson('/articles', { method })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
    expect(json.hint).toBe('Use GET or HEAD.')
  },
)

test('a failure inside says nothing of the inside, and is logged with its cause', async () => {
  const room = newsroom()
  const handler = makeHandler({ ...room.deps, lists: broken })
  const answer = await handler(event('/articles'))
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('table')
  expect(JSON.parse(answer.body)).toEqual({
    error: 'Something went wrong here.',
    hint: 'It has been logged; try again.',
  })
  expect(room.logged).toEqual([{ message: 'request failed', cause: new Error('the table is on fire') }])
})

test('a header that no Headers object takes does not harm a request', async () => {
  const { status } = await newsroom().ask('/healthz', { headers: { 'user-agent': 'caf\u00e9 \u2603 \n' } })
  expect(status).toBe(200)
})

test('nothing but pages may load anything, and no answer may run a script', async () => {
  const room = newsroom()
  const { articleId } = await room.record()
  for (const path of ['/articles', '/sources', `/articles/${articleId}/text`, `/articles/${articleId}/raw`]) {
    const { headers } = await room.ask(path)
    expect(headers).toMatchObject(EVERYWHERE)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; base-uri/)
  }
  for (const path of ['/', '/board', `/read/${articleId}`, '/read/x', '/?limit=x']) {
    const { headers } = await room.ask(path)
    expect(headers).toMatchObject({ ...EVERYWHERE, 'content-type': 'text/html; charset=UTF-8' })
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self';/,
    )
    expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe/)
  }
})

async function fire(): Promise<never> {
  throw new Error('the table is on fire')
}
const broken = { revisions: fire, newest: fire, changes: fire, read: fire, schedules: fire }

function event(rawPath: string) {
  return { rawPath, rawQueryString: '', headers: {}, requestContext: { http: { method: 'GET' } } }
}
