import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../shared/feed/parse.ts'

const read = (text: string, contentType?: string) =>
  parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/feed', contentType })

describe('what is no feed', () => {
  it.each([
    ['', 'empty'],
    ['\ufeff \n\t', 'empty'],
    ['<!doctype html><html><head><title>News</title></head><body><p>Hello</p></body></html>', 'web-page'],
    ['<html><body><form><input name="p" type="password"></form></body></html>', 'login-page'],
    [
      '<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>',
      'bot-wall',
    ],
    ['Not found', 'not-a-feed'],
    ['<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', 'not-a-feed'],
    ['<rss><chan<&&&;xxxx</rss>', 'not-a-feed'],
    ['<?xml version="1.0"?><rss version="2.0">', 'not-a-feed'],
    ['{"error":"quota"}', 'not-a-feed'],
    ['{"version":"https://jsonfeed.org/version/1","items":[', 'broken-json'],
  ])('%s', async (text, reason) => {
    expect(await read(text)).toEqual({ kind: 'unreadable', reason })
  })

  it('never counts as a feed without entries', async () => {
    const page = '<html><body>see <code>&lt;rss&gt;</code> and <a href="/feed">feed</a></body></html>'
    expect((await read(page, 'application/rss+xml')).kind).toBe('unreadable')
  })
})

describe('a feed of more than 2,000 entries', () => {
  it('is cut with a note', async () => {
    const items = Array.from({ length: 2_050 }, (_, at) => `<item><title>${at}</title></item>`).join('')
    const feed = await read(`<rss version="2.0"><channel><title>Long</title>${items}</channel></rss>`)
    expect(feed).toMatchObject({ kind: 'feed', notes: ['only the first entries were read'] })
    expect(feed.kind === 'feed' && feed.entries.length).toBe(2_000)
    expect(feed.kind === 'feed' && feed.entries[1_999]?.title).toBe('1999')
  })
})

describe('a feed that breaks off', () => {
  it('says so, and drops the address that was cut', async () => {
    const feed = await read('<rss><channel><item><title>A</title><guid>https://example.org/12')
    expect(feed).toMatchObject({ kind: 'feed', entries: [{ title: 'A' }], notes: ['document breaks off'] })
    expect(feed.kind === 'feed' && feed.entries[0]).not.toHaveProperty('guid')
  })
})
