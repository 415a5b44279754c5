import { describe, expect, it } from 'vitest'
import { makeHandler } from '../../../functions/publish/handler.ts'
import { ArticleEvent } from '../../../shared/events.ts'
import { memoryArticles } from '../../support/memory-articles.ts'
import { memoryBus } from '../../support/memory-bus.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'
import type { ArticleStreamRecord } from '../../support/stream-records.ts'

const origin = { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' }
const silent = { progress: () => {}, error: () => {} }
const watchesOf = async () => []

function table() {
  const stream: ArticleStreamRecord[] = []
  return { articles: memoryArticles({ onChange: record => void stream.push(record) }), stream }
}

function numbered(count: number) {
  return Array.from({ length: count }, (_, index) => anArticle({ articleId: `article-${index}` }))
}

describe('showing in lists what was committed', () => {
  it('shows the latest revision, and before anybody is told of it', async () => {
    const { articles, stream } = table()
    const first = anArticle()
    const second = aRevisionOf(first)
    const third = aRevisionOf(second)
    for (const revision of [first, second, third]) await articles.insert(revision)
    const shown: (number | undefined)[] = []
    const bus = {
      announceAll: async () => {
        shown.push((await articles.newest({ limit: 1 })).articles[0]?.revision)
        return []
      },
    }
    await makeHandler({ articles, bus, origin, watchesOf, logger: silent })({ Records: stream })
    expect(shown).toEqual([3])
  })

  it('resumes at the revision that the table did not take, having announced what came before', async () => {
    const { articles, stream } = table()
    const first = anArticle()
    for (const revision of [first, aRevisionOf(first), anArticle({ articleId: 'another' })])
      await articles.insert(revision)
    const bus = memoryBus()
    const pointToLatest = async () => {
      throw new Error('ThrottlingException')
    }
    const handler = makeHandler({ articles: { pointToLatest }, bus, origin, watchesOf, logger: silent })
    const response = await handler({ Records: stream })
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: stream[1]?.dynamodb.SequenceNumber }] })
    expect(bus.announced.map(({ event }) => event.id)).toEqual([`${first.articleId}#1#published`])
  })

  it('writes nothing for a first revision, which is in the lists by its row', async () => {
    const { articles, stream } = table()
    await articles.insert(anArticle())
    const written = stream.length
    await makeHandler({ articles, bus: memoryBus(), origin, watchesOf, logger: silent })({
      Records: stream.slice(),
    })
    expect(stream).toHaveLength(written)
  })
})

describe('announcing what was committed', () => {
  it('makes of each revision one event that says what it is', async () => {
    const { articles, stream } = table()
    const first = anArticle()
    await articles.insert(first)
    for (const [index, revisionReason] of (
      ['content', 'completed', 'withdrawn', 'restored'] as const
    ).entries()) {
      await articles.insert(aRevisionOf({ ...first, revision: index + 1 }, { revisionReason }))
    }
    const bus = memoryBus()
    await makeHandler({ articles, bus, origin, watchesOf, logger: silent })({ Records: stream })
    expect(bus.announced.map(({ detailType, event }) => [detailType, event.id])).toEqual([
      ['Article Published', `${first.articleId}#1#published`],
      ['Article Updated', `${first.articleId}#2#updated`],
      ['Article Completed', `${first.articleId}#3#completed`],
      ['Article Withdrawn', `${first.articleId}#4#withdrawn`],
      ['Article Restored', `${first.articleId}#5#restored`],
    ])
    for (const { event } of bus.announced) expect(ArticleEvent.parse(event)).toEqual(event)
  })

  it('says nothing of pointers and sightings, and tells of a copy once', async () => {
    const { articles, stream } = table()
    const { articleId } = anArticle()
    await articles.insert(anArticle())
    stream.splice(0)
    await articles.pointToLatest(articleId, 2)
    await articles.addSighting(articleId, 'another-feed')
    await articles.linkDuplicate(articleId, 'the-original')
    await articles.addSighting(articleId, 'a-third-feed')
    const bus = memoryBus()
    await makeHandler({ articles, bus, origin, watchesOf, logger: silent })({ Records: stream })
    expect(bus.announced).toMatchObject([
      { detailType: 'Article Duplicate Linked', event: { data: { duplicateOf: 'the-original' } } },
    ])
  })

  it('gives the same event for the same change, to the letter, so that a repetition can be dropped', async () => {
    const { articles, stream } = table()
    await articles.insert(anArticle())
    const bus = memoryBus()
    const handler = makeHandler({ articles, bus, origin, watchesOf, logger: silent })
    await handler({ Records: stream })
    await handler({ Records: stream })
    expect(bus.announced[1]).toEqual(bus.announced[0])
  })

  it('resumes at the first event that the bus refused', async () => {
    const { articles, stream } = table()
    for (const article of numbered(12)) await articles.insert(article)
    const bus = memoryBus(({ event }) => (event.subject === 'article-7' ? 'ThrottlingException' : undefined))
    const response = await makeHandler({ articles, bus, origin, watchesOf, logger: silent })({
      Records: stream,
    })
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: stream[7]?.dynamodb.SequenceNumber }] })
  })

  it('stops before a row that it does not understand, and announces what came before', async () => {
    const { articles, stream } = table()
    for (const article of numbered(3)) await articles.insert(article)
    const broken = stream.map((record, index) =>
      index === 1
        ? { ...record, dynamodb: { ...record.dynamodb, NewImage: { articleId: { S: 'x' } } } }
        : record,
    )
    const bus = memoryBus()
    const response = await makeHandler({ articles, bus, origin, watchesOf, logger: silent })({
      Records: broken,
    })
    expect(bus.announced.map(({ event }) => event.subject)).toEqual(['article-0'])
    expect(response.batchItemFailures).toEqual([{ itemIdentifier: stream[1]?.dynamodb.SequenceNumber }])
  })

  it('keeps the largest honest article far below 64 KiB', async () => {
    const { articles, stream } = table()
    const names = Array.from({ length: 50 }, (_, index) => `${index} ${'ж'.repeat(190)}`)
    await articles.insert(
      anArticle({ headline: 'ж'.repeat(500), summary: 'ж'.repeat(600), authors: names, categories: names }),
    )
    const bus = memoryBus()
    await makeHandler({ articles, bus, origin, watchesOf, logger: silent })({ Records: stream })
    expect(Buffer.byteLength(JSON.stringify(bus.announced[0]?.event))).toBeLessThan(65_536)
  })
})
