import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHostQueue } from '../../../shared/web/host-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
const queueOf = (gapMs: number, concurrency: number) =>
  createHostQueue({ gapMs, concurrency, now: Date.now, sleep })

type Visit = { host: string; from: number; to: number }

/** Runs tasks of the given lengths at once and tells when each ran. */
async function visits(
  gapMs: number,
  concurrency: number,
  tasks: { host: string; ms: number }[],
): Promise<Visit[]> {
  const queue = queueOf(gapMs, concurrency)
  const start = Date.now()
  const runs = tasks.map(({ host, ms }) =>
    queue.run(`https://${host}/feed`, async () => {
      const from = Date.now() - start
      await sleep(ms)
      return { host, from, to: Date.now() - start }
    }),
  )
  await vi.runAllTimersAsync()
  return Promise.all(runs)
}

describe('the queue of hosts', () => {
  test('leaves a gap between two requests to one host, in the order they came', async () => {
    const tasks = [100, 200, 300].map(ms => ({ host: 'a.example', ms }))
    expect((await visits(1000, 8, tasks)).map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [1100, 1300],
      [2300, 2600],
    ])
  })

  test('never asks one host twice at a time, too soon, or more hosts than it may', async () => {
    const task = fc.record({ host: fc.constantFrom('a', 'b', 'c', 'd'), ms: fc.integer({ min: 1, max: 50 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(task, { maxLength: 12 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 3 }),
        async (tasks, gapMs, concurrency) => {
          const seen = await visits(gapMs, concurrency, tasks)
          expect(seen.length).toBe(tasks.length)
          for (const visit of seen) {
            const running = seen.filter(({ from, to }) => from <= visit.from && visit.from < to)
            expect(running.length).toBeLessThanOrEqual(concurrency)
            const later = seen.filter(
              other => other !== visit && other.host === visit.host && other.from >= visit.from,
            )
            for (const other of later) expect(other.from).toBeGreaterThanOrEqual(visit.to + gapMs)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('waits no longer than the gap when the clock is set back', async () => {
    const times = [1_000_000, 0, 0]
    const slept: number[] = []
    const queue = createHostQueue({
      gapMs: 500,
      concurrency: 1,
      now: () => times.shift() ?? 0,
      sleep: async ms => void slept.push(ms),
    })
    await queue.run('http://a.example/', async () => 'first')
    await queue.run('http://a.example/', async () => 'second')
    expect(slept).toEqual([500])
  })

  test('lets other hosts go on while one waits out its gap', async () => {
    const tasks = ['a', 'a', 'b', 'c'].map(host => ({ host, ms: 10 }))
    const seen = await visits(5000, 1, tasks)
    expect(seen.filter(({ host }) => host !== 'a').every(({ to }) => to < 100)).toBe(true)
  })

  test('tells hosts apart by name, whatever scheme, case or port', async () => {
    const queue = queueOf(1000, 8)
    const startedAt: number[] = []
    const start = Date.now()
    for (const url of ['http://A.example/1', 'https://a.example:443/2', 'http://a.example:8080/3']) {
      void queue.run(url, async () => startedAt.push(Date.now() - start))
    }
    await vi.runAllTimersAsync()
    expect(startedAt).toEqual([0, 1000, 2000])
  })

  test('hands a failure to whoever asked and goes on', async () => {
    const queue = queueOf(10, 1)
    const failing = expect(
      queue.run('http://a.example/', () => Promise.reject(new Error('lost'))),
    ).rejects.toThrow('lost')
    const next = queue.run('http://a.example/', async () => 'read')
    await vi.runAllTimersAsync()
    await failing
    expect(await next).toBe('read')
  })

  test('takes what is no URL as a host of its own', async () => {
    const queue = queueOf(0, 1)
    expect(await queue.run('no url', async () => 'asked')).toBe('asked')
  })
})
