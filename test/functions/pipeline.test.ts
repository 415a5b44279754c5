import { describe, expect, it } from 'vitest'
import { makeHandler } from '../../functions/ingest/handler.ts'
import type { Entry } from '../../shared/feed/model.ts'
import { payloadOf } from '../../shared/store/warc-pack.ts'
import { memoryPipeline } from '../support/memory-pipeline.ts'
import { queueEvent } from '../support/memory-queue.ts'
import { aSource } from '../support/samples.ts'

const FEED = 'https://harbour.example/notices.xml'
const source = aSource({ url: FEED })

type Item = { url?: string; title: string; guid?: string; description?: string; date?: string }

function feedOf(...items: Item[]): string {
  const item = ({ url, title, guid, description = '', date }: Item) =>
    `<item><title>${title}</title>${url ? `<link>${url}</link>` : ''}${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}<description>${description}</description>${date ? `<pubDate>${date}</pubDate>` : ''}</item>`
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>${items.map(item).join('')}</channel></rss>`
}

const ferryText =
  'The ferry between Ostervik and the outer islands sails again from Monday. The harbour office repaired the ramp two weeks earlier than planned, and thanked the islanders for their patience. Tickets of the closed weeks stay valid until the end of the year, and children travel free on the first weekend.'

function pageOf(title: string, ...paragraphs: string[]): string {
  const body = paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('')
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${body}</article></main></body></html>`
}

const ferry: Item = {
  url: 'https://harbour.example/news/ferry',
  title: 'Ferry sails again',
  description: 'Two weeks early.',
  date: 'Sat, 21 Nov 2026 08:30:00 GMT',
}

function ferryPipeline() {
  const pipeline = memoryPipeline([source])
  pipeline.web.set(FEED, feedOf(ferry))
  pipeline.web.set(ferry.url ?? '', pageOf('Ferry sails again', ferryText))
  return pipeline
}

async function articlesOf(pipeline: ReturnType<typeof memoryPipeline>) {
  return (await pipeline.articles.newest({ limit: 100 })).articles
}

function outcomes(pipeline: ReturnType<typeof memoryPipeline>) {
  return pipeline.progress.flatMap(line => (line.progress === 'ingested' ? [line.outcome] : []))
}

function detailTypes(pipeline: ReturnType<typeof memoryPipeline>) {
  return pipeline.bus.announced.map(({ detailType }) => detailType)
}

