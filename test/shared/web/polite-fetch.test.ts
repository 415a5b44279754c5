import { describe, expect, it } from 'vitest'
import type { Fetch } from '../../../shared/web/fetch.ts'
import type { FetchOutcome } from '../../../shared/web/fetch-outcome.ts'
import { politeFetch } from '../../../shared/web/polite-fetch.ts'
import { fixedClock } from '../../support/fixed-clock.ts'

const publicSource = { allowPrivateNetwork: false }
const ownSource = { allowPrivateNetwork: true }

function publisher(answer: (url: string) => FetchOutcome) {
  const clock = fixedClock()
  const asked: { url: string; atMs: number; guard: string }[] = []
  const startMs = clock.nowMs()
  const fetcher =
    (guard: string): Fetch =>
    async url => {
      asked.push({ url, atMs: clock.nowMs() - startMs, guard })
      return answer(url)
    }
  const fetch = politeFetch({ guarded: fetcher('guarded'), unguarded: fetcher('unguarded') }, clock)
  return { clock, asked, fetch }
}

const missing = (url: string): FetchOutcome => ({ kind: 'gone', status: 410, finalUrl: url })

describe('asking politely', () => {
  it('leaves a second between two requests to one host, and none between hosts', async () => {
    const { asked, fetch } = publisher(missing)
    const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1']
    await Promise.all(urls.map(url => fetch(publicSource, url, {}, {})))
    expect(Object.fromEntries(asked.map(({ url, atMs }) => [url, atMs]))).toEqual({
      'https://a.example/1': 0,
      'https://b.example/1': 0,
      'https://a.example/2': 1_000,
    })
  })

  it('does not spare one’s own machine, and asks it without the guard', async () => {
    const { asked, fetch } = publisher(missing)
    await Promise.all(['/1', '/2'].map(path => fetch(ownSource, `http://127.0.0.1:81${path}`, {}, {})))
    expect(asked.map(({ atMs, guard }) => [atMs, guard])).toEqual([
      [0, 'unguarded'],
      [0, 'unguarded'],
    ])
  })

  it('lets a whole host rest for as long as it asked', async () => {
    const { asked, clock, fetch } = publisher(url => ({
      kind: 'rate-limited',
      status: 503,
      retryAfterMs: 90_000,
      finalUrl: url,
    }))
    await fetch(publicSource, 'https://a.example/1', {}, {})
    const second = await fetch(publicSource, 'https://a.example/2', {}, {})
    expect(second).toMatchObject({ kind: 'rate-limited' })
    expect(asked).toHaveLength(1)
    clock.advance(90_000)
    await fetch(publicSource, 'https://a.example/2', {}, {})
    expect(asked).toHaveLength(2)
  })
})
