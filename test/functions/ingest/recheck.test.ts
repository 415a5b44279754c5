import { beforeEach, describe, expect, it, test } from 'vitest'
import type { FetchOutcome } from '../../../shared/web/fetch-outcome.ts'
import { memoryPipeline, type WebAnswer } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { aSource } from '../../support/samples.ts'

const FEED = 'https://harbour.example/notices.xml'
const PAGE = 'https://harbour.example/news/ferry'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const lead =
  'The ferry between Ostervik and the outer islands sails again from Monday. The harbour office repaired the ramp two weeks earlier than planned, and thanked the islanders for their patience.'
const rest =
  'Tickets of the closed weeks stay valid until the end of the year, and children travel free on the first weekend. The first boat leaves the north quay at half past six, the last returns at nine in the evening.'
const edited = lead.replace('Monday', 'Wednesday')

function pageOf(title: string, paragraphs: string[], footer = 'Harbour office, Ostervik'): string {
  const body = paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('')
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${body}</article></main><footer>${footer}</footer></body></html>`
}

const page = pageOf('Ferry sails again', [lead, rest])
const editedPage = pageOf('Ferry sails again', [edited, rest])
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title><item><title>Ferry sails again</title><link>${PAGE}</link><description>Two weeks early.</description><pubDate>Sat, 21 Nov 2026 08:30:00 GMT</pubDate></item></channel></rss>`

const at = { finalUrl: PAGE }
const http404: FetchOutcome = {
  ...at,
  kind: 'failed',
  reason: 'http-404',
  detail: 'not found',
  transient: false,
  status: 404,
}
const http410: FetchOutcome = { ...at, kind: 'gone', status: 410 }

function fetched(
  html: string,
  overrides: { finalUrl?: string; etag?: string; contentType?: string } = {},
): FetchOutcome {
  const { finalUrl = PAGE, etag, contentType = 'text/html' } = overrides
  return {
    kind: 'fetched',
    status: 200,
    bytes: Buffer.from(html),
    headers: { 'content-type': contentType, ...(etag && { etag }) },
    contentType,
    validators: {},
    finalUrl,
  }
}

let pipeline: ReturnType<typeof memoryPipeline>

/** The pipeline once the harbour's notice is on record. */
beforeEach(async () => {
  pipeline = memoryPipeline([aSource({ url: FEED, recheck: true })])
  pipeline.web.set(FEED, feed)
  pipeline.web.set(PAGE, page)
  await pipeline.run()
})

/** Lets time pass to the next turn, looks, and tells how that went. */
async function nextLook(answer?: WebAnswer): Promise<string> {
  const [next] = pipeline.rechecks.all()
  if (next === undefined) return 'no turn left'
  if (answer !== undefined) pipeline.web.set(PAGE, answer)
  pipeline.clock.advance(Date.parse(next.dueAt) - pipeline.clock.nowMs() + 60_000)
  await pipeline.look()
  const [looked] = pipeline.progress.filter(line => line.progress === 'looked').slice(-1)
  return looked?.outcome ?? 'nothing'
}

async function looks(...answers: WebAnswer[]): Promise<string[]> {
  const outcomes: string[] = []
  for (const answer of answers) outcomes.push(await nextLook(answer))
  return outcomes
}

function record() {
  return pipeline.articles.all()
}

function reasons(): string[] {
  return record().map(({ revisionReason }) => revisionReason)
}

function waitMs(): number {
  const [next] = pipeline.rechecks.all()
  return next === undefined ? Number.NaN : Date.parse(next.dueAt) - pipeline.clock.nowMs()
}

describe('a page that stays as it is', () => {
  it('is looked at seven times in a month and then left alone', async () => {
    const startMs = pipeline.clock.nowMs()
    expect(await looks(...Array(8).fill(page))).toEqual([...Array(7).fill('unchanged'), 'no turn left'])
    expect(pipeline.clock.nowMs() - startMs).toBeGreaterThan(30 * DAY_MS)
    expect(reasons()).toEqual(['created'])
  })

  it('costs two writes a look: its turn leaves the list, and the next one is put on it', async () => {
    const writes: string[] = []
    const counted = (of: object, name: string) =>
      new Proxy(of, {
        get: (target, key) => {
          const call: unknown = Reflect.get(target, key)
          if (typeof call !== 'function') return call
          return (...args: unknown[]) => {
            if (!/^(?:due|read|revisions)$/.test(String(key))) writes.push(`${name}.${String(key)}`)
            return call(...args)
          }
        },
      })
    const { rechecks, articles, hashes, archive } = pipeline.deps
    const [turn] = pipeline.rechecks.all()
    Object.assign(pipeline.deps, {
      rechecks: counted(rechecks, 'rechecks'),
      articles: counted(articles, 'articles'),
      hashes: counted(hashes, 'hashes'),
      archive: counted(archive, 'archive'),
    })
    pipeline.web.set(PAGE, pageOf('Ferry sails again', [lead, rest], 'another footer'))
    await pipeline.handlers.ingest(queueEvent([JSON.stringify(turn)]), pipeline.context)
    expect(writes).toEqual(['rechecks.schedule'])
  })

  it('is asked for with the validators of its evidence, and a 304 ends the look', async () => {
    pipeline = memoryPipeline([aSource({ url: FEED, recheck: true })])
    pipeline.web.set(FEED, feed)
    const asked: unknown[] = []
    pipeline.web.set(PAGE, validators => {
      asked.push(validators)
      return validators.etag === '"v1"'
        ? { ...at, kind: 'not-modified', status: 304, headers: {}, validators }
        : fetched(page, { etag: '"v1"' })
    })
    await pipeline.run()
    expect(await nextLook()).toBe('unchanged')
    expect(asked).toEqual([{}, { etag: '"v1"', url: PAGE }])
  })

  it('is not looked at when its source does not ask for it', async () => {
    pipeline = memoryPipeline([aSource({ url: FEED })])
    pipeline.web.set(FEED, feed)
    pipeline.web.set(PAGE, page)
    await pipeline.run()
    expect(record()).toHaveLength(1)
    expect(pipeline.rechecks.all()).toEqual([])
  })

  it('is not revised for other furniture, however often that changes', async () => {
    const footers = ['2 readers', '3 readers', '5 readers'].map(footer =>
      pageOf('Ferry sails again', [lead, rest], footer),
    )
    expect(await looks(...footers)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(reasons()).toEqual(['created'])
  })
})

describe('a page that was edited', () => {
  it('is recorded once two looks some minutes apart agree', async () => {
    expect(await nextLook(editedPage)).toBe('unconfirmed')
    expect(reasons()).toEqual(['created'])
    expect(waitMs()).toBeLessThanOrEqual(10 * 60_000)
    expect(await looks(editedPage, editedPage, editedPage)).toEqual(['revised', 'unchanged', 'unchanged'])
    expect(reasons()).toEqual(['created', 'content'])
    const [first, second] = record()
    expect(second).toMatchObject({
      revision: 2,
      change: { kind: 'material', fields: ['text'] },
      headline: 'Ferry sails again',
      summary: 'Two weeks early.',
      publishedAt: '2026-11-21T08:30:00Z',
      publishedBasis: 'feed',
      firstSeenAt: first?.firstSeenAt,
      entrySeenAt: first?.entrySeenAt,
    })
    expect(second?.evidence.key).not.toBe(first?.evidence.key)
    const text = await pipeline.archive.read(second?.textKey ?? '')
    expect(Buffer.from(text ?? []).toString()).toContain('from Wednesday')
    expect(pipeline.bus.announced.map(({ detailType }) => detailType)).toEqual([
      'Article Published',
      'Article Updated',
    ])
  })

  it('is looked at from then on as one that is new', async () => {
    await looks(page, page, page, page, editedPage, editedPage)
    expect(reasons()).toEqual(['created', 'content'])
    expect(waitMs()).toBeLessThan(19 * 60_000)
  })

  it('is recorded with its new headline where the record has the page’s', async () => {
    const renamed = pageOf('Ferry sails on Wednesday', [lead, rest])
    expect(await looks(renamed, renamed)).toEqual(['unconfirmed', 'revised'])
    expect(record()[1]).toMatchObject({
      headline: 'Ferry sails on Wednesday',
      change: { kind: 'material', fields: ['headline'] },
    })
  })

  it('keeps the headline that its feed words differently than the page', async () => {
    pipeline = memoryPipeline([aSource({ url: FEED, recheck: true })])
    pipeline.web.set(FEED, feed.replace('Ferry sails again', 'Island ferry: two weeks early'))
    pipeline.web.set(PAGE, page)
    await pipeline.run()
    const renamed = pageOf('Ferry sails once more', [lead, rest])
    expect(await looks(renamed, renamed)).toEqual(['unchanged', 'unchanged'])
    const both = pageOf('Ferry sails once more', [edited, rest])
    expect(await looks(both, both)).toEqual(['unconfirmed', 'revised'])
    expect(record()[1]).toMatchObject({
      headline: 'Island ferry: two weeks early',
      change: { fields: ['text'] },
    })
  })

  it('has its text claimed on redelivery when the first attempt ended after the row', async () => {
    await nextLook(editedPage)
    const turn = JSON.stringify(pipeline.rechecks.all()[0])
    const { hashes } = pipeline.deps
    const failing = { ...hashes, claim: async () => Promise.reject(new Error('the table is away')) }
    pipeline.clock.advance(11 * 60_000)
    Object.assign(pipeline.deps, { hashes: failing })
    await pipeline.handlers.ingest(queueEvent([turn]), pipeline.context)
    Object.assign(pipeline.deps, { hashes })
    expect(reasons()).toEqual(['created', 'content'])
    const { core = '' } = record()[1]?.hashes ?? {}
    expect(await hashes.holder(core)).toBeUndefined()
    await pipeline.handlers.ingest(queueEvent([turn], 2), pipeline.context)
    expect(await hashes.holder(core)).toMatchObject({ articleId: record()[0]?.articleId })
    expect(reasons()).toEqual(['created', 'content'])
  })

  it('is not believed when the second look sees the old page again', async () => {
    expect(await looks(editedPage, page, page)).toEqual(['unconfirmed', 'unchanged', 'unchanged'])
    expect(reasons()).toEqual(['created'])
  })

  it('that says something else at each look is never recorded, and costs one look more', async () => {
    const counting = [1, 2, 3, 4].map(count =>
      pageOf('Ferry sails again', [lead, `${rest} Read by ${count}00.`]),
    )
    await looks(...counting)
    expect(reasons()).toEqual(['created'])
    expect(waitMs()).toBeGreaterThan(2 * HOUR_MS)
  })

  it('is compared with what the feed brought meanwhile', async () => {
    expect(await nextLook(editedPage)).toBe('unconfirmed')
    pipeline.web.set(FEED, feed.replace('Two weeks early.', 'Two weeks early, from Wednesday.'))
    await pipeline.run()
    expect(reasons()).toEqual(['created', 'content'])
    expect(await looks(editedPage, editedPage)).toEqual(['unchanged', 'unchanged'])
    expect(reasons()).toEqual(['created', 'content'])
  })

  it('is recorded once also when both messages of a turn are worked on at once', async () => {
    expect(await nextLook(editedPage)).toBe('unconfirmed')
    const turn = JSON.stringify(pipeline.rechecks.all()[0])
    pipeline.clock.advance(11 * 60_000)
    await pipeline.handlers.ingest(queueEvent([turn, turn, turn]), pipeline.context)
    expect(reasons()).toEqual(['created', 'content'])
    await pipeline.handlers.ingest(queueEvent([turn], 2), pipeline.context)
    expect(reasons()).toEqual(['created', 'content'])
  })

  it('is no revision when only our reading of the same page differs', async () => {
    const [first] = record()
    if (first === undefined) throw new Error('no article')
    const otherwise = { ...first, articleId: 'read-otherwise', url: 'https://harbour.example/news/ferry?old' }
    const core = 'f'.repeat(64)
    await pipeline.articles.insert({ ...otherwise, hashes: { ...first.hashes, core, raw: core } })
    const dueAt = new Date(pipeline.clock.nowMs() - 60_000).toISOString()
    await pipeline.rechecks.schedule({
      kind: 'recheck',
      sourceId: first.sourceId,
      articleId: otherwise.articleId,
      dueAt,
    })
    pipeline.web.set(otherwise.url, pageOf('Ferry sails again', [lead, rest], 'a new footer'))
    await pipeline.look()
    const looked = pipeline.progress.filter(line => line.progress === 'looked')
    expect(looked).toMatchObject([{ outcome: 'unchanged' }])
  })
})

describe('a page that is gone', () => {
  test.each([
    ['404', http404],
    ['410', http410],
  ])('withdraws its article when two looks an hour apart find %s', async (_, gone) => {
    expect(await nextLook(gone)).toBe('unconfirmed')
    expect(waitMs()).toBeGreaterThan(HOUR_MS - 60_000)
    expect(await nextLook(gone)).toBe('withdrawn')
    const [first, second] = record()
    expect(second).toMatchObject({
      revision: 2,
      revisionReason: 'withdrawn',
      textKey: first?.textKey,
      evidence: first?.evidence,
      headline: 'Ferry sails again',
    })
    expect(second?.extraction.note).toMatch(/^http-4/)
    expect(pipeline.bus.announced.at(-1)?.detailType).toBe('Article Withdrawn')
    const { articles } = await pipeline.articles.newest({ limit: 10 })
    expect(articles.map(({ revisionReason }) => revisionReason)).toEqual(['withdrawn'])
  })

  it('once is not withdrawn', async () => {
    expect(await looks(http404, page, page, http404, page)).toEqual([
      'unconfirmed',
      'unchanged',
      'unchanged',
      'unconfirmed',
      'unchanged',
    ])
    expect(reasons()).toEqual(['created'])
  })

  it('is withdrawn once, and stays so while it is away', async () => {
    await looks(http404, http404, http404, http410, http404)
    expect(reasons()).toEqual(['created', 'withdrawn'])
  })

  it('restores its article when two looks find it again, asked for whole', async () => {
    await looks(http410, http410)
    const comparing: WebAnswer = validators =>
      validators.etag === undefined && validators.url === undefined ? page : http410
    expect(await looks(comparing, comparing)).toEqual(['unconfirmed', 'restored'])
    expect(reasons()).toEqual(['created', 'withdrawn', 'restored'])
    expect(record()[2]?.change).toBeUndefined()
    expect(record()[2]?.extraction.note).toBeUndefined()
    expect(pipeline.bus.announced.at(-1)?.detailType).toBe('Article Restored')
  })

  it('is not restored by a page that came back for a moment', async () => {
    await looks(http410, http410)
    expect(await looks(page, http410, http410)).toEqual(['unconfirmed', 'unchanged', 'unchanged'])
    expect(reasons()).toEqual(['created', 'withdrawn'])
  })

  it('tells what changed when it comes back edited', async () => {
    await looks(http410, http410, editedPage, editedPage)
    expect(record()[2]).toMatchObject({
      revisionReason: 'restored',
      change: { kind: 'material', fields: ['text'] },
    })
  })

  it('withdraws nothing while the source itself fails, for then the whole site is in trouble', async () => {
    const [known] = await pipeline.sources.read(['ostervik-harbour'])
    if (known?.state === undefined) throw new Error('the source was never polled')
    const health = { kind: 'failing', reason: 'http-404', since: '2026-11-21T09:05:00.000Z' } as const
    const { version } = known.state
    await pipeline.sources.saveState('ostervik-harbour', { ...known.state, version: version + 1, health })
    expect(await looks(http404, http404, http404)).toEqual(['unclear', 'unclear', 'unclear'])
    expect(reasons()).toEqual(['created'])
  })
})

describe('an answer that tells nothing of the article', () => {
  const wall = pageOf('Just a moment...', [
    'Checking your browser before you go on. This takes a few seconds.',
  ])
  const softly = pageOf('Page not found', ['The page that you are looking for does not exist.'])
  const consent = pageOf('Before you continue', ['We value your privacy. Accept all cookies to go on.'])
  const home = pageOf('Ostervik Harbour', [
    'Welcome to the harbour of Ostervik, the gate to the outer islands since the days of the herring fleets and the stockfish trade with the south.',
    'Here you find berths for guests, tables of tides, the weather of the sound, and the hours of the office on the old quay beside the fish hall.',
    'Boats of up to forty metres find water, electricity and a warm welcome the whole year round. Call us on channel twelve before you come in.',
  ])
  const failure = (reason: 'http-5xx' | 'timeout' | 'dns', status?: number): FetchOutcome => ({
    ...at,
    kind: 'failed',
    reason,
    detail: 'no answer',
    transient: true,
    ...(status !== undefined && { status }),
  })

  test.each<[string, WebAnswer]>([
    ['a bot wall', wall],
    ['a soft 404', softly],
    ['a consent page', consent],
    ['a server’s error', failure('http-5xx', 502)],
    ['a timeout', failure('timeout')],
    ['a name that does not resolve', failure('dns')],
    ['a refusal', { ...at, kind: 'blocked', status: 403, reason: 'forbidden' }],
    ['a redirect loop', { ...at, kind: 'moved', status: 302, to: PAGE, reason: 'loop' }],
    ['a redirect to the home page', fetched(home, { finalUrl: 'https://harbour.example/' })],
    ['the home page at its address', home],
    ['a page that lost its text', pageOf('Ferry sails again', ['Please log in to read on.'])],
    ['a PDF', fetched(page, { contentType: 'application/pdf' })],
  ])('%s neither withdraws nor revises, nor does it end the looks', async (_, answer) => {
    expect(await looks(answer, answer, answer)).toEqual(['unclear', 'unclear', 'unclear'])
    expect(reasons()).toEqual(['created'])
    expect(await nextLook(page)).toBe('unchanged')
  })

  it('leaves a doubt as it is: what was gone before and after it is withdrawn', async () => {
    expect(await looks(http404, failure('http-5xx', 503), http404)).toEqual([
      'unconfirmed',
      'unclear',
      'withdrawn',
    ])
  })

  it('of a host that asks for rest puts the next look off for as long as it asks', async () => {
    const retryAfterMs = 20 * HOUR_MS
    expect(await nextLook({ ...at, kind: 'rate-limited', status: 429, retryAfterMs })).toBe('unclear')
    expect(waitMs()).toBeGreaterThanOrEqual(retryAfterMs)
  })
})

describe('a turn', () => {
  it('ends when its source was removed, or asks for looks no more', async () => {
    await pipeline.sources.put(aSource({ url: FEED }))
    expect(await looks(http404, http404)).toEqual(['ended', 'no turn left'])
    expect(reasons()).toEqual(['created'])
  })

  it('ends when another article stands at the address, and that one’s go on', async () => {
    const other = [
      'The council of the northern villages voted to buy forty new street lamps that dim by themselves after midnight, following two years of complaints about the light over the observatory hill and its telescopes.',
      'Work begins in March at the school and ends beside the old mill; each lamp costs less than half of what the former ones used in a year, the treasurer of the council said after the vote was counted twice.',
    ]
    pipeline.web.set(PAGE, pageOf('Lamps that dim after midnight', other))
    pipeline.web.set(FEED, feed.replace('Ferry sails again', 'Lamps that dim after midnight'))
    await pipeline.run()
    const [former, newer] = record()
    expect(newer).toMatchObject({ replaces: former?.articleId, revision: 1 })
    const outcomes = await looks(...Array(3).fill(pageOf('Lamps that dim after midnight', other)))
    expect(outcomes.toSorted()).toEqual(['ended', 'unchanged', 'unchanged'])
    expect(reasons()).toEqual(['created', 'created'])
    expect(pipeline.rechecks.all().map(({ articleId }) => articleId)).toEqual([newer?.articleId])
  })

  it('ends where there is no page on record to compare with', async () => {
    const [first] = record()
    if (first === undefined) throw new Error('no article')
    await pipeline.articles.insert({ ...first, articleId: 'without-its-page', completeness: 'partial' })
    const { sourceId } = first
    for (const articleId of ['without-its-page', 'never-recorded'])
      await pipeline.rechecks.schedule({
        kind: 'recheck',
        sourceId,
        articleId,
        dueAt: '2026-11-21T09:01:00.000Z',
      })
    expect(await looks(editedPage)).toEqual(['ended'])
    expect(record().map(({ revision }) => revision)).toEqual([1, 1])
  })

  it('of a removed source asks nobody', async () => {
    await pipeline.sources.remove('ostervik-harbour')
    const before = pipeline.asked.length
    expect(await nextLook(http404)).toBe('ended')
    expect(pipeline.asked).toHaveLength(before)
  })

  it('comes back when recording failed, and keeps what it had seen', async () => {
    await nextLook(http404)
    const turn = JSON.stringify(pipeline.rechecks.all()[0])
    pipeline.clock.advance(2 * HOUR_MS)
    const insert = pipeline.deps.articles.insert
    pipeline.deps.articles.insert = async () => Promise.reject(new Error('the table is away'))
    const failed = await pipeline.handlers.ingest(queueEvent([turn]), pipeline.context)
    expect(failed.batchItemFailures).toHaveLength(1)
    pipeline.deps.articles.insert = insert
    await pipeline.handlers.ingest(queueEvent([turn], 2), pipeline.context)
    expect(reasons()).toEqual(['created', 'withdrawn'])
  })

  test.each([
    ['a minute later', 60_000],
    ['out of the dead letters two months later', 60 * DAY_MS],
  ])('that was lost after its record is planned again when the entry comes back %s', async (_, lateMs) => {
    await pipeline.rechecks.remove(pipeline.rechecks.all())
    pipeline.clock.advance(lateMs)
    const entry = { title: 'Ferry sails again', url: PAGE, summary: 'Two weeks early.' }
    const message = {
      sourceId: 'ostervik-harbour',
      documentUrl: FEED,
      seenAt: '2026-11-21T09:00:00.000Z',
      attempt: 0,
      entry: { ...entry, authors: [], categories: [], enclosures: [] },
    }
    await pipeline.handlers.ingest(queueEvent([JSON.stringify(message)], 2), pipeline.context)
    expect(pipeline.rechecks.all()).toHaveLength(1)
  })

  it('whose doubt an old message brings up again counts for the revision it was about', async () => {
    await nextLook(http404)
    const stale = JSON.stringify(pipeline.rechecks.all()[0])
    await looks(http404, page, page)
    expect(reasons()).toEqual(['created', 'withdrawn', 'restored'])
    pipeline.web.set(PAGE, http404)
    await pipeline.handlers.ingest(queueEvent([stale]), pipeline.context)
    expect(reasons()).toEqual(['created', 'withdrawn', 'restored'])
  })
})
