import * as z from 'zod/mini'
import { momentOf } from './dates.ts'
import { decodeDocument } from './decode.ts'
import { isoLanguage } from './language.ts'
import type { DocumentContext, Entry, ParsedFeed } from './model.ts'
import { MAX_ENTRIES } from './model.ts'
import type { Page, PageElement } from './page.ts'
import { parsePage, visibleText } from './page.ts'
import { present } from './present.ts'
import { whyNoFeed } from './unreadable.ts'
import { webUrl } from './url.ts'

/** CSS selectors of a list page: `item` within the page, the others within an item. */
export const ListSelectors = z.object({
  item: z.string(),
  link: z.string(),
  title: z.string(),
  date: z.optional(z.string()),
  dateFormat: z.optional(z.string()),
})
export type ListSelectors = z.infer<typeof ListSelectors>

export type ListContext = DocumentContext & {
  list?: ListSelectors | undefined
  language?: string | undefined
}

/**
 * Entries of an HTML page that lists articles, by the selectors of its source. A page that yields no entry
 * is unreadable: that is how a changed layout, a login page or a bot wall shows.
 */
export const parseList = (bytes: Uint8Array, context: ListContext): ParsedFeed => {
  const html = decodeDocument(bytes, context.contentType)
  if (html.trim() === '') return { kind: 'unreadable', reason: 'empty' }
  const page = parsePage(html, context.url)
  const items = context.list ? selected(page.root, context.list.item) : []
  if (items === undefined) return { kind: 'unreadable', reason: 'bad-selector' }
  const language = isoLanguage(context.language ?? page.language)
  const entries = items.slice(0, MAX_ENTRIES).flatMap(item => entryOf(item, page, { ...context, language }))
  if (entries.length === 0) {
    const reason = whyNoFeed(html)
    return {
      kind: 'unreadable',
      reason: reason === 'web-page' || reason === 'not-a-feed' ? 'no-entries' : reason,
    }
  }
  const feed = present({
    format: 'page' as const,
    title: page.title,
    url: context.url,
    language,
    authors: [],
    categories: [],
  })
  return {
    kind: 'feed',
    feed,
    entries,
    notes: items.length > MAX_ENTRIES ? ['only the first entries were read'] : [],
  }
}

/** The elements a selector finds, undefined when it is no selector. */
const selected = (root: PageElement, selector: string): PageElement[] | undefined => {
  try {
    return Array.from(root.querySelectorAll(selector))
  } catch {
    return undefined
  }
}

const within = (item: PageElement, selector: string): PageElement | undefined => {
  const found = selected(item, selector)?.[0]
  return found ?? (selected(item, '*') && matches(item, selector) ? item : undefined)
}

const matches = (item: PageElement, selector: string): boolean => {
  try {
    return item.matches(selector)
  } catch {
    return false
  }
}

const entryOf = (item: PageElement, page: Page, context: ListContext): Entry[] => {
  const { list, language } = context
  if (!list) return []
  const url = webUrl(within(item, list.link)?.getAttribute('href') ?? undefined, page.base)
  const title = visibleText(within(item, list.title) ?? null)
  if (url === undefined || title === undefined) return []
  const dated = list.date === undefined ? undefined : within(item, list.date)
  const raw = dated?.getAttribute('datetime')?.trim() || visibleText(dated ?? null)
  const published = momentOf(raw, language)
  return [
    present({
      url,
      title,
      authors: [],
      publishedAt: published?.iso,
      publishedPrecision: published?.precision,
      publishedRaw: raw,
      categories: [],
      enclosures: [],
      language,
    }),
  ]
}
