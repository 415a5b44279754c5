import Parser from 'rss-parser'
import * as z from 'zod/mini'
import { canonicalRss } from './canonical-rss.ts'
import type { Entry } from './model.ts'
import { present } from './present.ts'

const text = z.optional(z.string())
const Item = z.object({ guid: text, link: text, title: text, published: text })
const Output = z.object({ items: z.array(Item) })

const parser = new Parser({ customFields: { item: ['published'] } })

/**
 * Passes entries through rss-parser: guid, link, title and date are its reading, joined in order with the
 * fields that RSS has no safe place for. Throws when rss-parser does not give back every item of plain RSS,
 * which would be a fault of ours.
 */
export const throughRssParser = async (entries: readonly Entry[]): Promise<Entry[]> => {
  if (entries.length === 0) return []
  const { items } = z.parse(Output, await parser.parseString(canonicalRss(entries)))
  if (items.length !== entries.length) {
    throw new Error(`rss-parser read ${items.length} items of ${entries.length}`)
  }
  return entries.map((entry, at) => joined(entry, items[at] ?? {}))
}

const joined = (entry: Entry, item: z.infer<typeof Item>): Entry =>
  present({ ...entry, guid: item.guid, url: item.link, title: item.title, publishedAt: item.published })