describe('an article on its way', () => {
  it('is recorded with its text and its proof, and announced', async () => {
    const pipeline = ferryPipeline()
    await pipeline.run()

    const [article] = await articlesOf(pipeline)
    expect(article).toMatchObject({
      headline: 'Ferry sails again',
      completeness: 'full',
      revision: 1,
      publishedAt: '2026-11-21T08:30:00Z',
      publishedBasis: 'feed',
      language: 'en',
      publisher: { country: 'NO' },
    })
    const text = await pipeline.archive.read(article?.textKey ?? '')
    expect(Buffer.from(text ?? []).toString()).toContain('children travel free')
    const member = await pipeline.archive.read(article?.evidence.key ?? '', article?.evidence)
    const payload = await payloadOf(member ?? new Uint8Array())
    expect(Buffer.from(payload).toString()).toBe(pageOf('Ferry sails again', ferryText))

    expect(pipeline.bus.announced).toMatchObject([
      {
        detailType: 'Article Published',
        event: {
          id: `${article?.articleId}#1#published`,
          subject: article?.articleId,
          data: { country: 'NO', kind: 'government' },
        },
      },
    ])
  })

  it('is neither recorded nor announced nor fetched a second time', async () => {
    const pipeline = ferryPipeline()
    await pipeline.run()
    pipeline.clock.advance(60_000)
    await pipeline.run()
    expect(await articlesOf(pipeline)).toHaveLength(1)
    expect(pipeline.bus.announced).toHaveLength(1)
    expect(pipeline.asked.filter(url => url === ferry.url)).toHaveLength(1)
  })

  it('is recorded once when its message is delivered twice, at once or later', async () => {
    const pipeline = ferryPipeline()
    await pipeline.handlers.plan({ scheduledAt: '2026-11-21T09:00:00.000Z', everySource: true })
    const [poll] = pipeline.polls.takeAll()
    await pipeline.handlers.poll(queueEvent([poll?.body ?? '']), pipeline.context)
    const [entry] = pipeline.entries.takeAll()
    const body = entry?.body ?? ''
    await pipeline.handlers.ingest(queueEvent([body, body]), pipeline.context)
    await pipeline.handlers.ingest(queueEvent([body], 2), pipeline.context)
    await pipeline.publish()
    expect(outcomes(pipeline)).toEqual(['created', 'duplicate', 'duplicate'])
    expect(detailTypes(pipeline)).toEqual(['Article Published'])
  })

  it('becomes a revision when its page and its entry are edited', async () => {
    const pipeline = ferryPipeline()
    await pipeline.run()
    pipeline.clock.advance(3_600_000)
    const edited = ferryText.replace('from Monday', 'from Tuesday')
    pipeline.web.set(FEED, feedOf({ ...ferry, description: 'Corrected: from Tuesday.' }))
    pipeline.web.set(ferry.url ?? '', pageOf('Ferry sails again', edited))
    await pipeline.run()

    const [article] = await articlesOf(pipeline)
    expect(article).toMatchObject({
      revision: 2,
      revisionReason: 'content',
      firstSeenAt: '2026-11-21T09:00:00.000Z',
    })
    expect(await pipeline.articles.revisions(article?.articleId ?? '')).toHaveLength(2)
    expect(detailTypes(pipeline)).toEqual(['Article Published', 'Article Updated'])
  })

  it('keeps its text when only the headline changes and the page is away', async () => {
    const pipeline = ferryPipeline()
    await pipeline.run()
    const [before] = await articlesOf(pipeline)
    pipeline.clock.advance(3_600_000)
    pipeline.web.set(FEED, feedOf({ ...ferry, title: 'Ferry to sail again on Monday' }))
    pipeline.web.delete(ferry.url ?? '')
    await pipeline.run()
    const [after] = await articlesOf(pipeline)
    expect(after).toMatchObject({
      headline: 'Ferry to sail again on Monday',
      revision: 2,
      revisionReason: 'metadata',
      completeness: 'full',
      textKey: before?.textKey,
    })
  })
})

describe('a page that cannot be had', () => {
  const timeout = { kind: 'failed', reason: 'timeout', detail: 'no answer', transient: true } as const

  it('leaves a partial record of what the entry says, with the entry as evidence', async () => {
    const pipeline = ferryPipeline()
    pipeline.web.set(ferry.url ?? '', timeout)
    await pipeline.run()
    const [article] = await articlesOf(pipeline)
    expect(article).toMatchObject({
      completeness: 'partial',
      excerpt: 'Two weeks early.',
      extraction: { method: 'entry' },
    })
    const member = await pipeline.archive.read(article?.evidence.key ?? '', article?.evidence)
    const entry = JSON.parse(Buffer.from(await payloadOf(member ?? new Uint8Array())).toString())
    expect(entry).toMatchObject({ title: 'Ferry sails again' } satisfies Partial<Entry>)
  })

  it('is asked for again later, and completes the record when it comes', async () => {
    const pipeline = ferryPipeline()
    pipeline.web.set(ferry.url ?? '', timeout)
    const later = await pipeline.run()
    expect(later).toMatchObject([{ delaySeconds: 60, message: { attempt: 1 } }])

    pipeline.clock.advance(60_000)
    pipeline.web.set(ferry.url ?? '', pageOf('Ferry sails again', ferryText))
    await pipeline.entries.sendAll(later.map(({ message }) => message))
    await pipeline.run()
    const [article] = await articlesOf(pipeline)
    expect(article).toMatchObject({ completeness: 'full', revision: 2, revisionReason: 'completed' })
    expect(detailTypes(pipeline)).toEqual(['Article Published', 'Article Completed'])
  })

  it('is not taken for the article when a bot wall was served in its stead', async () => {
    const pipeline = ferryPipeline()
    pipeline.web.set(ferry.url ?? '', pageOf('Just a moment...', 'Checking your browser before you go on.'))
    const later = await pipeline.run()
    expect(await articlesOf(pipeline)).toMatchObject([
      {
        headline: 'Ferry sails again',
        completeness: 'partial',
        extraction: { method: 'entry', note: 'bot-wall' },
      },
    ])
    expect(later).toHaveLength(1)
  })

  it('is given up after three more requests', async () => {
    const pipeline = ferryPipeline()
    pipeline.web.set(ferry.url ?? '', timeout)
    const pauses: number[] = []
    for (let later = await pipeline.run(); later.length > 0; later = await pipeline.run()) {
      pauses.push(...later.map(({ delaySeconds }) => delaySeconds))
      await pipeline.entries.sendAll(later.map(({ message }) => message))
    }
    expect(pauses).toEqual([60, 300, 900])
    expect(await articlesOf(pipeline)).toMatchObject([{ revision: 1, completeness: 'partial' }])
  })
})

