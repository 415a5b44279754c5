import { describe, expect, it } from 'vitest'
import { base32, identify } from '../../../shared/dedup/identity.ts'
import type { Entry } from '../../../shared/feed/model.ts'

function entry(overrides: Partial<Entry> = {}): Entry {
  return {
    guid: 'item-1',
    url: 'https://gov.example/news/budget',
    title: 'Cabinet meeting',
    authors: [],
    categories: [],
    enclosures: [],
    ...overrides,
  }
}

describe('the identity of an entry', () => {
  it('is its address, whichever feed carries it and however its guid is rebuilt', () => {
    const first = identify(entry(), { sourceId: 'all-news' })
    const second = identify(
      entry({ guid: 'rebuilt-77', url: 'http://www.gov.example/news/budget/?utm_source=x' }),
      {
        sourceId: 'budget-news',
      },
    )
    expect(second).toEqual(first)
    expect(first.identityBasis).toBe('url')
    expect(first.articleId).toMatch(/^[a-z2-7]{32}$/)
  })

  it('is its guid within its source where several entries share one address', () => {
    const carriedBy = { sourceId: 'bank', urlIsShared: true }
    const one = identify(entry({ guid: 'rate-1' }), carriedBy)
    const other = identify(entry({ guid: 'rate-2' }), carriedBy)
    expect(one.identityBasis).toBe('guid')
    expect(one.articleId).not.toBe(other.articleId)
    expect(identify(entry({ guid: 'rate-1' }), { ...carriedBy, sourceId: 'other' }).articleId).not.toBe(
      one.articleId,
    )
  })

  it('is not a guid that several entries share', () => {
    const carriedBy = { sourceId: 'bank', urlIsShared: true, guidIsShared: true }
    const one = identify(entry({ title: 'Rate of May' }), carriedBy)
    const other = identify(entry({ title: 'Rate of June' }), carriedBy)
    expect(one.identityBasis).toBe('composite')
    expect(one.articleId).not.toBe(other.articleId)
  })

  it('is not the address of a home page', () => {
    const home = identify(entry({ url: 'https://www.gov.example/' }), { sourceId: 'pm' })
    expect(home.identityBasis).toBe('guid')
  })

  it('is never the title alone: a weekly cabinet meeting is a new one each week', () => {
    const bare = { guid: undefined, url: undefined }
    const one = identify(entry({ ...bare, publishedAt: '2026-11-12' }), { sourceId: 'pm' })
    const next = identify(entry({ ...bare, publishedAt: '2026-11-19' }), { sourceId: 'pm' })
    expect(one.identityBasis).toBe('composite')
    expect(next.articleId).not.toBe(one.articleId)
  })

  it('does not run two fields into one', () => {
    const bare = { guid: undefined, url: undefined }
    const one = identify(entry({ ...bare, title: 'ab', summary: 'c' }), { sourceId: 'pm' })
    const other = identify(entry({ ...bare, title: 'a', summary: 'bc' }), { sourceId: 'pm' })
    expect(one.articleId).not.toBe(other.articleId)
  })
})

describe('base32', () => {
  // The test vectors of RFC 4648 §10, in lower case and without padding.
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('of %j is %j', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded)
  })
})
