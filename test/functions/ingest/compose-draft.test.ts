import { describe, expect, it } from 'vitest'
import { composeDraft } from '../../../functions/ingest/compose-draft.ts'
import type { Page } from '../../../functions/ingest/fetch-page.ts'
import { readKnown } from '../../../functions/ingest/read-pages.ts'
import { entryHash } from '../../../shared/dedup/fingerprint.ts'
import { identify } from '../../../shared/dedup/identity.ts'
import type { Entry } from '../../../shared/feed/model.ts'
import type { Source } from '../../../shared/source.ts'
import { UNPOLLED } from '../../../shared/source-state.ts'
import { memoryFurniture } from '../../support/memory-furniture.ts'
import { anEntry, aSource } from '../../support/samples.ts'

const seenAt = '2026-11-21T09:00:00.000Z'

function pageOf(html: string): Page {
  const bytes = Buffer.from(`<!doctype html>${html}`)
  const finalUrl = 'https://harbour.example/news/ferry-sails-again'
  return {
    kind: 'page',
    document: {
      kind: 'fetched',
      status: 200,
      headers: {},
      bytes,
      finalUrl,

      validators: {},
    },
  }
}

async function articleOf(html: string, overrides: Partial<Entry>, ofSource: Partial<Source> = {}) {
  return (await draftOf(html, overrides, ofSource)).article
}

async function draftOf(html: string, overrides: Partial<Entry>, ofSource: Partial<Source> = {}) {
  const entry = anEntry(overrides)
  const source = aSource(ofSource)
  const from = await readKnown(
    {
      kind: 'open',
      message: { sourceId: source.id, documentUrl: source.url, seenAt, attempt: 0, entry },
      isRedelivered: false,
      source,
      state: UNPOLLED,
      entry,
      identity: identify(entry, { sourceId: source.id }),
      articleId: identify(entry, { sourceId: source.id }).articleId,
      generation: 0,
      entryHash: entryHash(entry),
      page: pageOf(html),
    },
    { furniture: memoryFurniture() },
  )
  const draft = await composeDraft(from, Date.parse(seenAt))
  if (draft.kind !== 'draft') throw new Error(`no draft but ${draft.kind}`)
  return draft
}

const body =
  '<h1>Island ferry sails again</h1><p>The ferry sails again from Monday, the harbour office said.</p>'
const published = (time: string) => `<meta property="article:published_time" content="${time}">${body}`

describe('when an article was published', () => {
  it('is on record in UTC, whatever the offset of the page', async () => {
    const html = published('2026-11-21T23:30:00-05:00')
    expect(await articleOf(html, { publishedAt: undefined })).toMatchObject({
      publishedAt: '2026-11-22T04:30:00Z',
      publishedBasis: 'page',
    })
  })

  it("is the page's hour on the feed's day, when the day is the same by the publisher's clock", async () => {
    const html = published('2026-11-21T23:30:00-05:00')
    expect(await articleOf(html, { publishedAt: '2026-11-21' })).toMatchObject({
      publishedAt: '2026-11-22T04:30:00Z',
    })
    expect(await articleOf(html, { publishedAt: '2026-11-22' })).toMatchObject({
      publishedAt: '2026-11-22',
      publishedBasis: 'feed',
    })
  })
})

const RUSSIAN =
  '<h1>Паром</h1><p>Паром снова ходит с понедельника, сообщила вчера служба порта, и на острова он идёт два раза в день, как это было до зимы. Билеты можно купить на пристани и в порту, а расписание для этой линии не меняется до конца года.</p>'