describe('copies', () => {
  it('of one address in two feeds are one article, seen in both', async () => {
    const other = aSource({ id: 'islands-today', url: 'https://islands.example/feed.xml' })
    const pipeline = memoryPipeline([source, other])
    pipeline.web.set(FEED, feedOf(ferry))
    pipeline.web.set(other.url, feedOf({ ...ferry, guid: 'other-guid', title: 'Islands: ferry sails again' }))
    pipeline.web.set(ferry.url ?? '', pageOf('Ferry sails again', ferryText))
    await pipeline.run()
    expect(await articlesOf(pipeline)).toMatchObject([
      { revision: 1, seenIn: ['ostervik-harbour', 'islands-today'] },
    ])
    expect(detailTypes(pipeline)).toEqual(['Article Published'])
  })

  it('of one text at two addresses are two articles, the second a duplicate of the first', async () => {
    const pipeline = ferryPipeline()
    const copy = { url: 'https://harbour.example/press/44', title: 'Sailing again' }
    pipeline.web.set(FEED, feedOf(copy, ferry))
    pipeline.web.set(copy.url, pageOf('Sailing again', ferryText.toUpperCase()))
    await pipeline.run()
    const articles = await articlesOf(pipeline)
    const first = articles.find(({ headline }) => headline === 'Ferry sails again')
    const second = articles.find(({ headline }) => headline === 'Sailing again')
    expect(second?.duplicateOf).toBe(first?.articleId)
    expect(pipeline.bus.announced.at(-1)).toMatchObject({
      event: { data: { duplicateOf: first?.articleId } },
    })
  })

  it('with another heading, dateline and closing line are recognised across publishers', async () => {
    const courier = aSource({
      id: 'courier',
      url: 'https://courier.example/feed.xml',
      publisher: { name: 'The Courier', country: 'NO', kind: 'news' },
    })
    const pipeline = memoryPipeline([source, courier])
    const paragraphs = [
      'The ferry between Ostervik and the outer islands sails again from Monday, two weeks earlier than the harbour office had planned when the ramp gave way in the October storm.',
      'Divers found the old piles sound, so that only the deck had to be renewed. The work cost four million crowns, a third less than was set aside, and what is left pays for lights along the quay.',
      'Tickets of the closed weeks stay valid until the end of the year. Children travel free on the first weekend, and the last boat leaves Ostervik at half past eleven in the evening.',
    ]
    const reprint = { url: 'https://courier.example/2026/ferry', title: 'Island ferry back two weeks early' }
    pipeline.web.set(FEED, feedOf(ferry))
    pipeline.web.set(ferry.url ?? '', pageOf('Ferry sails again', ...paragraphs))
    await pipeline.run()
    pipeline.web.set(courier.url, feedOf(reprint))
    pipeline.web.set(
      reprint.url,
      pageOf(
        reprint.title,
        'OSTERVIK, Saturday. By our island correspondent.',
        ...paragraphs,
        'The Courier will ride along on Monday and report.',
      ),
    )
    await pipeline.run()
    const articles = await articlesOf(pipeline)
    const original = articles.find(({ headline }) => headline === 'Ferry sails again')
    const copy = articles.find(({ headline }) => headline === reprint.title)
    expect(copy?.duplicateOf).toBe(original?.articleId)
    expect(original?.duplicateOf).toBeUndefined()
  })

  it('recorded by two functions in the same moment are linked by an event of its own', async () => {
    const pipeline = ferryPipeline()
    const copy = { url: 'https://harbour.example/press/44', title: 'Sailing again' }
    pipeline.web.set(FEED, feedOf(copy, ferry))
    pipeline.web.set(copy.url, pageOf('Sailing again', ferryText))
    await pipeline.handlers.plan({ scheduledAt: '2026-11-21T09:00:00.000Z', everySource: true })
    await pipeline.handlers.poll(
      queueEvent(pipeline.polls.takeAll().map(({ body }) => body)),
      pipeline.context,
    )
    const bodies = pipeline.entries.takeAll().map(({ body }) => body)
    // Both look for the text's owner before either has claimed it.
    let asked = 0
    const bothAsked = Promise.withResolvers<void>()
    const hashes: typeof pipeline.hashes = {
      ...pipeline.hashes,
      postings: async keys => {
        const found = await pipeline.hashes.postings(keys)
        asked += 1
        if (asked === 2) bothAsked.resolve()
        await bothAsked.promise
        return found
      },
    }
    const ingest = makeHandler({ ...pipeline.deps, hashes })
    await Promise.all(bodies.map(body => ingest(queueEvent([body]), pipeline.context)))
    await pipeline.publish()
    expect(detailTypes(pipeline).toSorted()).toEqual([
      'Article Duplicate Linked',
      'Article Published',
      'Article Published',
    ])
    expect((await articlesOf(pipeline)).filter(article => article.duplicateOf !== undefined)).toHaveLength(1)
  })
})

