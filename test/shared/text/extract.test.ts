import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { extractArticle } from '../../../shared/text/extract.ts'

const fixture = (name: string) => new URL(`../../fixtures/text/${name}`, import.meta.url)

const Golden = z.object({
  url: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  publishedAt: z.string(),
  language: z.string(),
  attribution: z.optional(z.string()),
  paragraphs: z.array(z.string()),
})

const PROSE =
  'The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring. '

describe('extracting an article', () => {
  it.each(['translated-news', 'government-release'])('reads the page %s as its golden pair says', name => {
    const golden = Golden.parse(JSON.parse(readFileSync(fixture(`${name}.json`), 'utf8')))
    const article = extractArticle(readFileSync(fixture(`${name}.html`)), { url: golden.url })
    expect(article.text.split('\n\n')).toEqual(golden.paragraphs)
    expect(article).toMatchObject({
      title: golden.title,
      authors: golden.authors,
      publishedAt: golden.publishedAt,
      language: golden.language,
    })
    expect(article.attribution).toBe(golden.attribution)
  })

  it('lets the own selector of a source win, and says when it does not match', () => {
    const html = `<body><div class=teaser>${PROSE.repeat(6)}</div><div class=body><p>Short news.</p></div></body>`
    const url = 'https://a.example/1'
    expect(extractArticle(html, { url, selectors: { text: '.body' } })).toMatchObject({
      text: 'Short news.',
      method: 'selector',
    })
    const missed = extractArticle(html, { url, selectors: { text: '.text' } })
    expect(missed.note).toBe('selector .text does not match')
    expect(missed.text).toContain('The council met')
  })

  it('takes the body from JSON-LD when the markup holds only its beginning', () => {
    const body = PROSE.repeat(12)
    const data = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Bridge',
      articleBody: body,
    })
    const html = `<script type="application/ld+json">${data}</script><h1>Bridge</h1><p>${PROSE}</p><div>Subscribe to read on</div>`
    const article = extractArticle(html, { url: 'https://a.example/1' })
    expect(article.method).toBe('json-ld')
    expect(article.text).toBe(body.trim())
  })

  it('reads a page in windows-1251 that says so only in its markup', () => {
    const encoded = Uint8Array.from('Совет собрался в понедельник и решил.', c => {
      const code = c.charCodeAt(0)
      return code >= 0x410 && code < 0x450 ? code - 0x350 : code
    })
    const head = new TextEncoder().encode(
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>',
    )
    const page = new Uint8Array([...head, ...encoded])
    expect(extractArticle(page, { url: 'https://a.example/1' }).text).toBe(
      'Совет собрался в понедельник и решил.',
    )
  })

  it('keeps line breaks within a paragraph and the indentation of code', () => {
    const html = `<article><p>${PROSE}<br>${PROSE}</p><pre>if (x) {\n    y  = ''\n}</pre><p>${PROSE}</p></article>`
    const { text } = extractArticle(html, { url: 'https://a.example/1', selectors: { text: 'article' } })
    expect(text).toBe(`${PROSE.trim()}\n${PROSE.trim()}\n\nif (x) {\n    y  = ''\n}\n\n${PROSE.trim()}`)
  })

  it('recognises what stands in the way of an article', () => {
    const see = (html: string) => extractArticle(html, { url: 'https://a.example/1' }).obstacle
    expect(see('<title>Just a moment...</title><h1>Checking your browser</h1>')).toBe('bot-wall')
    expect(see('<title>Page not found</title><p>Sorry.</p>')).toBe('not-found')
    expect(see('<div id=root></div><script>start()</script>')).toBe('script-only')
    expect(see('<frameset><frame src=a.html></frameset>')).toBe('frameset')
    expect(see(`<title>Why captchas fail</title><p>${PROSE.repeat(9)}</p>`)).toBeUndefined()
  })
})