describe('the language of an article', () => {
  it('is what the feed declares, or else the page, or else the source', async () => {
    const page = `<html lang="en-GB">${body}`
    expect(await articleOf(page, { language: 'en-US' })).toMatchObject({
      language: 'en-US',
      languageBasis: 'feed',
    })
    expect(await articleOf(page, {})).toMatchObject({ language: 'en-GB', languageBasis: 'page' })
    expect(await articleOf(body, {})).toMatchObject({ language: 'en', languageBasis: 'source' })
  })

  it.each([
    ['the feed', RUSSIAN, 'en'],
    ['the page', `<html lang="en">${RUSSIAN}`, undefined],
    ['the source', RUSSIAN, undefined],
  ])('is that of the text when %s declares another', async (_, html, language) => {
    const article = await articleOf(html, { language, content: undefined, summary: undefined })
    expect(article).toMatchObject({ language: 'ru', languageBasis: 'text' })
  })
})

describe('what the source’s own selectors find', () => {
  const html =
    '<h1>Island ferry sails again, from Monday on</h1><p class="when">2026-11-20</p><p class="who">Tova Brandt</p>' +
    body
  const feed = { title: 'Ferry', publishedAt: '2026-11-21T08:30:00Z', authors: ['Harbour Office'] }

  it('wins over what the feed says', async () => {
    const article = { title: 'h1', date: '.when', author: '.who' }
    expect(await articleOf(html, feed, { article })).toMatchObject({
      headline: 'Island ferry sails again, from Monday on',
      publishedAt: '2026-11-20',
      publishedPrecision: 'date',
      publishedBasis: 'page',
      authors: ['Tova Brandt'],
    })
  })

  it('is left to the feed where they find nothing', async () => {
    const article = { title: '.headline', date: 'time', author: '.writer' }
    expect(await articleOf(html, feed, { article })).toMatchObject({
      headline: 'Ferry',
      publishedAt: '2026-11-21T08:30:00Z',
      publishedBasis: 'feed',
      authors: ['Harbour Office'],
    })
  })
})

describe('what was made of a page', () => {
  it('tells every date that feed and page state, and of a page’s contradictions in a note', async () => {
    const html = `<meta property="article:published_time" content="2026-11-18T09:00:00Z"><meta property="article:modified_time" content="2026-11-18T09:00:00Z"><h1>Island ferry sails again</h1><time datetime="2026-11-10">10 November 2026</time>${body}`
    const { audit, article } = await draftOf(html, { publishedAt: '2026-11-21' })
    expect(article).toMatchObject({
      publishedAt: '2026-11-21',
      publishedBasis: 'feed',
      extraction: { note: 'stated as 2026-11-18T09:00:00Z, shown as 2026-11-10' },
    })
    expect(audit?.dates).toEqual([
      { at: '2026-11-21', by: 'feed' },
      { at: '2026-11-10', by: 'markup' },
      { at: '2026-11-18T09:00:00Z', by: 'meta' },
      { at: '2026-11-10', by: 'text' },
    ])
  })

  it('tells what was mended in the headline, whoever gave it', async () => {
    const feed = await draftOf(body, { title: 'Caf&amp;eacute; on the pier\u200b' })
    expect(feed.article.headline).toBe('Café on the pier')
    expect(feed.audit?.titleRepairs?.toSorted()).toEqual(['entities: 2', 'zero-width: 1'])
    const page = await draftOf(`<h1>CafÃ© on the long pier opens</h1>${body}`, { title: undefined })
    expect(page.article.headline).toBe('Café on the long pier opens')
    expect(page.audit?.titleRepairs).toEqual(['mojibake: 1'])
  })

  it('tells each kind of repair to the text in the record', async () => {
    const text =
      "<p>The ferry&amp;nbsp;sails again, the ``harbour office'' said\u200b in CafÃ© Nord, and tick\u00adets are sold.</p>"
    const { article } = await draftOf(`<h1>Island ferry</h1>${text.repeat(3)}`, { summary: undefined })
    const kinds = article.repairs.map(repair => repair.replace(/: \d+$/, ''))
    expect(kinds).toEqual(
      expect.arrayContaining(['entities', 'mojibake', 'zero-width', 'soft hyphens', 'quotes']),
    )
  })
})
