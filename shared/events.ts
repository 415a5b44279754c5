import * as z from 'zod/mini'
import { Article } from './article.ts'

/** The `source` of every entry on the bus; subscribers' rules match on it. */
export const EVENT_SOURCE = 'communique'

/** EventBridge `detail-type` → CloudEvents `type`: additive evolution only, a new meaning is a new version. */
export const ARTICLE_EVENT_TYPES = {
  'Article Published': 'communique.article.published.v1',
  'Article Completed': 'communique.article.completed.v1',
  'Article Updated': 'communique.article.updated.v1',
  'Article Withdrawn': 'communique.article.withdrawn.v1',
  'Article Restored': 'communique.article.restored.v1',
  'Article Duplicate Linked': 'communique.article.duplicate-linked.v1',
} as const
export type ArticleDetailType = keyof typeof ARTICLE_EVENT_TYPES

/** What an event tells of the article: enough to filter and to show it, with a pointer to the text. */
export const ArticleEventData = z.object({
  ...z.pick(Article, {
    articleId: true,
    revision: true,
    revisionReason: true,
    change: true,
    replaces: true,
    completeness: true,
    sourceId: true,
    url: true,
    canonicalUrl: true,
    headline: true,
    summary: true,
    excerpt: true,
    textKey: true,
    wordCount: true,
    authors: true,
    publisher: true,
    language: true,
    publishedAt: true,
    publishedPrecision: true,
    publishedBasis: true,
    modifiedAt: true,
    dateline: true,
    attribution: true,
    firstSeenAt: true,
    changedAt: true,
    categories: true,
    tags: true,
    rights: true,
    duplicateOf: true,
  }).shape,
  country: z.string(),
  kind: z.string(),
  /** Every source known to carry the article. Optional like all that came after the first events were sent. */
  seenIn: z.optional(z.array(z.string())),
  textSha256: z.string(),
  /** The saved searches that the article answered when it was announced, by name. */
  watches: z.optional(z.array(z.string())),
})
export type ArticleEventData = z.infer<typeof ArticleEventData>

/** CloudEvents 1.0 in structured mode: the whole of the EventBridge `detail`. */
export const ArticleEvent = z.object({
  specversion: z.literal('1.0'),
  /** `articleId#revision#type`: the same fact has the same id however often it is delivered. */
  id: z.string(),
  source: z.string(),
  type: z.enum(Object.values(ARTICLE_EVENT_TYPES)),
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  dataref: z.string(),
  sequence: z.string(),
  partitionkey: z.string(),
  /** Which replay or backfill announces this again, as EventBridge names its own; absent the first time. */
  replayname: z.optional(z.string()),
  data: ArticleEventData,
})
export type ArticleEvent = z.infer<typeof ArticleEvent>

/** One entry for the bus, as PutEvents takes it. */
export type Announcement = { detailType: ArticleDetailType; event: ArticleEvent }
