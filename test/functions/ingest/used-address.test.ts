import { describe, expect, it } from 'vitest'
import { makeHandler } from '../../../functions/ingest/handler.ts'
import { memoryPipeline } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { anEntry, aSource } from '../../support/samples.ts'

const source = aSource()
const url = 'https://harbour.example/notices/today'

const FERRY =
  'The ferry between Ostervik and the outer islands sails again from Monday, two weeks earlier than planned. The harbour office repaired the ramp and thanked all islanders for their patience while tickets of the closed weeks stay valid.'
const MUSEUM =
  'Visitors find six new rooms about herring, salt and barrels when our local museum opens its doors after a winter of building work. Entry costs nothing until spring, and school classes may book guided tours by telephone on weekdays.'
const LIBRARY =
  'Borrowers keep their books for a month longer because renovation closes every reading room in summer. Returned volumes go into grey boxes beside the northern gate, where staff empties them each morning before breakfast.'

const stories = {
  ferry: { title: 'Island ferry sails again', text: FERRY },
  museum: { title: 'Museum opens six rooms', text: MUSEUM },
  library: { title: 'Longer loans while we renovate', text: LIBRARY },
}
type Story = { title: string; text: string }

function messageOf({ title }: Story, pollVersion: number): string {
  const entry = anEntry({ url, title })
  const seenAt = `2026-11-21T09:00:0${pollVersion}.000Z`
  return JSON.stringify({
    sourceId: source.id,
    documentUrl: source.url,
    seenAt,
    attempt: 0,
    entry,
    pollVersion,
  })
}

function pageOf({ title, text }: Story): string {
  return `<!doctype html><title>${title}</title><article><p>${text}</p></article>`
}

async function newsroom() {
  const pipeline = memoryPipeline([source])
  await pipeline.sources.put(source)
  const textsRead: string[] = []
  const ingest = makeHandler({
    ...pipeline.deps,
    archive: {
      ...pipeline.archive,
      read: (key, range) => {
        textsRead.push(key)
        return pipeline.archive.read(key, range)
      },
    },
  })
  const show = (story: Story) => pipeline.web.set(url, pageOf(story))
  let version = 0
  return {
    ...pipeline,
    textsRead,
    /** Shows a story at the address and lets a poll bring its entry. */
    bring: async (story: Story, copies = 1) => {
      show(story)
      version += 1
      const message = messageOf(story, version)
      pipeline.clock.advance(60_000)
      await ingest(queueEvent(Array.from({ length: copies }, () => message)), pipeline.context)
      await pipeline.publish()
      return message
    },
    again: async (message: string) => {
      const { batchItemFailures } = await ingest(queueEvent([message], 2), pipeline.context)
      expect(batchItemFailures).toEqual([])
    },
    headlines: async () =>
      (await pipeline.articles.newest({ limit: 10 })).articles.map(({ headline }) => headline),
  }
}

describe('an address that a publisher uses again for another story', () => {
  it('begins an article of its own, which names the one before', async () => {
    const { bring, headlines, articles } = await newsroom()
    await bring(stories.ferry)
    await bring(stories.museum)
    await bring(stories.library)
    expect(await headlines()).toEqual([stories.library.title, stories.museum.title, stories.ferry.title])
    const [library, museum, ferry] = (await articles.newest({ limit: 10 })).articles
    expect(museum).toMatchObject({ revision: 1, revisionReason: 'created', replaces: ferry?.articleId })
    expect(library).toMatchObject({ revision: 1, replaces: museum?.articleId })
    expect(ferry).not.toHaveProperty('replaces')
  })

  it('makes one article of it when its entry is delivered several times', async () => {
    const { bring, again, headlines } = await newsroom()
    await bring(stories.ferry)
    await again(await bring(stories.museum, 3))
    expect(await headlines()).toEqual([stories.museum.title, stories.ferry.title])
  })

  it('does not bring the old story back when its entry is delivered again', async () => {
    const { bring, again, headlines, articles } = await newsroom()
    const old = await bring(stories.ferry)
    await bring(stories.museum)
    await again(old)
    expect(await headlines()).toEqual([stories.museum.title, stories.ferry.title])
    expect(articles.all()).toHaveLength(2)
  })

  it('revises the story that stands there now', async () => {
    const { bring, articles } = await newsroom()
    await bring(stories.ferry)
    await bring(stories.museum)
    const [museum, ferry] = (await articles.newest({ limit: 10 })).articles
    await bring({ title: 'Museum opens seven rooms', text: MUSEUM.replace('six', 'seven') })
    const [revised] = (await articles.newest({ limit: 10 })).articles
    expect(revised).toMatchObject({
      articleId: museum?.articleId,
      revision: 2,
      replaces: ferry?.articleId,
      change: { kind: 'material', fields: ['headline', 'text'] },
    })
  })
})

describe('an entry of quite another headline whose page is away', () => {
  it('waits for its page, so that no headline stands above the text of another story', async () => {
    const { bring, articles, web, again, entries } = await newsroom()
    await bring(stories.ferry)
    const message = messageOf(stories.museum, 2)
    web.set(url, { kind: 'failed', reason: 'timeout', detail: 'no answer', transient: true })
    await again(message)
    expect(articles.all()).toHaveLength(1)
    const [later] = entries.takeAll()
    web.set(url, pageOf(stories.museum))
    await again(later?.body ?? '')
    expect(
      articles
        .all()
        .map(({ headline, revision }) => [headline, revision])
        .toSorted(),
    ).toEqual([
      [stories.ferry.title, 1],
      [stories.museum.title, 1],
    ])
  })
})

describe('a story that changed', () => {
  const edited = (text: string, title = stories.ferry.title) => ({ title, text })

  it.each([
    ['typography', FERRY.replace('Ostervik', '“Ostervik”'), 'Island ferry sails AGAIN'],
    ['spacing', FERRY.replaceAll('. ', '.  '), 'Island ferry: sails again'],
  ])('in nothing but %s is no revision', async (_, text, title) => {
    const { bring, articles } = await newsroom()
    await bring(stories.ferry)
    await bring(edited(text, title))
    expect(articles.all()).toHaveLength(1)
  })

  it('says what changed and how gravely', async () => {
    const { bring, articles } = await newsroom()
    await bring(stories.ferry)
    await bring(edited(FERRY.replace('Monday', 'Tuesday'), 'Island ferry sails once again'))
    const [latest] = (await articles.newest({ limit: 1 })).articles
    expect(latest).toMatchObject({
      revision: 2,
      revisionReason: 'content',
      change: { kind: 'material', fields: ['headline', 'text'] },
    })
  })

  it('in its headline alone is a revision of its metadata, for which no text is read', async () => {
    const { bring, articles, textsRead } = await newsroom()
    await bring(stories.ferry)
    await bring(edited(FERRY, 'Island ferry sails once again'))
    const [latest] = (await articles.newest({ limit: 1 })).articles
    expect(latest).toMatchObject({
      revision: 2,
      revisionReason: 'metadata',
      change: { kind: 'minor', fields: ['headline'] },
    })
    expect(textsRead).toEqual([])
  })
})
