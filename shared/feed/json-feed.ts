import * as z from 'zod/mini'
import { momentOf } from './dates.ts'
import { isoLanguage } from './language.ts'
import { htmlFromText, plainTitle } from './markup.ts'
import { resolveMarkupUrls } from './markup-urls.ts'
import type { Entry, ParsedFeed } from './model.ts'
import { MAX_ENTRIES } from './model.ts'
import { distinct, person } from './person.ts'
import { present } from './present.ts'
import { resolveUrl, webUrl } from './url.ts'

const text = z.catch(
  z.optional(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform(value => String(value).trim() || undefined),
    ),
  ),
  undefined,
)
const Author = z.object({ name: text, url: text })
const Attachment = z.object({
  url: text,
  mime_type: text,
  size_in_bytes: z.catch(z.optional(z.number()), undefined),
})
const listOf = <T extends z.core.SomeType>(item: T) =>
  z.catch(z.optional(z.array(z.catch(z.nullable(item), null))), undefined)
const people = { author: z.catch(z.optional(Author), undefined), authors: listOf(Author) }

const Item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
  tags: listOf(z.string()),
  attachments: listOf(Attachment),
  language: text,
  ...people,
})
type Item = z.infer<typeof Item>

const JsonFeed = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  description: text,
  language: text,
  items: z.catch(z.optional(z.array(z.unknown())), undefined),
  ...people,
})

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). A field of the wrong type is left out, an item that is no object too. */
export const readJsonFeed = (value: unknown, base: string): ParsedFeed => {
  const parsed = z.safeParse(JsonFeed, value)
  if (!parsed.success || !isJsonFeed(parsed.data)) return { kind: 'unreadable', reason: 'not-a-feed' }
  const { data } = parsed
  const language = isoLanguage(data.language)
  const authors = authorsOf(data)
  const listed = data.items ?? []
  const items = listed.slice(0, MAX_ENTRIES).map(item => z.safeParse(Item, item))
  return {
    kind: 'feed',
    feed: present({
      format: 'json' as const,
      id: data.feed_url,
      title: data.title && plainTitle(htmlFromText(data.title)),
      url: webUrl(data.home_page_url, base),
      description: data.description && htmlFromText(data.description),
      language,
      authors,
      categories: [],
    }),
    entries: items.flatMap(item => (item.success ? [entryOf(item.data, { base, language, authors })] : [])),
    notes: listed.length > MAX_ENTRIES ? ['only the first entries were read'] : [],
  }
}

/** Some publishers give a bare number for a version, or none; other JSON with `items` is an API's, not a feed. */
const isJsonFeed = ({ version, home_page_url, feed_url, items }: z.infer<typeof JsonFeed>): boolean =>
  version === undefined
    ? items !== undefined && (home_page_url !== undefined || feed_url !== undefined)
    : /jsonfeed|^1(?:\.\d)?$/i.test(version)

const entryOf = (
  item: Item,
  feed: { base: string; language: string | undefined; authors: string[] },
): Entry => {
  const language = isoLanguage(item.language) ?? feed.language
  const published = momentOf(item.date_published, language)
  const authors = authorsOf(item)
  return present({
    guid: item.id,
    url:
      webUrl(item.url, feed.base) ??
      webUrl(item.external_url, feed.base) ??
      (/^https?:/.test(item.id ?? '') ? item.id : undefined),
    title: item.title && plainTitle(htmlFromText(item.title)),
    summary: item.summary && htmlFromText(item.summary),
    content: item.content_html
      ? resolveMarkupUrls(item.content_html, feed.base)
      : item.content_text && htmlFromText(item.content_text),
    authors: authors.length > 0 ? authors : feed.authors,
    publishedAt: published?.iso,
    publishedPrecision: published?.precision,
    publishedRaw: item.date_published,
    updatedAt: momentOf(item.date_modified, language)?.iso,
    categories: distinct((item.tags ?? []).map(tag => tag?.trim() || undefined)),
    enclosures: (item.attachments ?? []).flatMap(attachment => {
      const url = resolveUrl(attachment?.url, feed.base)
      return url === undefined
        ? []
        : [present({ url, type: attachment?.mime_type, length: attachment?.size_in_bytes })]
    }),
    language,
  })
}

const authorsOf = (holder: Pick<Item, 'author' | 'authors'>): string[] =>
  distinct([...(holder.authors ?? []), holder.author].map(author => person(author?.name)))
