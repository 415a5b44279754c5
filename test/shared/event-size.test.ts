import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announcementOf } from '../../functions/publish/announcements.ts'
import type { Article } from '../../shared/article.ts'
import { ArticleEvent } from '../../shared/events.ts'
import { anArticle } from '../support/samples.ts'

const origin = { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' }
const eventOf = (article: Article) => announcementOf({ kind: 'revision', article }, origin).event
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

const text = (maxLength: number) =>
  fc
    .tuple(
      fc.constantFrom('a', '"', '\u0000', 'ж', '渡', '⛴', '👩', '\ud83d', '\\'),
      fc.nat({ max: maxLength }),
    )
    .map(([unit, length]) => unit.repeat(length))
const names = fc.array(text(300), { maxLength: 40 })
const hostile = fc.record({
  headline: text(40_000),
  summary: text(40_000),
  excerpt: text(10_000),
  authors: names,
  categories: names,
  tags: names,
  seenIn: names,
  url: text(40_000).map(path => `https://harbour.example/${path}`),
  canonicalUrl: text(40_000).map(path => `https://harbour.example/${path}`),
  dateline: text(20_000),
  attribution: text(20_000),
  language: text(20_000),
  rights: fc.record({ licence: text(20_000) }),
})

describe('an event', () => {
  it('stays below 64 KiB whatever a publisher says, is valid, and names what was shortened', () => {
    fc.assert(
      fc.property(hostile, fields => {
        const event = eventOf(anArticle(fields))
        expect(bytesOf(event)).toBeLessThan(64 * 1024 - 2_048)
        expect(ArticleEvent.safeParse(event).success).toBe(true)
        const { shortened = [] } = event.data
        for (const field of ['headline', 'summary', 'excerpt', 'authors', 'url'] as const)
          if (!shortened.includes(field)) expect(event.data[field]).toEqual(fields[field])
      }),
      { numRuns: 30 },
    )
  })

  it('is whole when it fits', () => {
    const url = `https://harbour.example/${'x'.repeat(4_000)}`
    const { data } = eventOf(anArticle({ url, canonicalUrl: url, headline: 'ж'.repeat(500) }))
    expect(data).toMatchObject({ url, canonicalUrl: url })
    expect(data).not.toHaveProperty('shortened')
  })

  it('gives up labels before words, words before addresses, and no address in part', () => {
    const labels = Array.from({ length: 50 }, () => 'ж'.repeat(900))
    const { data } = eventOf(
      anArticle({ categories: labels, url: `https://harbour.example/${'x'.repeat(9_000)}` }),
    )
    expect(data.shortened).toEqual(['categories'])
    expect(data.categories).toHaveLength(10)
    const far = eventOf(anArticle({ url: `https://harbour.example/${'x'.repeat(90_000)}` })).data
    expect(far.shortened?.at(-1)).toBe('url')
    expect(far).not.toHaveProperty('url')
  })

  it('never cuts a character in two', () => {
    const { data } = eventOf(anArticle({ headline: `a${'👩'.repeat(50_000)}` }))
    expect(data.headline.isWellFormed()).toBe(true)
  })

  it('has headline and summary folded for the wildcards of rules', () => {
    const { data } = eventOf(anArticle({ headline: '“ÉCOLE” – Straße', summary: 'Zwei Wochen früher.' }))
    expect(data.searchText).toBe(' ecole strasse zwei wochen fruher ')
    const long = eventOf(anArticle({ summary: 'ferry '.repeat(1_000) })).data.searchText ?? ''
    expect(long.length).toBeLessThanOrEqual(1_001)
    expect(long.endsWith(' ferry ')).toBe(true)
  })
})
