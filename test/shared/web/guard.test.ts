import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFetcher, type Fetch } from '../../../shared/web/fetch.ts'
import { forbiddenForms, loopbackSpellings, names, unreachableAddresses } from './loopback-spellings.ts'
import { type RawServer, respond, startRawServer } from './raw-server.ts'
import { dialInto, lookupIn } from './small-internet.ts'

const feed = '<rss version="2.0"><channel><title>Ministry of Tides</title></channel></rss>'
const asUrl = (address: string) =>
  `http://${address.includes(':') ? `[${address.replace(/%.*/, '')}]` : address}/`

let canary: RawServer
let publisher: RawServer
let fetch: Fetch
let fetchPrivately: Fetch
let connectionsBefore: number

beforeAll(async () => {
  canary = await startRawServer(socket => socket.end(respond('200 OK', {}, 'a secret')))
  publisher = await startRawServer((socket, path) => {
    const to = path.startsWith('/to/') ? decodeURIComponent(path.slice(4)) : undefined
    // Raw UTF-8, as servers send it.
    const location = to === undefined ? '' : Buffer.from(to).toString('latin1')
    socket.end(to === undefined ? respond('200 OK', {}, feed) : respond('302 Found', { Location: location }))
  })
  const dial = dialInto({ publicPort: publisher.port, canaryPort: canary.port })
  const lookup = lookupIn(name => names[name])
  fetch = createFetcher({ dial, lookup })
  fetchPrivately = createFetcher({ dial, lookup, allowPrivateNetwork: true })
})
afterAll(() => Promise.all([canary.close(), publisher.close()]))
beforeEach(() => {
  connectionsBefore = canary.connections()
})

const expectUntouched = () => expect(canary.connections()).toBe(connectionsBefore)

describe('the guard', () => {
  test('knows 35 spellings of this machine', () => {
    expect(new Set(loopbackSpellings).size).toBe(35)
  })

  test.each(loopbackSpellings)('refuses %s', async url => {
    expect(await fetch(url)).toMatchObject({ kind: 'refused', reason: 'address' })
    expectUntouched()
  })

  test.each(loopbackSpellings)('refuses a redirect to %s', async url => {
    const outcome = await fetch(`http://public.example/to/${encodeURIComponent(url)}`)
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'address' })
    expectUntouched()
  })

  test.each(loopbackSpellings)('would let %s through to this machine if it were not there', async url => {
    expect(await fetchPrivately(url)).toMatchObject({ kind: 'fetched' })
    expect(canary.connections()).toBe(connectionsBefore + 1)
  })

  test.each(unreachableAddresses)('refuses %s', async address => {
    expect(await fetch(asUrl(address))).toMatchObject({ kind: 'refused', reason: 'address' })
    const redirected = await fetch(`http://public.example/to/${encodeURIComponent(asUrl(address))}`)
    expect(redirected).toMatchObject({ kind: 'refused', reason: 'address' })
    expectUntouched()
  })

  test.each(forbiddenForms)('refuses %s for its %s, also as a redirect', async (url, reason) => {
    expect(await fetch(url)).toMatchObject({ kind: 'refused', reason })
    const redirected = await fetch(`http://public.example/to/${encodeURIComponent(url)}`)
    expect(redirected).toMatchObject({ kind: 'refused', reason })
    expectUntouched()
  })

  test('asks a public host, on both ports and schemes', async () => {
    for (const url of ['http://public.example/', 'https://public.example/', 'https://93.184.215.14:443/']) {
      expect(await fetch(url)).toMatchObject({ kind: 'fetched', finalUrl: url.replace(':443', '') })
    }
    expect(await fetch('http://public.example:80/to/%2Fnews')).toMatchObject({ kind: 'fetched' })
  })

  test('refuses a name that was public a moment ago', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1'], ['::1']]
    const lookup = lookupIn(() => answers.shift())
    const dial = dialInto({ publicPort: publisher.port, canaryPort: canary.port })
    const fetchRebound = createFetcher({ lookup, dial })
    expect(await fetchRebound('http://rebinding.example/')).toMatchObject({ kind: 'fetched' })
    expect(await fetchRebound('http://rebinding.example/')).toMatchObject({ kind: 'refused' })
    expect(await fetchRebound('http://rebinding.example/')).toMatchObject({ kind: 'refused' })
    expectUntouched()
  })

  test('tells a name without address from a refused one', async () => {
    expect(await fetch('http://nowhere.example/')).toMatchObject({ kind: 'failed', reason: 'dns' })
    const fetchEmpty = createFetcher({ lookup: lookupIn(() => []) })
    expect(await fetchEmpty('http://empty.example/')).toMatchObject({ kind: 'failed', reason: 'dns' })
  })
})
