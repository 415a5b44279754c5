import { describe, expect, it } from 'vitest'
import { readSource } from '../../../shared/feed/read.ts'

const url = 'https://ministry.example/news/'
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a page with selectors', () => {
  const html = `<!doctype html><html lang="en"><head><base href="/base/"></head><body>
    <ul class="list"><li><a href="one"><b>One</b></a><i>04.05.2026</i><li><a href="two"><b>Two</b></a><i>5/6/2026</i></ul>
    <ul class="menu"><li><a href="about"><b>About</b></a></li></ul></body></html>`
  const list = { item: 'ul.list > li', link: 'a', title: 'b', date: 'i', dateFormat: 'dd/MM/yyyy' }

  it('gives the entries they point at', async () => {
    const read = await readSource({ kind: 'page', url, list }, { bytes: bytes(html), url })
    expect(read).toMatchObject({
      kind: 'feed',
      entries: [
        { url: 'https://ministry.example/base/one', title: 'One', publishedAt: '2026-05-04' },
        {
          url: 'https://ministry.example/base/two',
          title: 'Two',
          publishedAt: '2026-06-05',
          publishedPrecision: 'date',
        },
      ],
    })
  })

  it('is unreadable when they find nothing, or are none', async () => {
    const moved = await readSource(
      { kind: 'page', url, list: { ...list, item: '.gone' } },
      { bytes: bytes(html), url },
    )
    expect(moved).toEqual({ kind: 'unreadable', reason: 'no-entries' })
    const broken = await readSource(
      { kind: 'page', url, list: { ...list, item: 'li[[' } },
      { bytes: bytes(html), url },
    )
    expect(broken).toEqual({ kind: 'unreadable', reason: 'bad-selector' })
  })

  it('is a bot wall when that is what came', async () => {
    const wall = '<html><title>Just a moment...</title><body>cf-chl</body></html>'
    const read = await readSource({ kind: 'page', url, list }, { bytes: bytes(wall), url })
    expect(read).toEqual({ kind: 'unreadable', reason: 'bot-wall' })
  })
})

describe('a page without selectors', () => {
  it('is unreadable when nothing on it repeats like a list of articles', async () => {
    const menu = '<html><body><nav><a href="/a">About us</a></nav><p>Welcome to our office.</p></body></html>'
    const read = await readSource({ kind: 'page', url }, { bytes: bytes(menu), url })
    expect(read).toEqual({ kind: 'unreadable', reason: 'no-entries' })
  })
})

describe('a sitemap', () => {
  it('gives entries newest first, with the titles of a news sitemap', async () => {
    const xml = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>${url}1</loc><lastmod>2026-11-20</lastmod></url>
      <url><loc>${url}2</loc><n:news><n:publication><n:name>M</n:name><n:language>hy</n:language></n:publication>
      <n:publication_date>2026-11-21T09:00Z</n:publication_date><n:title>Two</n:title></n:news></url></urlset>`
    const read = await readSource({ kind: 'sitemap', url }, { bytes: bytes(xml), url })
    expect(read).toMatchObject({
      kind: 'feed',
      entries: [
        { url: `${url}2`, title: 'Two', language: 'hy', publishedAt: '2026-11-21T09:00:00Z' },
        { url: `${url}1`, updatedAt: '2026-11-20' },
      ],
    })
  })

  it('that is an index names the sitemaps to fetch, changed last first, at most 20', async () => {
    const sitemaps = Array.from(
      { length: 30 },
      (_, at) =>
        `<sitemap><loc>${url}${at}.xml</loc><lastmod>2026-11-${String(at + 1).padStart(2, '0')}</lastmod></sitemap>`,
    )
    const xml = `<sitemapindex>${sitemaps.join('')}</sitemapindex>`
    const read = await readSource({ kind: 'sitemap', url }, { bytes: bytes(xml), url })
    expect(read.kind === 'index' && read.sitemaps.length).toBe(20)
    expect(read.kind === 'index' && read.sitemaps[0]).toEqual({
      url: `${url}29.xml`,
      changedAt: '2026-11-30',
    })
  })

  it('is unreadable when it is none', async () => {
    const read = await readSource({ kind: 'sitemap', url }, { bytes: bytes('<rss/>'), url })
    expect(read).toEqual({ kind: 'unreadable', reason: 'not-a-sitemap' })
  })
})

describe('a JSON API', () => {
  it('is read by the paths of its source', async () => {
    const json = JSON.stringify({
      data: {
        rows: [{ head: { text: 'One &amp; all' }, links: [{ to: '1' }], when: '21/11/2026' }, { head: {} }],
      },
    })
    const paths = { item: 'data.rows', link: 'links.0.to', title: 'head.text', date: 'when' }
    const read = await readSource({ kind: 'json', url, paths, language: 'fr' }, { bytes: bytes(json), url })
    expect(read).toMatchObject({
      kind: 'feed',
      entries: [{ url: `${url}1`, title: 'One & all', publishedAt: '2026-11-21' }],
    })
    expect(read.kind === 'feed' && read.entries.length).toBe(1)
  })

  it('is read by the usual names without paths, WordPress among them', async () => {
    const json = JSON.stringify([
      {
        id: 5,
        link: `${url}5`,
        date_gmt: '2026-11-21T09:00:00',
        title: { rendered: 'Five' },
        content: { rendered: '<p>x</p>' },
      },
    ])
    const read = await readSource({ kind: 'json', url }, { bytes: bytes(json), url })
    expect(read).toMatchObject({
      entries: [
        {
          guid: '5',
          url: `${url}5`,
          title: 'Five',
          content: '<p>x</p>',
          publishedAt: '2026-11-21T09:00:00Z',
        },
      ],
    })
  })

  it('reaches no prototype, and is unreadable without entries', async () => {
    const paths = { item: '__proto__.items', link: 'constructor.name', title: 'title' }
    const read = await readSource({ kind: 'json', url, paths }, { bytes: bytes('{"items":[{}]}'), url })
    expect(read).toEqual({ kind: 'unreadable', reason: 'no-entries' })
  })
})
