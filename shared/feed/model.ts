import * as z from 'zod/mini'

const text = z.optional(z.string())

export const Precision = z.enum(['second', 'minute', 'date'])
export type Precision = z.infer<typeof Precision>

export const Enclosure = z.object({ url: z.string(), type: text, length: z.optional(z.number()) })
export type Enclosure = z.infer<typeof Enclosure>

export const Place = z.object({ latitude: z.number(), longitude: z.number() })
export type Place = z.infer<typeof Place>

/**
 * One entry of a source, as its publisher wrote it. `title` is plain text; `summary` and `content` are HTML,
 * so what was plain text comes escaped. An author is a name, `Name <mail>` or a mail address. `publishedAt`
 * and `updatedAt` are ISO 8601: `2026-11-21T09:00:00Z`, or `2026-11-21` where only the day is known.
 */
export const Entry = z.object({
  guid: text,
  url: text,
  title: text,
  summary: text,
  content: text,
  authors: z.array(z.string()),
  publishedAt: text,
  publishedPrecision: z.optional(Precision),
  publishedRaw: text,
  updatedAt: text,
  categories: z.array(z.string()),
  enclosures: z.array(Enclosure),
  language: text,
  event: z.optional(z.object({ startsAt: text, endsAt: text, location: text })),
  place: z.optional(Place),
})
export type Entry = z.infer<typeof Entry>

export const FeedFormat = z.enum(['rss', 'rdf', 'atom', 'json', 'cdf', 'page', 'sitemap', 'json-api'])
export type FeedFormat = z.infer<typeof FeedFormat>

/** What a feed says of itself. `url` is the site it belongs to, not the address it was fetched from. */
export const Feed = z.object({
  format: FeedFormat,
  id: text,
  title: text,
  url: text,
  description: text,
  language: text,
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  publishedAt: text,
  updatedAt: text,
})
export type Feed = z.infer<typeof Feed>

export type UnreadableReason =
  | 'empty'
  | 'web-page'
  | 'login-page'
  | 'bot-wall'
  | 'not-a-feed'
  | 'broken-json'
  | 'no-entries'
  | 'bad-selector'
  | 'not-a-sitemap'

/** Notes tell what was cut or repaired, for the health record of the source. */
export type ReadableFeed = { kind: 'feed'; feed: Feed; entries: Entry[]; notes: string[] }
export type Unreadable = { kind: 'unreadable'; reason: UnreadableReason }
export type ParsedFeed = ReadableFeed | Unreadable

/** The address the bytes came from, and the Content-Type header they came with. */
export type DocumentContext = { url: string; contentType?: string | undefined }

/** Entries kept of one document: ten times what the longest press feed carries; the rest is cut with a note. */
export const MAX_ENTRIES = 2_000
