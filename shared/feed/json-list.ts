import { findDate } from '../date/find-date.ts'
import type { JsonPaths } from '../source.ts'
import { momentOf } from './dates.ts'
import { decodeDocument } from './decode.ts'
import { plainTitle } from './markup.ts'
import { resolveMarkupUrls } from './markup-urls.ts'
import type { DocumentContext, Entry, ParsedFeed } from './model.ts'
import { MAX_ENTRIES } from './model.ts'
import { parseJson } from './parse-json.ts'
import { person } from './person.ts'
import { present } from './present.ts'
import { webUrl } from './url.ts'

/** What most APIs call these fields, WordPress's among them, for a source that names no paths. */
const USUAL: Record<keyof JsonPaths, string[]> = {
  item: [
    '',
    'items',
    'data',
    'results',
    'articles',
    'posts',
    'news',
    'data.items',
    'data.results',
    'response.docs',
    'hits.hits',
  ],
  link: ['link', 'url', 'href', 'permalink', 'web_url', 'webUrl', 'attributes.url', '_source.url'],
  title: ['title.rendered', 'title', 'headline', 'name', 'webTitle', 'attributes.title', '_source.title'],
  date: [
    'date_gmt',
    'date',
    'publishedAt',
    'published_at',
    'published',
    'pubDate',
    'publication_date',
    'created_at',
    'created',
    'attributes.date',
    '_source.date',
  ],
  id: ['guid.rendered', 'guid', 'id', 'uuid', '_id'],
  summary: ['excerpt.rendered', 'excerpt', 'summary', 'description', 'abstract', 'teaser'],
  content: ['content.rendered', 'content', 'body', 'html', 'text'],
  author: ['author.name', 'author', 'byline'],
}

export type JsonContext = DocumentContext & { paths?: JsonPaths | undefined; language?: string | undefined }

/** Entries of a JSON API, by the paths of its source or else by the usual names. No entry means unreadable. */
export const parseJsonList = (bytes: Uint8Array, context: JsonContext): ParsedFeed => {
  const text = decodeDocument(bytes, context.contentType).trim()
  if (text === '') return { kind: 'unreadable', reason: 'empty' }
  const document = parseJson(text)
  if (document === undefined) return { kind: 'unreadable', reason: 'broken-json' }
  const items = listAt(document, context.paths ? [context.paths.item] : USUAL.item)
  const entries = items.slice(0, MAX_ENTRIES).flatMap(item => entryOf(item, context))
  if (entries.length === 0) return { kind: 'unreadable', reason: 'no-entries' }
  return {
    kind: 'feed',
    feed: present({ format: 'json-api' as const, language: context.language, authors: [], categories: [] }),
    entries,
    notes: items.length > MAX_ENTRIES ? ['only the first entries were read'] : [],
  }
}

const listAt = (document: unknown, paths: string[]): unknown[] => {
  for (const path of paths) {
    const found = valueAt(document, path)
    if (Array.isArray(found)) return found
  }
  return []
}

/** The value a dotted path leads to. Only own properties count, so that no path reaches a prototype. */
export const valueAt = (value: unknown, path: string): unknown => {
  const steps = path
    .replace(/^\$\.?/, '')
    .split('.')
    .filter(step => step !== '')
  return steps.reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    return Reflect.get(at, step)
  }, value)
}

const entryOf = (item: unknown, { paths, url: base, language }: JsonContext): Entry[] => {
  const text = (field: keyof JsonPaths): string | undefined => {
    const path = paths?.[field]
    return textAt(item, paths ? (path === undefined ? [] : [path]) : USUAL[field])
  }
  const url = webUrl(text('link'), base)
  const rawTitle = text('title')
  const title = rawTitle && plainTitle(rawTitle)
  if (url === undefined || !title) return []
  const rawDate = text('date')
  const published =
    momentOf(rawDate, language) ?? (rawDate === undefined ? undefined : findDate(rawDate, { language }))
  const author = person(text('author'))
  const [summary, content] = [text('summary'), text('content')]
  return [
    present({
      guid: text('id'),
      url,
      title,
      summary: summary && resolveMarkupUrls(summary, base),
      content: content && resolveMarkupUrls(content, base),
      authors: author === undefined ? [] : [author],
      publishedAt: published?.iso,
      publishedPrecision: published?.precision,
      publishedRaw: rawDate,
      categories: [],
      enclosures: [],
      language,
    }),
  ]
}

const textAt = (item: unknown, paths: string[]): string | undefined => {
  for (const path of paths) {
    const value = valueAt(item, path)
    if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''))
      return String(value).trim()
  }
  return undefined
}
