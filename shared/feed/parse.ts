import { readAtom } from './atom.ts'
import { decodeDocument } from './decode.ts'
import { mayBeDoubleEncoded, repairFeed } from './double-encoding.ts'
import { readJsonFeed } from './json-feed.ts'
import type { DocumentContext, ParsedFeed } from './model.ts'
import { MAX_ENTRIES } from './model.ts'
import { parseJson } from './parse-json.ts'
import { readRss } from './rss.ts'
import { throughRssParser } from './rss-parser-stage.ts'
import { whyNoFeed } from './unreadable.ts'
import type { XmlElement } from './xml/tree.ts'
import { parseXml } from './xml/tree.ts'

const ROOTS = new Set(['rss', 'rdf:rdf', 'rdf', 'channel', 'feed', 'atom:feed', 'entry', 'atom:entry'])
const ENTRIES = new Set(['item', 'entry', 'atom:entry'])

/**
 * Reads a feed from its bytes: RSS 0.9x, 1.0, 1.1 and 2.0, Atom 0.3 and 1.0, JSON Feed, CDF, however badly
 * written. Addresses come absolute, dates as ISO 8601 or not at all. Never throws for anything a publisher
 * sends: what is no feed is `unreadable` with the reason. Notes say what was cut or repaired.
 */
export const parseFeed = async (bytes: Uint8Array, context: DocumentContext): Promise<ParsedFeed> => {
  const text = decodeDocument(bytes, context.contentType)
  const read = readFeed(text, context.url)
  if (read.kind !== 'feed') return read
  const repaired = mayBeDoubleEncoded(text) ? repairFeed(read) : read
  return { ...repaired, entries: await throughRssParser(repaired.entries) }
}

const readFeed = (text: string, base: string): ParsedFeed => {
  if (text.trim() === '') return { kind: 'unreadable', reason: 'empty' }
  if (/^\s{0,99}\ufeff?\s{0,99}[{[]/.test(text.slice(0, 200))) return readJson(text, base)
  const { root, firstName, notes } = parseXml(text, {
    base,
    isRoot: name => ROOTS.has(name),
    isEnough: entryCounter(),
  })
  if (!root || (firstName === 'html' && !hasEntries(root)))
    return { kind: 'unreadable', reason: whyNoFeed(text) }
  if (isAtom(root)) return { kind: 'feed', ...readAtom(root), notes }
  if (isHollow(root)) return { kind: 'unreadable', reason: 'not-a-feed' }
  const reading = readRss(root, formatOf(root))
  return { kind: 'feed', ...reading, notes }
}

const readJson = (text: string, base: string): ParsedFeed => {
  const value = parseJson(text.trim())
  return value === undefined ? { kind: 'unreadable', reason: 'broken-json' } : readJsonFeed(value, base)
}

const entryCounter = (): ((name: string) => boolean) => {
  let entries = 0
  return name => ENTRIES.has(name) && ++entries > MAX_ENTRIES
}

const isAtom = (root: XmlElement): boolean => root.name.endsWith('feed') || root.name.endsWith('entry')

const formatOf = (root: XmlElement): 'rss' | 'rdf' | 'cdf' => {
  if (root.name.startsWith('rdf')) return 'rdf'
  return root.name === 'channel' && root.attributes.some(({ name }) => name.toLowerCase() === 'href')
    ? 'cdf'
    : 'rss'
}

/**
 * Neither a channel nor an item, and yet not empty: rubbish that begins as a feed does, or one cut off at its very
 * start. A root that holds nothing at all is a feed without entries.
 */
const isHollow = (root: XmlElement): boolean =>
  root.name === 'rss' &&
  (!root.isClosed || root.children.some(child => typeof child !== 'string' || child.trim() !== '')) &&
  !root.children.some(child => typeof child !== 'string' && /^(?:channel|items?)$/.test(child.name))

const hasEntries = (element: XmlElement): boolean =>
  element.children.some(
    child =>
      typeof child !== 'string' &&
      (ENTRIES.has(child.name) || (child.name === 'channel' && hasEntries(child))),
  )
