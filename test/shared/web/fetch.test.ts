import { createServer } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { createFetcher, type Fetch } from '../../../shared/web/fetch.ts'
import { type RawServer, respond, sentHeader, startRawServer } from './raw-server.ts'

const items = ['Ferry timetable for the winter', 'Harbour dues unchanged', 'Lighthouse open on Sunday']
const feed = `<rss version="2.0"><channel><title>Ministry of Tides</title>${items
  .map((title, index) => `<item><title>${title}</title><guid>tides-${index}</guid></item>`)
  .join('')}</channel></rss>`

const servers: RawServer[] = []
const serve: typeof startRawServer = async answer => {
  const server = await startRawServer(answer)
  servers.push(server)
  return server
}
const serveBytes = (bytes: Buffer) => serve(socket => socket.end(bytes))
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())))

const fetch: Fetch = createFetcher({ allowPrivateNetwork: true })
const hasty: Fetch = createFetcher({ allowPrivateNetwork: true, timeoutMs: 250 })
const frugal: Fetch = createFetcher({ allowPrivateNetwork: true, maxBytes: 64 * 1024 })

describe('a document', () => {
  test('comes with its bytes, the headers that matter and what to ask with next time', async () => {
    const headers = {
      'Content-Type': 'application/rss+xml; charset=utf-8',
      ETag: 'W/"tide-7"',
      'Last-Modified': 'Sat, 21 Nov 2026 09:00:00 GMT',
      'Cache-Control': 'max-age=300',
      'Set-Cookie': 'visitor=1',
    }
    const { origin } = await serveBytes(respond('200 OK', headers, feed))
    expect(await fetch(`${origin}/feed`)).toEqual({
      kind: 'fetched',
      status: 200,
      bytes: new Uint8Array(Buffer.from(feed)),
      finalUrl: `${origin}/feed`,
      contentType: 'application/rss+xml; charset=utf-8',
      validators: { etag: 'W/"tide-7"', lastModified: 'Sat, 21 Nov 2026 09:00:00 GMT' },
      headers: {
        'cache-control': 'max-age=300',
        'content-type': 'application/rss+xml; charset=utf-8',
        etag: 'W/"tide-7"',
        'last-modified': 'Sat, 21 Nov 2026 09:00:00 GMT',
      },
    })
  })

  test('is asked for under our name, without cookies or referrer', async () => {
    const server = await serveBytes(respond('200 OK', {}, feed))
    const named = createFetcher({
      allowPrivateNetwork: true,
      userAgent: 'communique/9 (+https://desk.example)',
    })
    await named(server.origin, {}, { accept: 'text/html' })
    await fetch(server.origin)
    const [first, second] = server.requests
    expect(sentHeader(first, 'user-agent')).toBe('communique/9 (+https://desk.example)')
    expect(sentHeader(first, 'accept')).toBe('text/html')
    expect(sentHeader(second, 'user-agent')).toBe('communique/0.1')
    expect(first).not.toMatch(/cookie|referer|authorization/i)
  })

  test.each([
    ['gzip', gzipSync(feed)],
    ['GZIP', gzipSync(feed)],
    ['x-gzip', gzipSync(feed)],
    ['br', brotliCompressSync(feed)],
    ['identity', Buffer.from(feed)],
  ])('is decoded from %s', async (coding, body) => {
    const { origin } = await serveBytes(respond('200 OK', { 'Content-Encoding': coding }, body))
    const outcome = await fetch(origin)
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).toString()).toBe(feed)
  })

  test.each([
    ['gzip, gzip', gzipSync(gzipSync(feed))],
    ['gzip, br', brotliCompressSync(gzipSync(feed))],
    ['deflate', Buffer.from(feed)],
    ['gzip', Buffer.from(feed)],
    ['br', Buffer.from(feed)],
  ])('in a coding not asked for or not true fails (%s)', async (coding, body) => {
    const { origin } = await serveBytes(respond('200 OK', { 'Content-Encoding': coding }, body))
    expect(await fetch(origin)).toMatchObject({ kind: 'failed', reason: 'encoding', transient: false })
  })

  test('without end is left at the limit', async () => {
    const server = await serve(socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const flood = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(16 * 1024, 'tide ')));
        socket.once('drain', flood)
      }
      flood()
    })
    expect(await frugal(server.origin)).toMatchObject({ kind: 'failed', reason: 'too-large' })
  })

  test('announced to be too large is not begun', async () => {
    const { origin } = await serve(socket => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n'))
    expect(await frugal(origin)).toMatchObject({ kind: 'failed', reason: 'too-large', status: 200 })
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(48 * 1024 * 1024))],
    ['br', brotliCompressSync(Buffer.alloc(16 * 1024 * 1024))],
  ])('that is a %s bomb stops at the limit', async (coding, bomb) => {
    expect(bomb.length).toBeLessThan(64 * 1024)
    const { origin } = await serveBytes(respond('200 OK', { 'Content-Encoding': coding }, bomb))
    const before = process.memoryUsage().arrayBuffers
    expect(await frugal(origin)).toMatchObject({ kind: 'failed', reason: 'too-large' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024)
  })

  test('of exactly the limit is whole', async () => {
    const { origin } = await serveBytes(respond('200 OK', {}, Buffer.alloc(64 * 1024, 'x')))
    expect(await frugal(origin)).toMatchObject({ kind: 'fetched' })
  })
})

