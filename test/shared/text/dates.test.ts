import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'

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

  it('is absent when nobody says it, and when what is said cannot be', () => {
    expect(dated('<h1>Bridge</h1>').publishedAt).toBeUndefined()
    expect(dated('<h1>Bridge</h1><meta name="date" content="1970-01-01">').publishedAt).toBeUndefined()
  })
})
