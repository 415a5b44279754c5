import * as z from 'zod/mini'
import { Article } from './article.ts'
import { GapDetected, HealthChanged, RecipeChanged, Silent } from './source-happenings.ts'

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

/** The same for what is told of a source. */
export const SOURCE_EVENT_TYPES = {
  'Source Health Changed': 'communique.source.health-changed.v1',
  'Source Gap Detected': 'communique.source.gap-detected.v1',
  'Source Silent': 'communique.source.silent.v1',
  'Source Recipe Changed': 'communique.source.recipe-changed.v1',
} as const
export type SourceDetailType = keyof typeof SOURCE_EVENT_TYPES

export type DetailType = ArticleDetailType | SourceDetailType

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
  textSha256: z.string(),
  // Optional like all that came after the first events were sent: those are still in archives.
  /** Every source known to carry the article. */
  seenIn: z.optional(z.array(z.string())),
  /** The saved searches that the article answered when it was announced, by name. */
  watches: z.optional(z.array(z.string())),
  /** Headline and summary for a rule's wildcards, folded: lower case, no accents, one space around each word. */
  searchText: z.optional(z.string()),
  /** The fields that were shortened or left out so that the event stays below 64 KiB; the record has them whole. */
  shortened: z.optional(z.array(z.string())),
})
export type ArticleEventData = z.infer<typeof ArticleEventData>

/** What all events have: CloudEvents 1.0 in structured mode, the whole of the EventBridge `detail`. */
const envelope = {
  specversion: z.literal('1.0'),
  /** `articleId#revision#type` or `sourceId#version#type`: the same fact has the same id however often it comes. */
  id: z.string(),
  source: z.string(),
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  sequence: z.string(),
  partitionkey: z.string(),
  /** Which replay or backfill announces this again, as EventBridge names its own; absent the first time. */
  replayname: z.optional(z.string()),
}

export const ArticleEvent = z.object({
  ...envelope,
  type: z.enum(Object.values(ARTICLE_EVENT_TYPES)),
  dataref: z.string(),
  data: ArticleEventData,
})
export type ArticleEvent = z.infer<typeof ArticleEvent>

/** Of the source, beside what happened to it: enough to filter. `kind` is the publisher's, as in article events. */
const aboutSource = { sourceId: z.string(), country: z.string(), kind: z.string() }

export const SourceEvent = z.discriminatedUnion('type', [
  z.object({
    ...envelope,
    type: z.literal(SOURCE_EVENT_TYPES['Source Health Changed']),
    data: z.object({ ...z.omit(HealthChanged, { at: true, kind: true }).shape, ...aboutSource }),
  }),
  z.object({
    ...envelope,
    type: z.literal(SOURCE_EVENT_TYPES['Source Gap Detected']),
    data: z.object({ ...z.omit(GapDetected, { at: true, kind: true }).shape, ...aboutSource }),
  }),
  z.object({
    ...envelope,
    type: z.literal(SOURCE_EVENT_TYPES['Source Silent']),
    data: z.object({ ...z.omit(Silent, { at: true, kind: true }).shape, ...aboutSource }),
  }),
  z.object({
    ...envelope,
    type: z.literal(SOURCE_EVENT_TYPES['Source Recipe Changed']),
    data: z.object({ ...z.omit(RecipeChanged, { at: true, kind: true }).shape, ...aboutSource }),
  }),
])
export type SourceEvent = z.infer<typeof SourceEvent>

export type ArticleAnnouncement = { detailType: ArticleDetailType; event: ArticleEvent }
export type SourceAnnouncement = { detailType: SourceDetailType; event: SourceEvent }

/** One entry for the bus, as PutEvents takes it. */
export type Announcement = ArticleAnnouncement | SourceAnnouncement

/** What EventBridge hands to a target, as far as the event must be known to pass it on. */
export const BusEvent = z.object({ detail: z.looseObject({ id: z.string() }) })
export type BusEvent = z.infer<typeof BusEvent>
