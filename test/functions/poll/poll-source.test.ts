import { describe, expect, it } from 'vitest'
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
      reason: 'rests until 2026-11-21T10:00:00.000Z',
    })
  })

  it('is asked again when the rest is over', async () => {
    const pipeline = await resting()
    pipeline.clock.advance(3_600_000)
    await pipeline.handlers.poll(queueEvent([message], 2), pipeline.context)
    expect(pipeline.asked).toEqual([source.url, source.url])
  })
})
