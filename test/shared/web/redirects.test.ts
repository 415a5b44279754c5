import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFetcher, type Fetch } from '../../../shared/web/fetch.ts'
import { type RawServer, respond, sentHeader, startRawServer } from './raw-server.ts'
import { dialInto, lookupIn } from './small-internet.ts'

const hops: Record<string, [status: string, location?: string]> = {
  '/permanent': ['301 Moved Permanently', '/permanent-2'],
  '/permanent-2': ['308 Permanent Redirect', '/feed'],
  '/temporary': ['302 Found', '/feed'],
  '/mixed': ['301 Moved Permanently', '/temporary'],
  '/see-other': ['303 See Other', '/feed'],
  '/307': ['307 Temporary Redirect', '/feed'],
  '/itself': ['302 Found', '/itself#again'],
  '/ping': ['302 Found', '/pong'],
  '/pong': ['302 Found', '/ping'],
  '/upgrade': ['301 Moved Permanently', 'https://public.example/feed'],
  '/downgrade': ['301 Moved Permanently', 'http://public.example/feed'],
  '/no-location': ['302 Found'],
  '/nonsense': ['302 Found', 'http://[nowhere/'],
  '/armenian': ['302 Found', Buffer.from('/լուրեր').toString('latin1')],
  '/long': ['302 Found', `/feed?${'x'.repeat(2000)}`],
}

function answer(path: string, head: string): Buffer {
  const [status, location] = hops[path] ?? []
  if (status) return respond(status, location ? { Location: location } : {})
  const step = Number(/^\/step\/(\d+)$/.exec(path)?.[1] ?? 0)
  if (step > 0) return respond('302 Found', { Location: step > 1 ? `/step/${step - 1}` : '/feed' })
  if (sentHeader(head, 'if-none-match') === '"1"') return respond('304 Not Modified')
  return respond('200 OK', { ETag: '"1"' }, `read ${path}`)
}

let server: RawServer
let fetch: Fetch
let askedBefore: number
beforeAll(async () => {
  server = await startRawServer((socket, path, head) => socket.end(answer(path, head)))
  const dial = dialInto({ publicPort: server.port, canaryPort: server.port })
  fetch = createFetcher({ dial, lookup: lookupIn(() => ['93.184.215.14']) })
})
afterAll(() => server.close())
beforeEach(() => {
  askedBefore = server.requests.length
})

const base = 'http://public.example'

describe('redirects', () => {
  test('that are all permanent tell where the source has moved', async () => {
    expect(await fetch(`${base}/permanent`)).toMatchObject({
      kind: 'fetched',
      finalUrl: `${base}/feed`,
      movedTo: `${base}/feed`,
    })
    expect(await fetch(`${base}/upgrade`)).toMatchObject({ movedTo: 'https://public.example/feed' })
  })

  test.each(['/temporary', '/mixed', '/see-other', '/307'])(
    'with one that is temporary do not (%s)',
    async path => {
      const outcome = await fetch(base + path)
      expect(outcome).toMatchObject({ kind: 'fetched', finalUrl: `${base}/feed` })
      expect(outcome).not.toHaveProperty('movedTo')
    },
  )

  test('are followed five times', async () => {
    expect(await fetch(`${base}/step/5`)).toMatchObject({ kind: 'fetched' })
    expect(await fetch(`${base}/step/6`)).toMatchObject({
      kind: 'moved',
      reason: 'too-many',
      to: `${base}/feed`,
    })
  })

  test.each(['/itself', '/ping'])('that go round in a circle are left (%s)', async path => {
    expect(await fetch(base + path)).toMatchObject({ kind: 'moved', reason: 'loop', to: base + path })
    expect(server.requests.length - askedBefore).toBeLessThanOrEqual(2)
  })

  test('from https back to http are not followed', async () => {
    expect(await fetch('https://public.example/downgrade')).toMatchObject({
      kind: 'moved',
      reason: 'downgrade',
      status: 301,
      to: `${base}/feed`,
      finalUrl: 'https://public.example/downgrade',
    })
    expect(server.requests.length - askedBefore).toBe(1)
  })

  test.each(['/no-location', '/nonsense'])('that lead nowhere fail (%s)', async path => {
    expect(await fetch(base + path)).toMatchObject({
      kind: 'failed',
      reason: 'invalid-redirect',
      status: 302,
    })
  })

  test('written in raw UTF-8 are understood', async () => {
    const outcome = await fetch(`${base}/armenian`)
    expect(outcome).toMatchObject({ kind: 'fetched', finalUrl: new URL('/լուրեր', base).href })
  })

  test('to addresses as long as signed ones are followed', async () => {
    expect(await fetch(`${base}/long`)).toMatchObject({ kind: 'fetched' })
  })

  test('are asked conditionally only where the validators came from', async () => {
    const first = await fetch(`${base}/temporary`)
    if (first.kind !== 'fetched') throw new Error(`unexpected ${first.kind}`)
    expect(first.validators).toEqual({ etag: '"1"', url: `${base}/feed` })
    const again = await fetch(`${base}/temporary`, first.validators)
    expect(again).toMatchObject({
      kind: 'not-modified',
      finalUrl: `${base}/feed`,
      validators: first.validators,
    })
    expect(server.requests.slice(-2).map(head => sentHeader(head, 'if-none-match'))).toEqual([
      undefined,
      '"1"',
    ])
    expect(await fetch(`${base}/see-other`, { etag: '"1"' })).toMatchObject({ kind: 'fetched' })
  })

  test('never carry a fragment to the server', async () => {
    expect(await fetch(`${base}/feed#top`)).toMatchObject({ finalUrl: `${base}/feed` })
  })
})
