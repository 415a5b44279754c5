import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../shared/feed/model.ts'
import { throughRssParser } from '../../../shared/feed/rss-parser-stage.ts'

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(text => text.replace(/[\s\p{C}]+/gu, '').trim())
  .filter(text => text !== '')
const entry = fc.record({
  guid: line,
  title: line,
  url: fc.webUrl(),
  publishedAt: fc.constantFrom('2026-11-21', '2026-11-21T09:00:00Z'),
  content: fc.constant('<p>One <b>two</b> three</p>'),
  authors: fc.array(line, { maxLength: 2 }),
  categories: fc.array(line, { maxLength: 2 }),
  enclosures: fc.constant<Entry['enclosures']>([]),
})

describe('entries that pass through rss-parser', () => {
  it('come back as they went in, whatever signs they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 4 }), async entries => {
        expect(await throughRssParser(entries)).toEqual(entries)
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  it('are read by rss-parser, in order', async () => {
    const bare = { authors: [], categories: [], enclosures: [] }
    const read = await throughRssParser([
      { ...bare, title: ' <b>&amp; ]]> "x"' },
      bare,
      { ...bare, guid: '2' },
    ])
    expect(read).toEqual([{ ...bare, title: ' <b>&amp; ]]> "x"' }, bare, { ...bare, guid: '2' }])
  })
})
