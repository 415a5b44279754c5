import { describe, expect, it } from 'vitest'
import type { FetchOutcome } from '../../../shared/web/fetch-outcome.ts'
import { memoryPipeline } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { aSource } from '../../support/samples.ts'

const source = aSource()

describe('a source that asked for rest', () => {
  const resting = async () => {
    const pipeline = memoryPipeline([source])
    pipeline.web.set(source.url, {
      kind: 'rate-limited',
      status: 429,
      retryAfterMs: 3_600_000,
      finalUrl: source.url,
    })
    await pipeline.run()
    return pipeline
  }
  const message = JSON.stringify({ slot: '2026-11-21T09:00:00.000Z', sourceIds: [source.id] })

  it('is not asked by a poll message that is delivered again', async () => {
    const pipeline = await resting()
    pipeline.clock.advance(60_000)
    await pipeline.handlers.poll(queueEvent([message], 2), pipeline.context)
    expect(pipeline.asked).toEqual([source.url])
    expect(pipeline.progress.at(-1)).toMatchObject({
      outcome: 'limited',
      reason: 'rests until 2026-11-21T10:00:00.000Z, because of http-429',
    })
  })

  it('is not asked either when somebody asks for every source', async () => {
    const pipeline = await resting()
    pipeline.clock.advance(60_000)
    await pipeline.run()
    expect(pipeline.asked).toEqual([source.url])
  })

  it('is asked again when the rest is over', async () => {
    const pipeline = await resting()
    pipeline.clock.advance(3_600_000)
    await pipeline.handlers.poll(queueEvent([message], 2), pipeline.context)
    expect(pipeline.asked).toEqual([source.url, source.url])
  })
})

describe('a source that we left alone of our own accord', () => {
  const failingWith = async (outcome: FetchOutcome) => {
    const pipeline = memoryPipeline([source])
    pipeline.web.set(source.url, outcome)
    await pipeline.run()
    pipeline.clock.advance(60_000)
    return pipeline
  }
  const timeout = { kind: 'failed', reason: 'timeout', detail: 'no answer', transient: true } as const
  const gone = { kind: 'gone', status: 410, finalUrl: source.url } as const

  it.each([timeout, gone])('because of $kind is asked when somebody asks for every source', async outcome => {
    const pipeline = await failingWith(outcome)
    await pipeline.run()
    expect(pipeline.asked).toEqual([source.url, source.url])
  })

  it('because it is gone is never planned again', async () => {
    const pipeline = await failingWith(gone)
    for (let day = 0; day < 100; day += 1) {
      pipeline.clock.advance(86_400_000)
      await pipeline.handlers.plan({ scheduledAt: new Date(pipeline.clock.nowMs()).toISOString() })
    }
    expect(pipeline.polls.sent).toEqual([])
  })
})
