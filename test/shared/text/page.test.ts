import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'

const P =
  '<p>The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'
const read = (html: string) => extractArticle(html, { url: 'https://a.example/news/1' })

describe('what a page says about its article', () => {
  it('is called by the heading that agrees with its other names, never by the site', () => {
    const html = `<title>Bridge to be rebuilt by spring – Coast Courier</title><h1>Coast Courier</h1><h1>Bridge to be rebuilt by spring</h1>${P.repeat(3)}`
    expect(read(html).title).toBe('Bridge to be rebuilt by spring')
    expect(
      read(
        `<title>Bridge to be rebuilt by spring | Coast Courier</title><h1>Coast Courier</h1>${P.repeat(3)}`,
      ).title,
    ).toBe('Bridge to be rebuilt by spring')
  })

  it('names people as authors, not sites or desks', () => {
    const data = {
      '@graph': [
        { '@type': 'NewsArticle', headline: 'Bridge', author: { '@id': '#p' } },
        { '@type': 'Person', '@id': '#p', name: 'Mira Solanke' },
      ],
    }
    expect(
      read(`<script type="application/ld+json">${JSON.stringify(data)}</script>${P.repeat(3)}`).authors,
    ).toEqual(['Mira Solanke'])
    expect(
      read(`<div class="byline">By Mira Solanke and Jonas Petri | 3 May 2026</div>${P.repeat(3)}`).authors,
    ).toEqual(['Mira Solanke', 'Jonas Petri'])
    expect(
      read(
        `<meta property="og:site_name" content="Coast Courier"><meta name=author content="Coast Courier">${P.repeat(3)}`,
      ).authors,
    ).toEqual([])
  })

  it('shows its images with their captions and the files it attaches', () => {
    const html = `<article><h1>Bridge to be rebuilt</h1>${P}<figure><img src="/b.jpg"><figcaption>The bridge in May</figcaption></figure>${P.repeat(3)}<p>Read <a href="/plan.pdf">the plan</a> of the council in full, it has forty pages.</p><img src="/logo.png"></article>`
    const { images, attachments } = read(html)
    expect(images).toEqual([{ url: 'https://a.example/b.jpg', caption: 'The bridge in May' }])
    expect(attachments).toEqual([{ url: 'https://a.example/plan.pdf', title: 'the plan' }])
  })

  it('is read from the state of its framework when the markup is empty', () => {
    const state = JSON.stringify({ props: { article: { title: 'Bridge', content: P.repeat(5) } } })
    const article = read(`<div id=root></div><script type="application/json">${state}</script>`)
    expect(article.method).toBe('state')
    expect(article.text.split('\n\n')).toHaveLength(5)
  })

  it('keeps paragraphs apart that only two line breaks part, and unclosed ones', () => {
    const sentence = 'The council met on Monday and agreed that the bridge will be rebuilt.'
    expect(
      extractArticle(`<div class=t>${sentence}<br><br>${sentence}<p>${sentence}<p>${sentence}</div>`, {
        url: 'https://a.example/',
        selectors: { text: '.t' },
      }).text.split('\n\n'),
    ).toHaveLength(4)
  })
})
