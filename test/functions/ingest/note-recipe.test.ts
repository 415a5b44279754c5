import { describe, expect, it } from 'vitest'
import { noteRecipe } from '../../../functions/ingest/note-recipe.ts'
import { SourceEvent } from '../../../shared/events.ts'
import { memoryPipeline } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { aSource } from '../../support/samples.ts'

const source = aSource({ article: { text: '.notice-text' } })
const HOUR_MS = 3_600_000
const SENTENCE =
  'The ferry sails again from Monday, the harbour office said, two weeks earlier than planned. '

const page = (number: number, className: string) =>
  `<!doctype html><h1>Notice number ${number}</h1><div class="${className}"><p>${SENTENCE.repeat(3)}Pier ${number} is open.</p></div>`

function feedOf(numbers: readonly number[]): string {
  const items = numbers.map(
    number => `<item><title>Notice ${number}</title><link>https://harbour.example/${number}</link></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>${items.join('')}</channel></rss>`
}

function harbour() {
  const pipeline = memoryPipeline([source])
  const listed: number[] = []
  return {
    ...pipeline,
    /** Lists these notices beside the earlier ones, their text in an element of this class, and polls. */
    async publishes(numbers: readonly number[], className: string) {
      listed.unshift(...numbers.toReversed())
      pipeline.clock.advance(HOUR_MS)
      pipeline.web.set(source.url, feedOf(listed))
      for (const number of numbers)
        pipeline.web.set(`https://harbour.example/${number}`, page(number, className))
      await pipeline.run()
    },
    told: () =>
      pipeline.bus.announced.flatMap(({ detailType, event }) =>
        detailType === 'Source Recipe Changed' ? [event] : [],
      ),
    recipe: async () => (await pipeline.sources.read([source.id]))[0]?.recipe,
  }
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)

describe('a source whose own selector stops matching', () => {
  it('is marked and told of once, at the fifth page in a row, and again when it matches again', async () => {
    const pipeline = harbour()
    await pipeline.publishes(from(1, 3), 'notice-text')
    expect(await pipeline.recipe()).toMatchObject({ version: 1, kind: 'matching' })
    await pipeline.publishes(from(4, 2), 'new-text')
    await pipeline.publishes(from(6, 2), 'new-text')
    expect(pipeline.told()).toEqual([])
    await pipeline.publishes(from(8, 1), 'new-text')
    await pipeline.publishes(from(9, 4), 'new-text')
    expect(await pipeline.recipe()).toMatchObject({ kind: 'broken', since: '2026-11-21T13:00:00.000Z' })
    expect(pipeline.told()).toMatchObject([
      {
        id: 'ostervik-harbour#4#recipe-changed',
        type: 'communique.source.recipe-changed.v1',
        subject: 'ostervik-harbour',
        time: '2026-11-21T13:00:00.000Z',
        data: {
          sourceId: 'ostervik-harbour',
          country: 'NO',
          from: 'matching',
          to: 'broken',
          selectors: { text: '.notice-text' },
        },
      },
    ])
    await pipeline.publishes(from(13, 1), 'notice-text')
    expect(await pipeline.recipe()).toMatchObject({ kind: 'matching', since: '2026-11-21T15:00:00.000Z' })
    expect(pipeline.told()[1]).toMatchObject({
      id: 'ostervik-harbour#5#recipe-changed',
      data: { from: 'broken', to: 'matching' },
    })
    expect(pipeline.told()).toHaveLength(2)
    for (const event of pipeline.told()) expect(SourceEvent.parse(event)).toEqual(event)
  })

  it('is told of without a former state when the selector never matched', async () => {
    const pipeline = harbour()
    await pipeline.publishes(from(1, 6), 'text')
    expect(pipeline.told()).toMatchObject([
      { id: 'ostervik-harbour#1#recipe-changed', data: { to: 'broken' } },
    ])
    expect(pipeline.told()[0]?.data).not.toHaveProperty('from')
  })

  it('costs no article its record or text', async () => {
    const pipeline = harbour()
    await pipeline.publishes(from(1, 6), 'text')
    const created = pipeline.progress.filter(line => line.progress === 'ingested')
    expect(created).toHaveLength(6)
    for (const line of created) expect(line).toMatchObject({ outcome: 'created', completeness: 'full' })
  })

  it('is not doubted for pages that are no article: a bot wall, a page that is away', async () => {
    const pipeline = harbour()
    await pipeline.publishes(from(1, 2), 'notice-text')
    const wall =
      '<!doctype html><title>Just a moment...</title><p>Checking your browser before accessing.</p>'
    pipeline.web.set(source.url, feedOf(from(10, 6)))
    for (const number of from(10, 3)) pipeline.web.set(`https://harbour.example/${number}`, wall)
    await pipeline.run()
    expect(await pipeline.recipe()).toMatchObject({ version: 1, missed: {} })
  })
})

describe('a batch that is read twice', () => {
  it('tells nothing twice, when its first reader crashed right behind the mark', async () => {
    const pipeline = harbour()
    const { handlers, context, deps } = pipeline
    pipeline.web.set(source.url, feedOf(from(1, 5)))
    for (const number of from(1, 5)) pipeline.web.set(`https://harbour.example/${number}`, page(number, 'x'))
    await handlers.plan({ scheduledAt: '2026-11-21T09:00:00.000Z', everySource: true })
    await handlers.poll(queueEvent(pipeline.polls.takeAll().map(({ body }) => body)), context)
    const batch = queueEvent(pipeline.entries.takeAll().map(({ body }) => body))
    const { put } = deps.archive
    deps.archive.put = async () => {
      throw new Error('cut off')
    }
    expect((await handlers.ingest(batch, context)).batchItemFailures).toHaveLength(5)
    expect(await pipeline.recipe()).toMatchObject({ version: 1, kind: 'broken' })
    deps.archive.put = put
    expect((await handlers.ingest(batch, context)).batchItemFailures).toEqual([])
    await pipeline.publish()
    expect(pipeline.told()).toHaveLength(1)
  })

  it('of two at once that learn of different pages each counts, and one tells', async () => {
    const pipeline = harbour()
    await pipeline.sources.put(source)
    const sights = (pages: readonly number[]) =>
      pages.map(number => ({
        page: `https://harbour.example/${number}`,
        found: [],
        missed: ['text'] as const,
      }))
    await Promise.all([
      noteRecipe(source, sights(from(1, 3)), pipeline.deps),
      noteRecipe(source, sights(from(4, 3)), pipeline.deps),
    ])
    await pipeline.publish()
    expect(await pipeline.recipe()).toMatchObject({ version: 2, kind: 'broken' })
    expect(pipeline.told()).toHaveLength(1)
  })
})
