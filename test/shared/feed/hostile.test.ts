import { describe, expect, it } from 'vitest'
import { readSource } from '../../../shared/feed/read.ts'

const CAP_BYTES = 8 * 1024 * 1024
const url = 'https://hostile.example/feed'
const flood = (text: string, length = CAP_BYTES) => text.repeat(Math.floor(length / text.length))
const item = (inside: string) =>
  `<rss version="2.0"><channel><title>C</title><item><title>T</title>${inside}</item></channel></rss>`

/** Twice the budget of 1 s: test machines run several workers on few cores. */
const BUDGET_MS = 2_000

const cpuMs = async (kind: 'feed' | 'page' | 'sitemap' | 'json', text: string) => {
  const bytes = new TextEncoder().encode(text)
  const before = process.threadCpuUsage()
  const read = await readSource({ kind, url }, { bytes, url })
  const used = process.threadCpuUsage(before)
  return { read, ms: (used.user + used.system) / 1_000 }
}

describe('8 MB of hostile input is read within its budget', () => {
  it.each([
    ['nested tags', item(`<description>${flood('<b>')}</description>`)],
    ['a million siblings', item(flood('<a/>'))],
    ['bare brackets', item(flood('<'))],
    ['comments that never end', item(flood('<!--'))],
    ['CDATA sections that never end', item(flood('<![CDATA['))],
    ['doctypes', flood('<!DOCTYPE x [')],
    ['quotes that never close', item(flood('<a x="'))],
    ['end tags of nothing', item(flood('</x>'))],
    ['crossed tags', item(flood('<a><b></a></b>'))],
    ['character references', item(`<description>${flood('&#65;')}</description>`)],
    ['names that look like references', item(`<description>${flood('&CounterClockwise')}</description>`)],
    ['the snippet regex of rss-parser', item(`<description>${flood('a&lt;p ')}</description>`)],
    [
      'the snippet regex of rss-parser in CDATA',
      item(`<content:encoded><![CDATA[${flood('a<p ')}]]></content:encoded>`),
    ],
    ['tags in a title', item(`<title>${flood('&lt;b ')}</title>`)],
    ['spaces in a date', item(`<pubDate>1${flood(' ')}2</pubDate>`)],
    ['enclosures', item(flood('<enclosure url="x"/>'))],
    ['keywords', item(`<itunes:keywords>${flood('a,b')}</itunes:keywords>`)],
    ['relative addresses', item(`<description>${flood('&lt;a href="x"&gt;')}</description>`)],
    ['characters of the C1 range', item(`<description>${flood('\u0092', CAP_BYTES / 2)}</description>`)],
    ['text encoded twice', item(`<description>${flood('Ã©', CAP_BYTES / 2)}</description>`)],
    ['brackets of JSON', flood('[')],
  ])(
    '%s',
    async (_, text) => {
      const { ms } = await cpuMs('feed', text)
      expect(ms).toBeLessThan(BUDGET_MS)
    },
    30_000,
  )

  it.each([
    ['page', flood('<div>')],
    ['page', flood('<li><a href="/x">A headline that is long enough</a>')],
    ['page', `<div class="${flood('a b ', CAP_BYTES / 2)}">`],
    [
      'page',
      `${'<div>'.repeat(190)}<a href="/x">A headline that is long enough</a>${'</div>'.repeat(190)}`.repeat(
        2_000,
      ),
    ],
    ['sitemap', `<urlset>${flood('<url><loc>https://h.example/1</loc></url>')}</urlset>`],
    ['json', `[${flood('{"link":"/1","title":"x"},')}{}]`],
  ] as const)(
    '%s %#',
    async (kind, text) => {
      const { ms } = await cpuMs(kind, text)
      expect(ms).toBeLessThan(BUDGET_MS)
    },
    30_000,
  )
})

describe('entities that a DOCTYPE declares', () => {
  it('are never expanded', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('')
    const text = `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]>${item('<description>&l9;&x;</description>')}`
    const { read } = await cpuMs('feed', text)
    expect(read).toMatchObject({ kind: 'feed', entries: [{ summary: '&l9;&x;' }] })
  })
})