describe('one source', () => {
  it('cannot harm another: a feed that is a web page, one that is gone, one that answers nothing', async () => {
    const others = ['page', 'gone', 'silent'].map(id => aSource({ id, url: `https://${id}.example/feed` }))
    const pipeline = memoryPipeline([...others, source])
    pipeline.web.set(FEED, feedOf(ferry))
    pipeline.web.set(ferry.url ?? '', pageOf('Ferry sails again', ferryText))
    pipeline.web.set('https://page.example/feed', pageOf('Sign in', 'Please sign in to go on.'))
    pipeline.web.set('https://gone.example/feed', {
      kind: 'gone',
      status: 410,
      finalUrl: 'https://gone.example/feed',
    })
    await pipeline.run()
    const polled = pipeline.progress.flatMap(line =>
      line.progress === 'polled' ? [[line.sourceId, line.outcome]] : [],
    )
    expect(Object.fromEntries(polled)).toEqual({
      page: 'unreadable',
      gone: 'gone',
      silent: 'unreachable',
      'ostervik-harbour': 'read',
    })
    expect(await articlesOf(pipeline)).toHaveLength(1)
    const [gone] = await pipeline.sources.read(['gone'])
    expect(gone?.state?.health).toMatchObject({ kind: 'gone', reason: 'http-410' })
  })

  it('whose entries share one address keeps them apart by their guids', async () => {
    const pipeline = ferryPipeline()
    const landing = 'https://bank.example/rates'
    pipeline.web.set(
      FEED,
      feedOf(
        { url: landing, title: 'Rate of May', guid: 'm' },
        { url: landing, title: 'Rate of June', guid: 'j' },
      ),
    )
    pipeline.web.set(landing, pageOf('Rates', ferryText))
    await pipeline.run()
    expect((await articlesOf(pipeline)).map(article => article.identityBasis)).toEqual(['guid', 'guid'])
  })

  it('whose entries share one guid and have no address keeps them apart by what they say', async () => {
    const pipeline = ferryPipeline()
    const notices = ['Quay closed on Monday', 'Quay closed on Tuesday', 'Quay open again']
    pipeline.web.set(FEED, feedOf(...notices.map(title => ({ title, guid: 'the-feed', description: title }))))
    await pipeline.run()
    const articles = await articlesOf(pipeline)
    expect(articles.map(({ headline }) => headline).toSorted()).toEqual(notices.toSorted())
    expect(articles.map(({ identityBasis }) => identityBasis)).toEqual([
      'composite',
      'composite',
      'composite',
    ])
  })

  it('that was taken off the file while its entries were on their way has them rejected, with the reason', async () => {
    const pipeline = ferryPipeline()
    await pipeline.handlers.plan({ scheduledAt: '2026-11-21T09:00:00.000Z', everySource: true })
    await pipeline.handlers.poll(
      queueEvent(pipeline.polls.takeAll().map(({ body }) => body)),
      pipeline.context,
    )
    await pipeline.sources.remove(source.id)
    await pipeline.handlers.ingest(
      queueEvent(pipeline.entries.takeAll().map(({ body }) => body)),
      pipeline.context,
    )
    expect(pipeline.progress.at(-1)).toMatchObject({ outcome: 'rejected', reason: 'source-removed' })
  })

  it('that is a sitemap index is read through its sitemaps, again and again', async () => {
    const sitemaps = aSource({ id: 'sitemaps', kind: 'sitemap', url: 'https://gov.example/sitemap.xml' })
    const pipeline = memoryPipeline([sitemaps])
    const xml = (root: string, each: string, ...urls: string[]) =>
      `<?xml version="1.0"?><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map(url => `<${each}><loc>${url}</loc></${each}>`).join('')}</${root}>`
    const [one, two] = ['https://gov.example/news/1', 'https://gov.example/news/2']
    pipeline.web.set(sitemaps.url, xml('sitemapindex', 'sitemap', 'https://gov.example/news.xml'))
    pipeline.web.set('https://gov.example/news.xml', xml('urlset', 'url', one))
    pipeline.web.set(one, pageOf('The first', ferryText))
    pipeline.web.set(two, pageOf('The second', ferryText.replaceAll('ferry', 'train')))
    await pipeline.run()
    pipeline.web.set('https://gov.example/news.xml', xml('urlset', 'url', two, one))
    await pipeline.run()
    expect((await articlesOf(pipeline)).map(({ headline }) => headline).toSorted()).toEqual([
      'The first',
      'The second',
    ])
  })

  it('that states where its document belongs has its relative addresses resolved there', async () => {
    const pipeline = ferryPipeline()
    const contentType = 'application/rss+xml'
    pipeline.web.set(FEED, {
      kind: 'fetched',
      status: 200,
      bytes: Buffer.from(feedOf({ ...ferry, url: 'ferry' })),
      headers: { 'content-location': '/news/all.xml' },
      contentType,
      validators: {},
      finalUrl: FEED,
    })
    await pipeline.run()
    expect(await articlesOf(pipeline)).toMatchObject([{ url: 'https://harbour.example/news/ferry' }])
  })

  it('with an entry too large for a message loses none of it', async () => {
    const pipeline = ferryPipeline()
    const long = `${'A word of the harbour master. '.repeat(4_000)}The end.`
    pipeline.web.set(FEED, feedOf({ title: 'Minutes', guid: 'minutes', description: long }))
    await pipeline.run()
    const [article] = await articlesOf(pipeline)
    const text = Buffer.from((await pipeline.archive.read(article?.textKey ?? '')) ?? []).toString()
    expect(text).toHaveLength(long.length)
    expect([...pipeline.archive.objects.keys()].some(key => key.startsWith('claims/'))).toBe(true)
  })
})
