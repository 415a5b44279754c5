import { parseHTML } from 'linkedom'
import Parser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { courierStories } from '../../../infra/sample-publisher/articles/courier.ts'
import { governmentReleases } from '../../../infra/sample-publisher/articles/government.ts'
import { instituteFeed, instituteNotices } from '../../../infra/sample-publisher/articles/institute.ts'
import { sitePages } from '../../../infra/sample-publisher/site.ts'

const origin = 'http://127.0.0.1:4187'
const revisedAt = '2026-11-22T09:00:00+01:00'
const pages = sitePages(origin, undefined)
const revisedPages = sitePages(origin, revisedAt)

const body = (path: string, of = pages) => of.get(path)?.body ?? ''
const page = (path: string, of = pages) => parseHTML(body(path, of)).document
const feed = (path: string, of = pages) => new Parser().parseString(body(path, of))
const words = (text: string | null | undefined) => (text ?? '').split(/\s+/).filter(word => word !== '')

const everyArticle = [...courierStories, ...instituteNotices, ...governmentReleases]

describe('the three lists', () => {
  test('the RSS feed is well-formed and leads to a page for each of its eight items', async () => {
    const { title, items } = await feed('/rss.xml')
    expect(title).toBe('The Kestrian Courier')
    expect(items.map(item => item.link)).toEqual(courierStories.map(({ path }) => origin + path))
    expect(items).toHaveLength(8)
    expect(new Set(items.map(item => item.guid)).size).toBe(8)
    expect(items.map(item => item.isoDate)).toEqual(
      courierStories.map(({ publishedAt }) => new Date(publishedAt).toISOString()),
    )
  })

  test('the Atom feed is well-formed, carries whole texts and names its six entries by ids that are no addresses', async () => {
    const { items } = await feed('/atom.xml')
    expect(items).toHaveLength(6)
    expect(items.every(({ id }) => String(id).startsWith('tag:'))).toBe(true)
    expect(new Set(items.map(({ id }) => id)).size).toBe(6)
    expect(items.map(({ content }) => words(content).length > 150)).toEqual(Array(6).fill(true))
  })

  test('the government has a list and no feed', () => {
    const list = page('/press-releases/')
    const items = [...list.querySelectorAll('ul.releases > li')].map(item => ({
      path: item.querySelector('a')?.getAttribute('href'),
      title: item.querySelector('.release-title')?.textContent,
      day: item.querySelector('.release-date')?.textContent,
    }))
    expect(items).toHaveLength(8)
    expect(items[2]).toEqual({
      path: '/press-releases/item/2026/11/18/mountain-roads/',
      title: 'Repaired mountain roads open before the first heavy snow',
      day: '18.11.2026',
    })
    expect(items.map(({ path }) => pages.has(path ?? ''))).toEqual(Array(8).fill(true))
    expect(list.querySelector('link[rel=alternate]')).toBeNull()
  })

  test('each list is newest first', () => {
    for (const articles of [courierStories, instituteFeed, governmentReleases]) {
      const times = articles.map(({ publishedAt }) => Date.parse(publishedAt))
      expect(times).toEqual(times.toSorted((one, other) => other - one))
    }
  })
})

