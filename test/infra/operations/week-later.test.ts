import { expect, test } from 'vitest'
import { memoryPipeline } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { aSource } from '../../support/samples.ts'

const FEED = 'https://harbour.example/notices.xml'
const PAGE = 'https://harbour.example/ferry'
const feed = (title: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title><item><title>${title}</title><link>${PAGE}</link></item></channel></rss>`
const page = (title: string, day: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>The ferry between Ostervik and the outer islands sails again from ${day}. The harbour office repaired the ramp earlier than planned, and thanked the islanders for their patience. Tickets stay valid until the end of the year.</p></main></body></html>`

test('an entry that is redriven a week later, when newer revisions are on record, changes and announces nothing', async () => {
  const pipeline = memoryPipeline([aSource({ url: FEED })])
  const say = (title: string, day: string) => {
    pipeline.web.set(FEED, feed(title))
    pipeline.web.set(PAGE, page(title, day))
  }
  say('Ferry sails again on Monday', 'Monday')
  await pipeline.handlers.plan({ scheduledAt: '2026-11-21T09:00:00.000Z', everySource: true })
  await pipeline.handlers.poll(queueEvent(pipeline.polls.takeAll().map(({ body }) => body)), pipeline.context)
  const dead = pipeline.entries.takeAll().map(({ body }) => body)
  expect(dead).toHaveLength(1)

  for (const day of ['Tuesday', 'Wednesday']) {
    pipeline.clock.advance(3 * 86_400_000)
    say(`Ferry sails again on ${day}`, day)
    await pipeline.run()
  }
  const before = { rows: pipeline.articles.all(), events: pipeline.bus.announced.length }
  expect(before.rows).toHaveLength(2)

  pipeline.clock.advance(86_400_000)
  const [record] = queueEvent(dead).Records
  const redriven = { redriven: { stringValue: '2026-11-28T09:00:00.000Z', dataType: 'String' } }
  const answer = await pipeline.handlers.ingest(
    { Records: [{ ...record, messageAttributes: redriven }] },
    pipeline.context,
  )
  await pipeline.publish()
  expect(answer).toEqual({ batchItemFailures: [] })
  expect(pipeline.articles.all()).toEqual(before.rows)
  expect(pipeline.bus.announced).toHaveLength(before.events)
})

test('a poll that is redriven a week later asks the publisher no sooner than it wants to be asked', async () => {
  const pipeline = memoryPipeline([aSource({ url: FEED })])
  pipeline.web.set(FEED, {
    kind: 'rate-limited',
    status: 429,
    retryAfterMs: 3_600_000,
    finalUrl: FEED,
  })
  await pipeline.handlers.plan({ scheduledAt: '2026-11-14T09:00:00.000Z', everySource: true })
  const dead = pipeline.polls.takeAll().map(({ body }) => body)
  await pipeline.run()
  const asked = pipeline.asked.length
  expect(await pipeline.handlers.poll(queueEvent(dead), pipeline.context)).toEqual({ batchItemFailures: [] })
  expect(pipeline.asked).toHaveLength(asked)
})
