import * as z from 'zod/mini'

/** A publisher's claim of a time: an ISO 8601 date (`2026-11-21`) or date-time with its offset in UTC. */
export const PublisherTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/))

/** In lower-case hexadecimal. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Where the proof lies: one record of a WARC pack (ISO 28500), found by key, offset and length. */
export const Evidence = z.object({
  key: z.string(),
  offset: z.int().check(z.nonnegative()),
  length: z.int().check(z.positive()),
  /** The record that follows says what was made of the document: furniture taken out, repairs, images. */
  auditLength: z.optional(z.int().check(z.positive())),
  /** Of the payload as the publisher sent it, without HTTP headers. */
  sha256: Sha256,
  status: z.optional(z.int()),
  headers: z.optional(z.record(z.string(), z.string())),
  contentType: z.optional(z.string()),
  fetchedAt: z.iso.datetime(),
  finalUrl: z.optional(z.string()),
})
export type Evidence = z.infer<typeof Evidence>

export const RevisionReason = z.enum([
  'created',
  'content',
  'metadata',
  'completed',
  'withdrawn',
  'restored',
  'reprocessed',
])
export type RevisionReason = z.infer<typeof RevisionReason>

/** How far apart two revisions of an article are, as `compareRevisions` grades it. */
export const ChangeKind = z.enum(['cosmetic', 'minor', 'material', 'replaced'])
export type ChangeKind = z.infer<typeof ChangeKind>

export const Media = z.object({
  url: z.string(),
  type: z.optional(z.string()),
  length: z.optional(z.number()),
})

/**
 * One revision of one article. Field names follow schema.org NewsArticle and IPTC ninjs where they have a
 * word. Absence is absence: a field that nobody stated is not there.
 */
export const Article = z.object({
  articleId: z.string(),
  identityBasis: z.enum(['guid', 'url', 'composite']),
  revision: z.int().check(z.positive()),
  revisionReason: RevisionReason,
  /** What this revision changed of the one before, by field, and how grave that is. */
  change: z.optional(z.object({ kind: ChangeKind, fields: z.array(z.string()) })),
  /** The article that stood at this address before: publishers use an address again for another story. */
  replaces: z.optional(z.string()),
  /** `partial`: from the feed entry alone, the page could not be read yet. */
  completeness: z.enum(['full', 'partial']),
  /** The source that carried it first; `seenIn` has every source that carried it. */
  sourceId: z.string(),
  seenIn: z.array(z.string()),
  url: z.optional(z.string()),
  canonicalUrl: z.optional(z.string()),
  headline: z.string(),
  summary: z.optional(z.string()),
  excerpt: z.string(),
  textKey: z.string(),
  wordCount: z.int(),
  authors: z.array(z.string()),
  publisher: z.object({ name: z.string(), country: z.string(), kind: z.string() }),
  language: z.optional(z.string()),
  /** `text`: what is declared is plainly not what the text is written in. */
  languageBasis: z.optional(z.enum(['feed', 'page', 'source', 'text'])),
  publishedAt: z.optional(PublisherTime),
  publishedPrecision: z.optional(z.enum(['second', 'minute', 'date'])),
  publishedBasis: z.optional(z.enum(['feed', 'list', 'page'])),
  modifiedAt: z.optional(PublisherTime),
  /** Place and day as the text opens with them: "YEREVAN, 21 November". */
  dateline: z.optional(z.string()),
  /** Whom the page names as its source: "Reuters", "rbc.ru". */
  attribution: z.optional(z.string()),
  /** Ours: when the first revision and when this revision was recorded. Lists and cursors order by these. */
  firstSeenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
  media: z.array(Media),
  rights: z.optional(z.record(z.string(), z.string())),
  hashes: z.object({
    /** Of the raw payload, of the stored text's bytes, of the headline; `core` ignores case and typography. */
    raw: Sha256,
    text: Sha256,
    title: Sha256,
    core: z.optional(Sha256),
    /** Of the feed entry this revision was built from: an entry seen again unchanged costs no fetch. */
    entry: Sha256,
  }),
  duplicateOf: z.optional(z.string()),
  /** What was mended in the text, by name: broken entities, mojibake, hidden characters. */
  repairs: z.array(z.string()),
  evidence: Evidence,
  /** When the poll saw the entry that this revision was built from: what is read late does not overwrite. */
  entrySeenAt: z.iso.datetime(),
  /** The version of the source's state that the poll which saw the entry was to save: orders entries without a clock. */
  pollVersion: z.optional(z.int().check(z.positive())),
  extraction: z.object({ method: z.string(), version: z.string(), note: z.optional(z.string()) }),
  schemaVersion: z.literal(1),
})
export type Article = z.infer<typeof Article>