describe('the articles', () => {
  test('each has a page in its language with a body of 150 to 350 words', () => {
    for (const { path, title, language } of everyArticle) {
      const shown = page(path)
      expect(shown.querySelector('h1')?.textContent).toBe(title)
      expect(shown.documentElement.getAttribute('lang')).toBe(language)
      const count = words(shown.querySelector('.story-text, .release-text, .notice')?.textContent).length
      expect([path, count > 150 && count < 350]).toEqual([path, true])
    }
  })

  test('they are in four languages', () => {
    expect(new Set(everyArticle.map(({ language }) => language))).toEqual(new Set(['en', 'fr', 'hy', 'ru']))
  })

  test('one release stands word for word under two addresses, amid different furniture', () => {
    const original = page('/press-releases/item/2026/11/18/mountain-roads/')
    const reprint = page('/courier/2026/11/repaired-mountain-roads-open/')
    expect(reprint.querySelector('.story-text')?.textContent).toBe(
      original.querySelector('.release-text')?.textContent,
    )
    expect(reprint.querySelector('footer')?.textContent).not.toBe(
      original.querySelector('footer')?.textContent,
    )
    expect(reprint.querySelector('.source')?.textContent).toContain('Government of Kestria')
  })

  test('one article is carried by two feeds under the same address', async () => {
    const links = async (path: string) => (await feed(path)).items.map(item => item.link)
    const atom = await links('/atom.xml')
    expect((await links('/rss.xml')).filter(link => atom.includes(link))).toEqual([
      `${origin}/courier/2026/11/how-a-river-gauge-sees-a-flood/`,
    ])
  })

  test('two different releases share a title', () => {
    const meetings = governmentReleases.filter(({ title }) => title === 'Cabinet meeting')
    expect(new Set(meetings.map(({ paragraphs }) => paragraphs.join())).size).toBe(2)
  })
})

describe('the furniture', () => {
  test('a story stands among navigation, shares, related stories, a comment form, a letter, cookies and a footer', () => {
    const story = page('/courier/2026/11/night-ferries-return-to-lake-mirel/')
    const parts = [
      'nav',
      '.breadcrumbs',
      '.share',
      '.related li',
      '.comments form',
      '.newsletter',
      '.cookies',
      'footer',
    ]
    expect(parts.filter(part => story.querySelector(part) === null)).toEqual([])
    expect(story.querySelector('.comments')?.textContent).toContain('Leave a Reply')
    expect(story.querySelector('.comments')?.textContent).toContain(
      'Your email address will not be published.',
    )
  })

  test('a release has more photos and a way back to the list', () => {
    const release = page('/press-releases/item/2026/11/18/mountain-roads/').body.textContent
    expect(release).toContain('more 3 photos')
    expect(release).toContain('← Back to list')
  })

  test('one story has entities with a space in them, entities escaped twice and doubled apostrophes', () => {
    const story = body('/courier/2026/11/delta-mayors-common-rescue-service/')
    expect(story).toContain('& mdash;')
    expect(story).toContain('&amp;mdash;')
    expect(story).toContain("''")
  })

  test('a story says when and by whom in its linked data', () => {
    const data = page('/courier/2026/11/night-ferries-return-to-lake-mirel/').querySelector(
      'script[type="application/ld+json"]',
    )
    expect(JSON.parse(data?.textContent ?? '')).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2026-11-20T07:15:00+01:00',
      author: { name: 'Mika Brandt' },
    })
  })
})

describe('the correction', () => {
  const notice = '/rivers-and-weather/notices/flood-notice-lower-aldra'

  test('changes a figure, a time and the date of update on the page', () => {
    expect(body(notice)).toContain('Saturday at 18:00, at a level of 4.2 metres')
    expect(body(notice, revisedPages)).toContain('Saturday at 21:30, at a level of 4.6 metres')
    expect(body(notice, revisedPages)).not.toContain('4.2 metres')
    expect(page(notice, revisedPages).querySelector('time')?.textContent).toBe('22 November 2026, 09:00')
  })

  test('changes its entry in the feed and no other', async () => {
    const before = (await feed('/atom.xml')).items
    const after = (await feed('/atom.xml', revisedPages)).items
    expect(after.slice(1)).toEqual(before.slice(1))
    expect(after[0]?.id).toBe(before[0]?.id)
    expect(after[0]?.summary).toContain('4.6 metres')
    expect(body('/atom.xml', revisedPages).match(/<updated>(.*)<\/updated>/)?.[1]).toBe(revisedAt)
  })

  test('leaves every page of the other houses alone', () => {
    const changed = [...pages].filter(([path, { body }]) => body !== revisedPages.get(path)?.body)
    expect(changed.map(([path]) => path)).toEqual(['/atom.xml', notice])
  })
})
