import { describe, expect, it } from 'vitest'
import type { ArticleSelectors } from '../../../shared/source.ts'
import { extractArticle } from '../../../shared/text/extract.ts'

const P =
  '<p>The harbour office said on Monday that the ferry sails again, two weeks earlier than planned.</p>'
const PAGE = `<html lang="en"><title>Harbour</title><meta property="article:published_time" content="2026-11-20">
<meta name="byl" content="By Nobody Atall"><h1>Harbour office</h1><h2 class="name">The ferry sails again</h2>
<p class="when">04/05/2026</p><p class="who">Tova Brandt</p>
<div class="notice">${P}<div class="share">Tell your friends about it</div>${P}</div><aside class="share">Follow us</aside>`

const read = (selectors: ArticleSelectors) =>
  extractArticle(PAGE, { url: 'https://harbour.example/1', selectors })

describe('the selectors of a source', () => {
  it('say where title, date and author stand, whatever the page says of itself', () => {
    const article = read({ text: '.notice', title: '.name', date: '.when', author: '.who' })
    expect(article).toMatchObject({
      title: 'The ferry sails again',
      publishedAt: '2026-04-05',
      publishedPrecision: 'date',
      publishedBasis: 'selector',
      authors: ['Tova Brandt'],
      method: 'selector',
      recipe: { found: ['text', 'title', 'date'], missed: [] },
    })
    expect(article.note).toBeUndefined()
  })

  it('say in which order a date is written', () => {
    expect(read({ date: '.when', dateFormat: 'dd/MM/yyyy' }).publishedAt).toBe('2026-05-04')
  })

  it('read what a machine is told before what a reader is', () => {
    const html = PAGE.replace('<p class="when">', '<p class="when" datetime="2026-11-21T09:30:00+01:00">')
    const { publishedAt } = extractArticle(html, {
      url: 'https://harbour.example/1',
      selectors: { date: '.when' },
    })
    expect(publishedAt).toBe('2026-11-21T09:30:00+01:00')
    expect(read({ date: 'meta[property="article:published_time"]' }).publishedAt).toBe('2026-11-20')
  })

  it('leave out of the text what they are told to, and keep it with what was removed', () => {
    const article = read({ text: '.notice', remove: '.share' })
    expect(article.text.split('\n\n')).toHaveLength(2)
    expect(article.furnitureRemoved).toEqual(['Tell your friends about it', 'Follow us'])
    expect(read({ remove: '.share' }).text).not.toContain('friends')
    expect(read({ remove: 'body, .share' }).text).toContain('The harbour office said')
  })

  it('that find nothing are named in a note, and the page is read without them', () => {
    const article = read({ text: '.body', title: '.head', date: '.who', author: '.writer' })
    expect(article.recipe).toEqual({ found: [], missed: ['text', 'title', 'date'], hasAuthors: false })
    expect(article.note).toBe(
      'selector .body does not match; selector .head does not match; selector .who does not match',
    )
    expect(article).toMatchObject({ title: 'Harbour office', publishedAt: '2026-11-20' })
    expect(article.text).toContain('The harbour office said')
  })

  it('are not spoken of where a source has none', () => {
    expect(extractArticle(PAGE, { url: 'https://harbour.example/1' })).not.toHaveProperty('recipe')
  })
})
