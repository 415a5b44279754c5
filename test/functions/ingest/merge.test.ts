import { describe, expect, it } from 'vitest'
import { makeHandler } from '../../../functions/ingest/handler.ts'
import { memoryPipeline } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { releaseText, releaseTitle } from '../../support/release-text.ts'
import { anEntry, aSource } from '../../support/samples.ts'

const title = releaseTitle(1)
const paragraphs = releaseText(1, 50).split('\n\n')

/** What an outlet kept of one long release, and the message that brings it. */
function carriedBy(id: string, publishedAt: string, from: number, to: number) {
  const url = `https://${id}.example/news/ferry`
  const source = aSource({
    id,
    url: `https://${id}.example/feed`,
    publisher: { name: id, country: 'NO', kind: 'news' },
  })
  const body = paragraphs.slice(from, to).map(paragraph => `<p>${paragraph}</p>`)
  const page = `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${body.join('')}</article></html>`
  const message = JSON.stringify({
    sourceId: id,
    documentUrl: source.url,
    seenAt: '2026-11-21T09:00:00.000Z',
    attempt: 0,
    entry: anEntry({ guid: id, url, title, summary: '', publishedAt }),
  })
  return { source, url, page, message }
}

const early = carriedBy('early-post', '2026-11-10T08:00:00Z', 0, 6)
const late = carriedBy('late-post', '2026-11-15T08:00:00Z', 4, 10)
const whole = carriedBy('whole-gazette', '2026-11-13T08:00:00Z', 0, 10)
const all = [early, late, whole]

type Pipeline = ReturnType<typeof memoryPipeline>

/** Two outlets each have told another part, and their articles stand alone. */
async function begun(): Promise<Pipeline> {
  const pipeline = memoryPipeline(all.map(({ source }) => source))
  for (const { source, url, page } of all) {
    await pipeline.sources.put(source)
    pipeline.web.set(url, page)
  }
  for (const { message } of [early, late])
    await pipeline.handlers.ingest(queueEvent([message]), pipeline.context)
  await pipeline.publish()
  expect((await recorded(pipeline)).map(({ duplicateOf }) => duplicateOf)).toEqual([undefined, undefined])
  return pipeline
}

async function recorded({ articles }: Pipeline) {
  return all.flatMap(({ source }) => articles.all().filter(({ sourceId }) => sourceId === source.id))
}

/** What became of it in the end: every part leads to the first, and the bus has told each relation once. */
async function expectMerged(pipeline: Pipeline): Promise<void> {
  await pipeline.publish()
  const [first, second, third, ...more] = await recorded(pipeline)
  expect(more).toEqual([])
  expect(first?.duplicateOf).toBeUndefined()
  expect([second?.duplicateOf, third?.duplicateOf]).toEqual([first?.articleId, first?.articleId])
  const ids = [...new Set(pipeline.bus.announced.map(({ event }) => event.id))]
  expect(ids.toSorted()).toEqual(
    [first, second, third]
      .map(article => `${article?.articleId}#1#published`)
      .concat(`${second?.articleId}#1#duplicate-linked`)
      .toSorted(),
  )
}

/** The functions' stores, where the process ends at the given effect: just before it, or just after. */
function endingAt({ deps, articles, hashes }: Pipeline, at: number, when: 'before' | 'after') {
  let effects = 0
  const effect =
    <Asked extends unknown[], Answer>(write: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      effects += 1
      const isLast = effects === at
      if (isLast && when === 'before') throw new Error('the process ended')
      const answer = await write(...asked)
      if (isLast) throw new Error('the process ended')
      return answer
    }
  return {
    ...deps,
    articles: {
      ...articles,
      insert: effect(articles.insert),
      linkDuplicate: effect(articles.linkDuplicate),
    },
    hashes: {
      ...hashes,
      openCluster: effect(hashes.openCluster),
      addSketch: effect(hashes.addSketch),
      post: effect(hashes.post),
      claim: effect(hashes.claim),
      link: effect(hashes.link),
    },
  }
}

describe('the whole of a release of which two articles are parts', () => {
  it('makes the later of them a copy of the earlier, and the bus tells', async () => {
    const pipeline = await begun()
    await pipeline.handlers.ingest(queueEvent([whole.message]), pipeline.context)
    await expectMerged(pipeline)
    expect(pipeline.bus.announced.map(({ detailType }) => detailType)).toEqual([
      'Article Published',
      'Article Published',
      'Article Published',
      'Article Duplicate Linked',
    ])
  })

  it.each(['before', 'after'] as const)(
    'ends the same when the process ended %s any of its effects and the message comes again, and again',
    async when => {
      for (let at = 1; ; at += 1) {
        const pipeline = await begun()
        const ending = makeHandler(endingAt(pipeline, at, when))
        const { batchItemFailures } = await ending(queueEvent([whole.message]), pipeline.context)
        if (batchItemFailures.length === 0) {
          // Behind the last of four: the row, one cluster for two, one article linked to the other, the claim.
          expect(at).toBe(5)
          return
        }
        for (const receiveCount of [2, 3])
          await pipeline.handlers.ingest(queueEvent([whole.message], receiveCount), pipeline.context)
        await expectMerged(pipeline)
      }
    },
  )

  it('leads there too whoever brings the later part once more', async () => {
    const pipeline = await begun()
    for (const { message } of [whole, late, early, whole])
      await pipeline.handlers.ingest(queueEvent([message], 2), pipeline.context)
    await expectMerged(pipeline)
  })
})
