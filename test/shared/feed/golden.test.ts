import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseList } from '../../../shared/feed/list.ts'
import { parseFeed } from '../../../shared/feed/parse.ts'

const feeds = new URL('../../fixtures/feeds/', import.meta.url)
const pages = new URL('pages/', feeds)
const documents = (folder: URL) =>
  readdirSync(folder).filter(name => /\.(?:xml|json|html)$/.test(name) && !name.endsWith('.expected.json'))
const bytesOf = (name: string, folder: URL) => new Uint8Array(readFileSync(new URL(name, folder)))
const expectedOf = (name: string, folder: URL): unknown =>
  JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.expected.json'), folder), 'utf8'))

describe('a feed as a publisher sends it is read as its golden pair says', () => {
  it.each(documents(feeds))('%s', async name => {
    const read = await parseFeed(bytesOf(name, feeds), { url: 'https://example.org/feeds/all' })
    expect(read).toEqual(expectedOf(name, feeds))
  })
})

describe('a list page without selectors is read as its golden pair says', () => {
  it.each(documents(pages))('%s', name => {
    const read = parseList(bytesOf(name, pages), { url: 'https://example.org/en/press-releases' })
    expect(read).toEqual(expectedOf(name, pages))
  })
})
