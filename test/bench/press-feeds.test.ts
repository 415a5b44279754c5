import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../shared/feed/parse.ts'
import { archiveRss, newsroomAtom, pressOfficeRss } from './press-feeds.ts'

describe.each([
  { feed: pressOfficeRss, bytes: 46_000, entries: 30 },
  { feed: archiveRss, bytes: 3_000_000, entries: 500 },
  { feed: newsroomAtom, bytes: 427_000, entries: 100 },
])('the generated feed of $entries entries', ({ feed, bytes, entries }) => {
  it('is the same in every run, and within 3 % of the size that it is known by', () => {
    expect(feed()).toEqual(feed())
    expect(Math.abs(Buffer.byteLength(feed().text) / bytes - 1)).toBeLessThan(0.03)
  })

  it('is whole: every entry has its name, title, date, address and text of its own', async () => {
    const read = await parseFeed(Buffer.from(feed().text), { url: 'https://press.example/feed.xml' })
    if (read.kind !== 'feed') throw new Error(read.reason)
    expect(feed().entries).toBe(entries)
    expect(read.notes).toEqual([])
    expect(new Set(read.entries.map(({ guid }) => guid)).size).toBe(entries)
    expect(new Set(read.entries.map(({ url }) => url)).size).toBe(entries)
    expect(new Set(read.entries.map(({ content, summary }) => content ?? summary)).size).toBe(entries)
    for (const { title, publishedAt } of read.entries) {
      expect(title).toMatch(/^\S.{30,}/)
      expect(publishedAt).toMatch(/^2026-11-\d\d/)
    }
  })
})
