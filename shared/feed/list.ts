import { findDate } from '../date/find-date.ts'
import { formatOrder } from '../date/format-order.ts'
import { parseDate } from '../date/parse-date.ts'
import type { DateHints } from '../date/written-date.ts'
import type { ListSelectors } from '../source.ts'
import { orderOfDates } from './date-order.ts'
import { decodeDocument } from './decode.ts'
import { findList } from './find-list.ts'
import { isoLanguage } from './language.ts'
import type { ListedItem } from './listed-item.ts'
import type { DocumentContext, Entry, ParsedFeed, UnreadableReason } from './model.ts'
import { MAX_ENTRIES } from './model.ts'
import type { Page, PageElement } from './page.ts'
import { parsePage, visibleText } from './page.ts'
import { present } from './present.ts'
import { whyNoFeed } from './unreadable.ts'
import { webUrl } from './url.ts'

export type ListContext = DocumentContext & {
  list?: ListSelectors | undefined
  language?: string | undefined
}

/**
 * Entries of an HTML page that lists articles, by the selectors of its source or, without any, by finding the
 * repeated block. A page that yields no entry is unreadable: that is how a changed layout, a login page or a bot
 * wall shows.
 */
export const parseList = (bytes: Uint8Array, context: ListContext): ParsedFeed => {
  const html = decodeDocument(bytes, context.contentType)
  if (html.trim() === '') return { kind: 'unreadable', reason: 'empty' }
  const page = parsePage(html, context.url)
  const language = isoLanguage(context.language ?? page.language)
  const hints = { language, order: formatOrder(context.list?.dateFormat) }
  const items = context.list ? selectItems(page, context.list) : findList(page, hints)
  if (items === 'bad-selector') return { kind: 'unreadable', reason: 'bad-selector' }
  if (!items || items.length === 0) return { kind: 'unreadable', reason: whyNoList(html) }
  const order = hints.order ?? orderOfDates(items.flatMap(item => item.rawDate ?? []))
  const ordered = { ...hints, order }
  return {
    kind: 'feed',
    feed: present({
      format: 'page' as const,
      title: page.title,
      url: context.url,
      language,
      authors: [],
      categories: [],
    }),
    entries: items.slice(0, MAX_ENTRIES).map(item => entryOf(item, ordered)),
    notes: items.length > MAX_ENTRIES ? ['only the first entries were read'] : [],
  }
}

const whyNoList = (html: string): UnreadableReason => {
  const reason = whyNoFeed(html)
  return reason === 'bot-wall' || reason === 'login-page' ? reason : 'no-entries'
}

const selectItems = (page: Page, list: ListSelectors): ListedItem[] | 'bad-selector' => {
  try {
    return Array.from(page.root.querySelectorAll(list.item)).flatMap(item => selectItem(item, page, list))
  } catch {
    return 'bad-selector'
  }
}

const selectItem = (item: PageElement, page: Page, list: ListSelectors): ListedItem[] => {
  const url = webUrl(within(item, list.link)?.getAttribute('href') ?? undefined, page.base)
  const title = visibleText(within(item, list.title))
  const dated = list.date === undefined ? null : within(item, list.date)
  const rawDate = dated?.getAttribute('datetime')?.trim() || visibleText(dated)
  return url === undefined || title === undefined ? [] : [{ url, title, rawDate }]
}

/** An item may be the link itself. */
const within = (item: PageElement, selector: string): PageElement | null =>
  item.querySelector(selector) ?? (item.matches(selector) ? item : null)

const entryOf = ({ url, title, rawDate }: ListedItem, hints: DateHints): Entry => {
  const published =
    rawDate === undefined ? undefined : (parseDate(rawDate, hints) ?? findDate(rawDate, hints))
  return present({
    url,
    title,
    authors: [],
    publishedAt: published?.iso,
    publishedPrecision: published?.precision,
    publishedRaw: rawDate,
    categories: [],
    enclosures: [],
    language: hints.language,
  })
}
