import { describe, expect, it } from 'vitest'
import { canonicalUrl, urlKey } from '../../../shared/dedup/url.ts'

describe('the address that is kept', () => {
  it.each([
    ['https://gov.example/news/1?utm_source=rss&utm_medium=feed', 'https://gov.example/news/1'],
    ['https://gov.example/news?id=7&fbclid=abc#top', 'https://gov.example/news?id=7'],
    ['HTTPS://GOV.example:443/News/One', 'https://gov.example/News/One'],
    ['https://reader:secret@gov.example/a', 'https://gov.example/a'],
    ['not an address', 'not an address'],
    ['mailto:press@gov.example', 'mailto:press@gov.example'],
  ])('of %s is %s', (url, kept) => {
    expect(canonicalUrl(url)).toBe(kept)
  })
})

describe('the key of an address', () => {
  it.each([
    ['http://www.gov.example/news/1/', 'https://gov.example/news/1'],
    ['https://gov.example/news?b=2&a=1', 'https://gov.example/news?a=1&b=2'],
    ['https://gov.example/news/1;jsessionid=AB12', 'https://gov.example/news/1?utm_campaign=x'],
    ['https://gov.example./news/1', 'https://gov.example/news/1'],
  ])('is one for %s and %s', (one, other) => {
    expect(urlKey(one)).toBe(urlKey(other))
    expect(urlKey(one)).toBeDefined()
  })

  it.each([
    ['https://gov.example/news?id=1', 'https://gov.example/news?id=2'],
    ['https://gov.example/News/A', 'https://gov.example/News/a'],
    ['https://gov.example:8080/news/1', 'https://gov.example:9090/news/1'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other))
  })

  it.each([
    'https://gov.example',
    'https://gov.example/',
    'mailto:press@gov.example',
    'javascript:void(0)',
    '',
  ])('is absent for %j, which is no address of an article', url => {
    expect(urlKey(url)).toBeUndefined()
  })
})