describe('a document cut short', () => {
  const chunked = (body: Buffer) =>
    Buffer.concat([
      Buffer.from(
        'HTTP/1.1 200 OK\r\nETag: "half"\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
      ),
      ...[body.subarray(0, 100), body.subarray(100)].flatMap(part => [
        Buffer.from(`${part.length.toString(16)}\r\n`),
        part,
        Buffer.from('\r\n'),
      ]),
      Buffer.from('0\r\n\r\n'),
    ])
  const gzipped = gzipSync(feed)
  const untilClose = Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n'),
    gzipped,
  ])
  const answers = {
    'of known length': respond('200 OK', { ETag: '"half"' }, feed),
    'in chunks': chunked(Buffer.from(feed)),
    'of gzip in known length': respond('200 OK', { 'Content-Encoding': 'gzip' }, gzipped),
    'of gzip until the connection closes': untilClose,
  }

  test.each(Object.entries(answers))('at any byte is never taken for whole (%s)', async (_name, answer) => {
    const { origin } = await serve((socket, path) => socket.end(answer.subarray(0, Number(path.slice(1)))))
    const bodyStart = answer.indexOf('\r\n\r\n') + 4
    for (let length = 0; length < answer.length; length += 1) {
      const outcome = await fetch(`${origin}/${length}`)
      const reason = length < bodyStart ? 'reset' : 'truncated'
      expect(outcome, `cut at ${length}`).toMatchObject({ kind: 'failed', reason, transient: true })
    }
    expect(await fetch(`${origin}/${answer.length}`)).toMatchObject({ kind: 'fetched' })
  })

  test('by a reset connection is not whole either', async () => {
    const { origin } = await serve(socket => {
      socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<rss>', () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      )
    })
    expect(await fetch(origin)).toMatchObject({ kind: 'failed', reason: 'truncated' })
  })
})

