import { describe, expect, test } from 'vitest'
import type { CommittedChange } from '../../../functions/publish/announcements.ts'
import { makeHandler as makePublish } from '../../../functions/publish/handler.ts'
import { showInLists } from '../../../functions/publish/show-in-lists.ts'
import { type Again, announceAgain, type Told } from '../../../infra/operations/announce-again.ts'
import { memoryArticles } from '../../support/memory-articles.ts'
import { type MemoryBus, memoryBus } from '../../support/memory-bus.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'
import type { ArticleStreamRecord } from '../../support/stream-records.ts'

const origin = { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' }
const watchesOf = async () => []
const everything: Again = {
  fromIso: '2026-11-01T00:00:00.000Z',
  untilIso: '2026-12-01T00:00:00.000Z',
  eventsPerSecond: 1_000_000,
  dryRun: false,
  wants: () => true,
}

/** A table with a busy day in it, and the stream that publish would have read. */
async function busyDay() {
  const Records: ArticleStreamRecord[] = []
  const articles = memoryArticles({ onChange: record => void Records.push(record) })
  const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`
  const ferry = anArticle({ articleId: 'ferry', firstSeenAt: at(1) })
  const copy = anArticle({
    articleId: 'copy',
    sourceId: 'coast-radio',
    firstSeenAt: at(2),
    duplicateOf: 'ferry',
  })
  const linked = anArticle({ articleId: 'linked', sourceId: 'coast-radio', firstSeenAt: at(3) })
  const edited = aRevisionOf(ferry, { changedAt: at(4), headline: 'Ferry sails again on Sunday' })
  for (const article of [ferry, copy, linked, edited]) await articles.insert(article)
  await articles.addSighting('ferry', 'coast-radio')
  await articles.linkDuplicate('linked', 'ferry')
  await articles.linkDuplicate('copy', 'ferry')
  return { articles, Records }
}

function desk(commits: Awaited<ReturnType<typeof busyDay>>['articles'], bus: MemoryBus) {
  const slept: number[] = []
  const tellings: Told[] = []
  const clock = { nowMs: () => 0, sleep: async (durationMs: number) => void slept.push(durationMs) }
  const makeGood = (change: CommittedChange) => showInLists(change, commits)
  const deps = {
    commits,
    bus,
    origin,
    clock,
    watchesOf,
    makeGood,
    tell: (told: Told) => void tellings.push(told),
  }
  return { deps, slept, tellings }
}

const idsOn = (bus: MemoryBus) => bus.announced.map(({ event }) => event.id)

describe('after publish was out for longer than the stream remembers', () => {
  test('every row gets its event, to the letter the one that publish would have given, and no other', async () => {
    const { articles, Records } = await busyDay()
    const [inTime, late] = [memoryBus(), memoryBus()]
    const logger = { progress: () => {}, error: () => {} }
    const { articles: unseen } = await busyDay()
    await makePublish({ articles: unseen, bus: inTime, origin, watchesOf, logger })({
      Records: Records.slice(),
    })
    const { deps } = desk(articles, late)
    expect(await announceAgain(deps, everything)).toMatchObject({
      kind: 'done',
      told: { rows: 4, announced: 5, leftOut: 0 },
    })
    const inOrder = (bus: MemoryBus) => bus.announced.toSorted((a, b) => (a.event.id < b.event.id ? -1 : 1))
    expect(inOrder(late)).toEqual(inOrder(inTime))
    const { articles: listed } = await articles.newest({ limit: 10 })
    expect(listed.find(({ articleId }) => articleId === 'ferry')).toMatchObject({ revision: 2 })
  })

  test('what was announced before is left out where that is known', async () => {
    const { articles } = await busyDay()
    const bus = memoryBus()
    const known = new Set(['ferry#1#published', 'copy#1#published', 'linked#1#published'])
    const { deps } = desk(articles, bus)
    const end = await announceAgain(deps, { ...everything, wants: ({ event }) => !known.has(event.id) })
    expect(end.told).toMatchObject({ announced: 2, leftOut: 3 })
    expect(idsOn(bus)).toEqual(['linked#1#duplicate-linked', 'ferry#2#updated'])
  })
})

describe('announcing again', () => {
  test('keeps to its span, its source and its mark', async () => {
    const { articles } = await busyDay()
    const bus = memoryBus()
    const span = { fromIso: '2026-11-21T02:00:00.000Z', untilIso: '2026-11-21T04:00:00.000Z' }
    const again = { ...everything, ...span, sourceId: 'coast-radio', replayName: 'for-the-archive' }
    await announceAgain(desk(articles, bus).deps, again)
    expect(idsOn(bus)).toEqual(['copy#1#published', 'linked#1#published', 'linked#1#duplicate-linked'])
    for (const { event } of bus.announced) expect(event).toMatchObject({ replayname: 'for-the-archive' })
  })

  test('counts in a dry run, and announces nothing', async () => {
    const { articles } = await busyDay()
    const bus = memoryBus()
    const end = await announceAgain(desk(articles, bus).deps, { ...everything, dryRun: true })
    expect(end.told.announced).toBe(5)
    expect(bus.announced).toEqual([])
  })

  test('is no faster than it is told to be', async () => {
    const articles = memoryArticles()
    for (let index = 0; index < 25; index += 1)
      await articles.insert(anArticle({ articleId: `article-${index}` }))
    const { deps, slept } = desk(articles, memoryBus())
    await announceAgain(deps, { ...everything, eventsPerSecond: 20 })
    expect(slept).toEqual([500, 500, 250])
  })

  test('ends where the bus refuses, and goes on from there without a gap', async () => {
    const articles = memoryArticles()
    for (let index = 0; index < 250; index += 1) {
      const firstSeenAt = new Date(Date.parse('2026-11-21T00:00:00Z') + index * 1_000).toISOString()
      await articles.insert(anArticle({ articleId: `article-${index}`, firstSeenAt }))
    }
    let isOut = true
    const bus = memoryBus(({ event }) =>
      isOut && event.id.startsWith('article-170#') ? 'InternalFailure' : undefined,
    )
    const { deps, tellings } = desk(articles, bus)
    const end = await announceAgain(deps, everything)
    expect(end).toMatchObject({ kind: 'refused', reason: 'InternalFailure', told: { announced: 100 } })
    expect(tellings.at(-1)).toEqual(end.told)
    isOut = false
    expect(await announceAgain(deps, { ...everything, after: end.told.after })).toMatchObject({
      kind: 'done',
    })
    expect(new Set(idsOn(bus)).size).toBe(250)
  })
})
