import * as fc from 'fast-check'
import Parser from 'rss-parser'
import { expect, test } from 'vitest'
import { xmlText } from '../../../functions/query/feeds/xml-text.ts'
import { parseFeed } from '../../../shared/feed/parse.ts'
import { aRevisionOf } from '../../support/samples.ts'
import { anId, newsroom } from './newsroom.ts'

async function harbourAndPalace() {
  const room = newsroom()
  await room.record({
    articleId: anId(1),
    headline: 'Fares & <free> days',
    firstSeenAt: '2026-11-21T09:00:00.000Z',
    duplicateOf: anId(9),
  })
  await room.record({
    articleId: anId(2),
    sourceId: 'palace',
    headline: 'Նոր դպրոց',
    language: 'hy',
    publishedAt: '2026-11-21',
    authors: [],
    firstSeenAt: '2026-11-21T09:30:00.000Z',
  })
  return room
}

test('a feed reader reads the articles from /feed.atom, newest first', async () => {
  const room = await harbourAndPalace()
  const { bytes, headers } = await room.ask('/feed.atom')
  const read = await parseFeed(bytes, {
    url: 'https://api.example/feed.atom',
    contentType: headers['content-type'],
  })
  expect(read).toMatchObject({
    kind: 'feed',
    feed: { title: 'Communiqué', format: 'atom' },
    entries: [
      { guid: `urn:communique:article:${anId(2)}`, title: 'Նոր դպրոց', language: 'hy' },
      {
        guid: `urn:communique:article:${anId(1)}`,
        url: `https://harbour.example/news/${anId(1)}`,
        title: 'Fares & <free> days',
        publishedAt: '2026-11-21T08:30:00Z',
        authors: ['Harbour Office'],
        categories: ['Transport', 'copy'],
      },
    ],
  })
})

test('a stock parser reads it too', async () => {
  const { text } = await (await harbourAndPalace()).ask('/feed.atom')
  const { items } = await new Parser().parseString(text)
  expect(items.map(item => item.title)).toEqual(['Նոր դպրոց', 'Fares & <free> days'])
})

test('a bare day is no time: the feed leaves it out rather than invent a midnight', async () => {
  const { json } = await (await harbourAndPalace()).askJson('/feed.json?source=palace')
  expect(json.items).toEqual([expect.not.objectContaining({ date_published: expect.anything() })])
  expect(json.items[0].date_modified).toBe('2026-11-21T09:30:00.000Z')
})

test('/feed.json tells the same, with the record’s own names beside it', async () => {
  const { json, headers } = await (await harbourAndPalace()).askJson('/feed.json?country=NO&limit=1')
  expect(headers['content-type']).toBe('application/feed+json; charset=utf-8')
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Communiqué: country NO',
    feed_url: 'feed.json?country=NO&limit=1',
    items: [{ id: `urn:communique:article:${anId(2)}`, _communique: { articleId: anId(2), revision: 1 } }],
  })
  expect(json.items).toHaveLength(1)
})

test('a reader that has the feed is told so, until something in it changes', async () => {
  const room = newsroom()
  const first = await room.record({ articleId: anId(1) })
  const { headers } = await room.ask('/feed.atom')
  const again = { headers: { 'if-none-match': headers.etag ?? '' } }
  expect((await room.ask('/feed.atom', again)).status).toBe(304)
  await room.record(aRevisionOf(first, { headline: 'Island ferry sails on Tuesday' }))
  const { status, text } = await room.ask('/feed.atom', again)
  expect(status).toBe(200)
  expect(text).toContain('Island ferry sails on Tuesday')
})

test.each(['/feed.atom?cursor=x', '/feed.json?lang=en', '/feed.atom?limit=101'])(
  '%s is refused',
  async target => {
    expect((await newsroom().ask(target)).status).toBe(400)
  },
)

test('a javascript: address of a publisher is no link', async () => {
  const room = newsroom()
  await room.record({ url: 'javascript:alert(1)' })
  expect((await room.ask('/feed.atom')).text).not.toContain('javascript:')
})

test('whatever a publisher writes, the feed stays well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const written = xmlText(text)
      expect(written).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(written.isWellFormed()).toBe(true)
      expect(written.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&')
    }),
  )
})