describe('a server that takes its time', () => {
  const drip = (text: string, head = '') =>
    serve(socket => {
      socket.write(head)
      let sent = 0
      const timer = setInterval(() => socket.write(text[sent++ % text.length] ?? ''), 20)
      socket.on('close', () => clearInterval(timer))
    })

  test('over its headers is left at the deadline', async () => {
    const { origin } = await drip('X-Slow: 1\r\n', 'HTTP/1.1 200 OK\r\n')
    const started = performance.now()
    expect(await hasty(origin)).toMatchObject({ kind: 'failed', reason: 'timeout' })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('over the body is left at the deadline, however steadily it comes', async () => {
    const { origin } = await drip('x', 'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n')
    const started = performance.now()
    expect(await hasty(origin)).toMatchObject({
      kind: 'failed',
      reason: 'timeout',
      transient: true,
      status: 200,
    })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('over many redirects has one deadline for all of them', async () => {
    const { origin } = await serve((socket, path) => {
      setTimeout(() => socket.end(respond('302 Found', { Location: `${path}x` })), 100)
    })
    expect(await hasty(`${origin}/`)).toMatchObject({ kind: 'failed', reason: 'timeout' })
  })

  test('to accept a connection is left after the deadline', async () => {
    const blackhole = createFetcher({ timeoutMs: 100, dial: () => () => undefined })
    expect(await blackhole('http://93.184.215.14/')).toMatchObject({ kind: 'failed', reason: 'timeout' })
  })

  test('is left when whoever asked gives up', async () => {
    const { origin } = await serve(() => undefined)
    const signal = AbortSignal.timeout(50)
    expect(await fetch(origin, {}, { signal })).toMatchObject({ kind: 'failed', reason: 'aborted' })
    expect(await fetch(origin, {}, { signal })).toMatchObject({ kind: 'failed', reason: 'aborted' })
  })

  test('holds up no other', async () => {
    const { origin: slow } = await serve(() => undefined)
    const { origin: quick } = await serveBytes(respond('200 OK', {}, feed))
    const stuck = hasty(slow)
    expect(await hasty(quick)).toMatchObject({ kind: 'fetched' })
    expect(await stuck).toMatchObject({ kind: 'failed', reason: 'timeout' })
  })
})

describe('asking whether anything changed', () => {
  test.each(['"33a64df5"', 'W/"33a64df5-gzip"', 'unquoted', '"caf\u00e9"', `"${'x'.repeat(1000)}"`])(
    'echoes %s byte for byte',
    async etag => {
      const server = await serve((socket, _path, head) => {
        const same = sentHeader(head, 'if-none-match') === etag
        socket.end(respond(same ? '304 Not Modified' : '200 OK', { ETag: etag }, same ? '' : feed))
      })
      const first = await fetch(server.origin)
      if (first.kind !== 'fetched') throw new Error(`unexpected ${first.kind}`)
      expect(await fetch(server.origin, first.validators)).toMatchObject({
        kind: 'not-modified',
        validators: { etag },
      })
    },
  )

  test('sends both validators and keeps what a 304 does not renew', async () => {
    const lastModified = 'Fri, 20 Nov 2026 08:00:00 GMT'
    const server = await serveBytes(respond('304 Not Modified', { ETag: '"2"' }))
    expect(await fetch(server.origin, { etag: '"1"', lastModified })).toMatchObject({
      kind: 'not-modified',
      validators: { etag: '"2"', lastModified },
    })
    expect(sentHeader(server.requests[0], 'if-none-match')).toBe('"1"')
    expect(sentHeader(server.requests[0], 'if-modified-since')).toBe(lastModified)
  })

  test('believes no 304 that nobody asked for', async () => {
    const { origin } = await serveBytes(respond('304 Not Modified', { ETag: '"1"' }))
    expect(await fetch(origin)).toMatchObject({ kind: 'failed', reason: 'unasked-304' })
    const unusable = { etag: 'x'.repeat(2000), lastModified: 'a\r\nX-Injected: 1' }
    expect(await fetch(origin, unusable)).toMatchObject({ kind: 'failed', reason: 'unasked-304' })
  })

  test('never lets a stored validator write another header', async () => {
    const server = await serveBytes(respond('200 OK', {}, feed))
    expect(await fetch(server.origin, { etag: '"1"\r\nX-Injected: 1' })).toMatchObject({ kind: 'fetched' })
    expect(server.requests[0]).not.toContain('X-Injected')
  })

  test.each(['x'.repeat(1025), 'x'.repeat(10_000)])('forgets an ETag too long to send back', async etag => {
    const { origin } = await serveBytes(respond('200 OK', { ETag: etag }, feed))
    expect(await fetch(origin)).toMatchObject({ kind: 'fetched', validators: {} })
  })
})

describe('an answer that is no document', () => {
  const waiting = { 'Retry-After': '120' }
  test.each([
    ['410 Gone', {}, { kind: 'gone' }],
    ['429 Too Many Requests', waiting, { kind: 'rate-limited', retryAfterMs: 120_000 }],
    ['503 Service Unavailable', waiting, { kind: 'rate-limited', retryAfterMs: 120_000 }],
    ['401 Unauthorized', {}, { kind: 'blocked', reason: 'unauthorized' }],
    ['403 Forbidden', {}, { kind: 'blocked', reason: 'forbidden' }],
    ['451 Unavailable For Legal Reasons', {}, { kind: 'blocked', reason: 'legal' }],
    ['403 Forbidden', { 'cf-mitigated': 'challenge' }, { kind: 'blocked', reason: 'challenge' }],
    ['503 Service Unavailable', { 'CF-Mitigated': 'challenge' }, { kind: 'blocked', reason: 'challenge' }],
    ['202 Accepted', { 'x-amzn-waf-action': 'challenge' }, { kind: 'blocked', reason: 'challenge' }],
    ['404 Not Found', {}, { kind: 'failed', reason: 'http-404', transient: false }],
    ['400 Bad Request', {}, { kind: 'failed', reason: 'http-4xx', transient: false }],
    ['500 Internal Server Error', {}, { kind: 'failed', reason: 'http-5xx', transient: true }],
    ['204 No Content', {}, { kind: 'failed', reason: 'http-2xx' }],
    ['206 Partial Content', {}, { kind: 'failed', reason: 'http-2xx' }],
    ['300 Multiple Choices', {}, { kind: 'failed', reason: 'http-3xx' }],
    ['999 Denied', {}, { kind: 'failed', reason: 'http-5xx' }],
  ])('%s %j has a kind of its own', async (status, headers, expected) => {
    const { origin } = await serveBytes(respond(status, headers))
    const outcome = await fetch(origin)
    expect(outcome).toMatchObject({ ...expected, status: Number(status.slice(0, 3)), finalUrl: `${origin}/` })
  })

  test('with a Retry-After that says nothing has no time to wait', async () => {
    const { origin } = await serveBytes(respond('503 Service Unavailable', { 'Retry-After': 'soon' }))
    expect(await fetch(origin)).not.toHaveProperty('retryAfterMs')
  })

  test('keeps nobody waiting for an error page without end', async () => {
    const { origin } = await serve(socket =>
      socket.write('HTTP/1.1 500 Oops\r\nContent-Length: 9999\r\n\r\nsorry'),
    )
    expect(await fetch(origin)).toMatchObject({ kind: 'failed', reason: 'http-5xx' })
  })
})

describe('no answer at all', () => {
  test.each([
    ['nothing before it hangs up', '', 'reset'],
    ['something that is not HTTP', '220 mail.example ESMTP\r\n', 'malformed'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nrss!', 'malformed'],
    ['an impossible length', 'HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nrss!', 'malformed'],
    ['headers without end', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(40_000)}`, 'too-large'],
  ])('when a server says %s', async (_name, bytes, reason) => {
    const { origin } = await serveBytes(Buffer.from(bytes))
    expect(await fetch(origin)).toMatchObject({ kind: 'failed', reason })
  })

  test('but an outcome, whatever bytes a server says', async () => {
    const answer = respond(
      '302 Found',
      { Location: '/x', ETag: '"1"', 'Retry-After': '9', 'Content-Encoding': 'br' },
      feed,
    )
    let bytes = Buffer.alloc(0)
    const { origin } = await serve(socket => socket.end(bytes))
    const anyBytes = fc.uint8Array({ maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.nat(answer.length), fc.nat(20), anyBytes, async (at, left, noise) => {
        bytes = Buffer.concat([answer.subarray(0, at), noise, answer.subarray(at + left)])
        expect(await hasty(origin, { etag: '"1"' })).toHaveProperty('kind')
      }),
      { numRuns: 300 },
    )
  })

  test('when nobody listens', async () => {
    const { origin, close } = await startRawServer(() => undefined)
    await close()
    expect(await fetch(origin)).toMatchObject({ kind: 'failed', reason: 'connect', transient: true })
  })

  test('when a server does not speak TLS', async () => {
    const plain = createServer(socket => {
      socket.on('error', () => socket.destroy()).end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    await new Promise<void>(resolve => plain.listen(0, '127.0.0.1', resolve))
    const address = plain.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const outcome = await fetch(`https://127.0.0.1:${port}/`)
    plain.close()
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'tls' })
  })

  test.each(['', 'no url', 'http://', 'http://[::1', '//public.example/'])('for "%s"', async url => {
    expect(await fetch(url)).toMatchObject({ kind: 'failed', reason: 'invalid-url', transient: false })
  })

  test('and no fetcher under a name that cannot be sent', () => {
    expect(() => createFetcher({ userAgent: 'communique\r\nX-Injected: 1' })).toThrow(TypeError)
  })
})
