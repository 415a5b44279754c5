import * as z from 'zod/mini'
import { ArticleEventData } from './events.ts'

/**
 * What an event's data may weigh as JSON in UTF-8: with its envelope and EventBridge's own it stays below the
 * 64 KiB up to which a bus, a topic or a queue counts it as one.
 */
const MAX_DATA_BYTES = 60_000

const LISTED = 10
const NAME_CHARS = 100
const TEXT_CHARS = 200
const ADDRESS_CHARS = 2_000

/** What gives way first stands first; an address is left out whole, for half of one leads nowhere. */
const SHORTENINGS: readonly ((data: ArticleEventData) => Partial<ArticleEventData>)[] = [
  ({ searchText }) => ({ searchText: beginningOf(searchText) }),
  () => ({ rights: undefined }),
  ({ categories }) => ({ categories: fewOf(categories) }),
  ({ tags }) => ({ tags: fewOf(tags) }),
  ({ seenIn }) => ({ seenIn: seenIn && fewOf(seenIn) }),
  ({ authors }) => ({ authors: fewOf(authors) }),
  ({ excerpt }) => ({ excerpt: beginningOf(excerpt) }),
  ({ summary }) => ({ summary: beginningOf(summary) }),
  ({ attribution }) => ({ attribution: beginningOf(attribution) }),
  ({ dateline }) => ({ dateline: beginningOf(dateline) }),
  ({ language }) => ({ language: beginningOf(language) }),
  ({ canonicalUrl }) => ({ canonicalUrl: shortAddress(canonicalUrl) }),
  ({ headline }) => ({ headline: beginningOf(headline) }),
  ({ url }) => ({ url: shortAddress(url) }),
]

/**
 * The data within 60,000 bytes of JSON: as it is if it fits, otherwise with one field after the other shortened,
 * in the order above, until it does. `shortened` names them. What is ours in it (ids, keys, the publisher as the
 * sources file has it) is short by itself and stays.
 */
export function withinSize(data: ArticleEventData): ArticleEventData {
  if (bytesOf(data) <= MAX_DATA_BYTES) return data
  let fitting = data
  const shortened: string[] = []
  for (const shorten of SHORTENINGS) {
    const after = shorten(fitting)
    const before = Object.fromEntries(Object.keys(after).map(field => [field, Object(fitting)[field]]))
    if (JSON.stringify(after) === JSON.stringify(before)) continue
    fitting = { ...fitting, ...after }
    shortened.push(...Object.keys(after))
    if (bytesOf(fitting) <= MAX_DATA_BYTES) break
  }
  // Through JSON, so that what is left out is not there, rather than undefined.
  return z.parse(ArticleEventData, JSON.parse(JSON.stringify({ ...fitting, shortened })))
}

function bytesOf(data: ArticleEventData): number {
  return Buffer.byteLength(JSON.stringify(data))
}

function fewOf(names: readonly string[]): string[] {
  return names.slice(0, LISTED).map(name => beginningOf(name, NAME_CHARS))
}

/** The beginning of a text, never with half of a character that takes two UTF-16 units. */
function beginningOf<Text extends string | undefined>(text: Text, chars?: number): Text | string
function beginningOf(text: string | undefined, chars = TEXT_CHARS): string | undefined {
  if (text === undefined || text.length <= chars) return text
  return `${text.slice(0, chars).replace(/[\ud800-\udbff]$/, '')}…`
}

function shortAddress(url: string | undefined): string | undefined {
  return url === undefined || url.length <= ADDRESS_CHARS ? url : undefined
}
