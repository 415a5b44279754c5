import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../../shared/text/extract.ts'

const BODY =
  '<p>The council met and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'.repeat(
    4,
  )
const dated = (html: string, url = 'https://a.example/news/bridge') => {
  const { publishedAt, publishedPrecision, publishedBasis, modifiedAt, note } = extractArticle(html + BODY, {
    url,
  })
  return { publishedAt, publishedPrecision, publishedBasis, modifiedAt, note }
}
const jsonLd = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...data })}</script>`

describe('the date of an article', () => {
  it('is what JSON-LD says, before meta elements', () => {
    const html = `${jsonLd({ datePublished: '2026-03-04T10:00:00+02:00', dateModified: '2026-03-05' })}<meta property="article:published_time" content="2026-03-01">`
    expect(dated(html)).toMatchObject({
      publishedAt: '2026-03-04T10:00:00+02:00',
      publishedPrecision: 'second',
      publishedBasis: 'jsonld',
      modifiedAt: '2026-03-05',
    })
  })

  it('is a day where only a day is written', () => {
    expect(dated('<h1>Bridge</h1><p>Published on 4 March 2026</p>')).toMatchObject({
      publishedAt: '2026-03-04',
      publishedPrecision: 'date',
      publishedBasis: 'text',
    })
  })

  it('is read in the language of the page', () => {
    expect(dated('<html lang="ru"><h1>Мост</h1><div>21 ноября 2026 г.</div>').publishedAt).toBe('2026-11-21')
    expect(dated('<html lang="hy"><h1>Կամուրջ</h1><div>21.11.2026</div>').publishedAt).toBe('2026-11-21')
  })

  it('comes from the address when nothing else says it, and overrules a page stamped anew', () => {
    expect(dated('<h1>Bridge</h1>', 'https://a.example/2024/05/17/bridge')).toMatchObject({
      publishedAt: '2024-05-17',
      publishedBasis: 'url',
    })
    const restamped = dated(jsonLd({ datePublished: '2026-01-02' }), 'https://a.example/2024/05/17/bridge')
    expect(restamped).toMatchObject({
      publishedAt: '2024-05-17',
      note: 'stated as 2026-01-02, dated 2024-05-17 by its address',
    })
  })

  it('does not come from comments, sidebars or lines about a change', () => {
    const html =
      '<h1>Bridge</h1><aside class=sidebar><time datetime="2020-01-01">1 January 2020</time></aside><p>Updated 9 March 2026</p><p>4 March 2026</p>'
    expect(dated(html).publishedAt).toBe('2026-03-04')
  })

  it('is a day before the web only where the address says so too', () => {
    const html = '<h1>Bridge</h1><meta name="date" content="1975-05-17">'
    expect(dated(html, 'https://a.example/archive/1975/05/17/bridge').publishedAt).toBe('1975-05-17')
    expect(dated(html)).toEqual({ note: 'stated as 1975-05-17, which cannot be' })
  })

  it('is absent when nobody says it, and when what is said cannot be', () => {
    expect(dated('<h1>Bridge</h1>').publishedAt).toBeUndefined()
    for (const time of ['1970-01-01', '2026-02-30', '31/11/2026', '2 hours ago', 'yesterday at 10:30']) {
      const html = `<h1>Bridge</h1><meta name="date" content="${time}">`
      expect(dated(html)).toEqual({ note: `stated as ${time}, which cannot be` })
    }
  })

  it('is never that of a copyright line or of a story’s own dates', () => {
    expect(dated('<h1>Bridge</h1><footer>© 2019 The Council</footer>').publishedAt).toBeUndefined()
    const story = `<h1>Bridge</h1>${'<p>On 3 May 1998 the old bridge was opened by the mayor, who said that it would stand for a hundred years and carry every cart of the valley.</p>'.repeat(3)}`
    expect(dated(story).publishedAt).toBeUndefined()
  })

  it('is the day of the last change, and says so, when no other is stated', () => {
    expect(dated('<h1>Bridge</h1><p>Last updated: 9 March 2026</p>')).toMatchObject({
      publishedAt: '2026-03-09',
      note: 'dated by its last change, the only date stated',
    })
  })
})

describe('a day by the clock of the publisher', () => {
  it('is kept with its offset, however late the hour', () => {
    const late = '2026-11-21T23:30:00-05:00'
    expect(dated(`<meta property="article:published_time" content="${late}">`).publishedAt).toBe(late)
  })

  it('is that of the address when the time is stated in UTC', () => {
    const html = (time: string) => `<meta property="article:published_time" content="${time}">`
    const url = 'https://a.example/2026/11/21/bridge'
    expect(dated(html('2026-11-22T02:41:00Z'), url).publishedAt).toBe('2026-11-21T23:41:00-03:00')
    expect(dated(html('2026-11-20T21:00:00Z'), url).publishedAt).toBe('2026-11-21T00:00:00+03:00')
    expect(dated(html('2026-11-22T20:00:00Z'), url).publishedAt).toBe('2026-11-22T20:00:00Z')
  })
})

describe('a date that pages mark or write', () => {
  it.each([
    ['<meta name="cms:first-published-at" content="2026-03-04">'],
    ['<meta name="published" content="March 4, 2026">'],
    ['<meta name="og:publish_date" content="2026-03-04T09:00:00+13:00">'],
    ['<h1>Bridge</h1><abbr class="published" title="2026-03-04">last week</abbr>'],
    ['<h1>Bridge</h1><span class="when" data-utime="1772616600">some time ago</span>'],
    ['<h1>Bridge</h1><span itemprop="datePublished">4 March 2026</span>'],
    ['<h1>Bridge</h1><div><b>4 March 2026</b><i>Updated on: 9 March 2026</i></div>'],
    ['<h1>Bridge</h1><div><b>Mar 4, 2026</b><i>Anna Berg</i></div>'],
    ['<div class="date-header">Wednesday, March 4, 2026</div><h1>Bridge</h1>'],
    ['<h1>Bridge</h1><div class="submitted">Submitted by anna on Wed, 2026-03-04 10:02</div>'],
    ['<h1>Bridge</h1><p>Published 4th of March 2026 by Anna</p><p>Date: 9–10 May 2026, town hall</p>'],
    ['<h1>Bridge</h1><p>Last updated:</p><p>9 March 2026</p><p>4 March 2026</p>'],
    ['<h1>Bridge</h1><script>page = { "datePublished": "2026-03-04T08:00:00Z" }</script>'],
    ['<h1>Bridge</h1><div data-page="{&quot;publishedAt&quot;:&quot;2026-03-04&quot;}"></div>'],
    [
      '<ul class=menu><li><time datetime="2025-01-31">31/01/2025</time></ul><h1>Bridge</h1><time datetime="2026-03-04"></time>',
    ],
    ['<h1>Bridge</h1>Updated <time datetime="2026-03-09"></time><time datetime="2026-03-04"></time>'],
    ['<h1>Bridge</h1><p>03/04/2026</p><p>Next council: 05/27/2026</p>'],
    ['<html lang=en><h1>Bridge</h1><p>04/03/2026</p><p>Next council: 27/05/2026</p>'],
  ])('%s', html => {
    expect(dated(`${html}<title>Bridge</title>`).publishedAt?.slice(0, 10)).toBe('2026-03-04')
  })

  it.each([
    'https://a.example/2026/03/04/bridge',
    'https://a.example/20260304/bridge',
    'https://a.example/news/2026-03-04-bridge.html',
    'https://a.example/news/bridge-2026-03-04',
    'https://a.example/news/2026/mar/04/bridge',
    'https://a.example/news/2026/March/4/bridge',
    'https://a.example/news/04-03-2026-bridge',
  ])('%s', url => {
    expect(dated('<h1>Bridge</h1>', url)).toMatchObject({ publishedAt: '2026-03-04', publishedBasis: 'url' })
  })
})

describe('a page stamped anew', () => {
  it('is of the earlier day that it shows, when it states its last change for its publication', () => {
    const data = { datePublished: '2026-03-09T10:00:00Z', dateModified: '2026-03-09T10:00:00Z' }
    expect(dated(`${jsonLd(data)}<h1>Bridge</h1><p>4 March 2026</p>`)).toMatchObject({
      publishedAt: '2026-03-04',
      publishedBasis: 'text',
      note: 'stated as 2026-03-09T10:00:00Z, shown as 2026-03-04',
    })
  })

  it('keeps the day that it states when it was changed later, unless a line beside the headline is an earlier one', () => {
    const html = jsonLd({ datePublished: '2026-03-09T10:00:00Z', dateModified: '2026-04-01T10:00:00Z' })
    const published = (line: string) => dated(`${html}<h1>Bridge</h1><p>${line}</p>`).publishedAt
    expect(published('4 March 2026')).toBe('2026-03-04')
    expect(published('Published on 4 March 2026 by Ann Lee in Bridges')).toBe('2026-03-04')
    expect(published('Results of the quarter that went from 4 March 2026')).toBe('2026-03-09T10:00:00Z')
    expect(published('04/03/2026')).toBe('2026-03-09T10:00:00Z')
  })
})
