import { describe, expect, it } from 'vitest'
import { parseList } from '../../../shared/feed/list.ts'

const read = (html: string) => {
  const list = parseList(new TextEncoder().encode(`<html lang="en"><body>${html}</body></html>`), {
    url: 'https://example.org/news',
  })
  return list.kind === 'feed' ? list.entries : []
}
const headlines = [
  'Bridge over the Aue reopens',
  'Harbour dues fall next year',
  'Schools close for the storm',
]
const items = (write: (headline: string, at: number) => string) => headlines.map(write).join('')

describe('finding the list of a page', () => {
  it('takes no date of the page for that of its articles', () => {
    const entries = read(
      `<p>20 November 2026</p><ul>${items((text, at) => `<li><h3><a href="/${at}">${text}</a></h3></li>`)
        .repeat(2)
        .replaceAll('href="/', 'href="/a')}</ul>`,
    )
    expect(entries.map(entry => entry.publishedAt)).not.toContain('2026-11-20')
  })

  it('reads no day that one article speaks of as its date', () => {
    const more = (at: number) => (at === 1 ? 'The law of 3 March 2021 is amended.' : 'More will follow soon.')
    const list = (base: string) =>
      items((text, at) => `<article><h2><a href="/${base}${at}">${text}</a></h2><p>${more(at)}</p></article>`)
    const entries = read(`<main>${list('a')}${list('b')}</main>`)
    expect(entries).toHaveLength(6)
    expect(entries.filter(entry => entry.publishedAt !== undefined)).toEqual([])
  })

  it('leaves out the link to the archive below dated articles', () => {
    const dated = (base: string) =>
      items((text, at) => `<li><span>${20 - at}.11.2026</span> <a href="/${base}${at}">${text}</a></li>`)
    const entries = read(
      `<ul>${dated('a')}${dated('b')}<li><a href="/archive">All messages of earlier years</a></li></ul>`,
    )
    expect(entries.map(entry => entry.url)).not.toContain('https://example.org/archive')
    expect(entries).toHaveLength(6)
  })

  it('keeps a few dated articles before any number of links of a menu', () => {
    const menu = Array.from(
      { length: 400 },
      (_, at) => `<li><a href="/m${at}">Service for citizens ${at}</a></li>`,
    )
    const entries = read(
      `<div><ul>${menu.join('')}</ul></div><div>${items((text, at) => `<p class="n">1${at}.11.2026 <a href="/${at}">${text}</a></p>`)}</div>`,
    )
    expect(entries.map(entry => entry.title)).toEqual(headlines)
  })

  it('takes the words beside a link that only says what it does', () => {
    const entries = read(
      `<div>${items((text, at) => `<div class="n"><p>${text}</p><p>1${at}.11.2026</p><a href="/${at}">View the details</a></div>`)}</div>`,
    )
    expect(entries.map(entry => entry.title)).toEqual(headlines)
  })
})
