import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Article } from '../article.ts'

/**
 * A revision as a row of the articles table. The fields that keys, filters and a person at the console need
 * stand plainly; the rest is packed, because DynamoDB bills a write by the KiB and a release's metadata alone
 * is about two. Rows of revision 1 are also the article's head: they stand in the index by source, know the
 * latest revision, and collect what is learnt later (who else carried it, whose copy it is).
 */
export type ArticleItem = Record<string, AttributeValue>
export type ArticleKey = { articleId: string; revision: number }

/** The one partition of the index by time. It takes 1,000 writes a second, forty times a busy day's peak. */
export const TIMELINE = 'all'

/**
 * Seeds the compressor with what every record repeats. Bytes once written are read with the dictionary of
 * their version: never change this text, add a version instead.
 */
const DICTIONARY_1 = Buffer.from(
  '"hashes":{"raw":"","text":"","title":"","core":"","entry":""},"evidence":{"key":"raw/.warc.gz","offset":,"length":,"sha256":"","status":200,"headers":{"content-type":"text/html; charset=utf-8","etag":"","last-modified":" GMT","date":"","cache-control":"max-age="},"contentType":"text/html; charset=utf-8","fetchedAt":"202","finalUrl":"https://www."},"extraction":{"method":"readability","version":"1"},"identityBasis":"url","revisionReason":"created","completeness":"full","partial","seenIn":[""],"canonicalUrl":"https://www.","summary":"","excerpt":"","textKey":"text/","wordCount":,"authors":[],"publisher":{"name":"","country":"","kind":"government"},"news","organisation","languageBasis":"feed","publishedAt":"202","publishedPrecision":"second","publishedBasis":"feed","modifiedAt":"","firstSeenAt":"202","categories":[],"tags":[],"media":[{"url":"https://","type":"image/jpeg","length":}],"schemaVersion":1}',
)
const PACKED_VERSION = 1

/** Plain in the row, so absent from the packed part. */
const PLAIN = [
  'articleId',
  'revision',
  'sourceId',
  'url',
  'headline',
  'language',
  'changedAt',
  'duplicateOf',
] as const

/** The sort key of both indexes: our own time first, so that a publisher's clock orders nothing. */
export function changedKey(article: Pick<Article, 'changedAt' | 'articleId' | 'revision'>): string {
  return `${article.changedAt}#${article.articleId}#${article.revision}`
}

function plainAttributes(article: Article): ArticleItem {
  return Object.fromEntries(
    PLAIN.flatMap((name): [string, AttributeValue][] => {
      const value = article[name]
      if (value === undefined) return []
      return [[name, typeof value === 'number' ? { N: String(value) } : { S: value }]]
    }),
  )
}

/**
 * The row that holds a revision.
 * @throws when the article breaks its own schema: a row that no reader understands would stop lists and stream.
 */
export function rowOf(unchecked: Article): ArticleItem {
  const article = z.parse(Article, unchecked)
  const rest = Object.fromEntries(
    Object.entries(article).filter(([name]) => !PLAIN.some(plain => plain === name)),
  )
  const packed = deflateRawSync(JSON.stringify(rest), { level: 9, dictionary: DICTIONARY_1 })
  return {
    ...plainAttributes(article),
    country: { S: article.publisher.country },
    timeline: { S: TIMELINE },
    changedKey: { S: changedKey(article) },
    ...(article.revision === 1 && { sourceKey: { S: article.sourceId } }),
    packed: { B: Buffer.concat([Buffer.from([PACKED_VERSION]), packed]) },
  }
}

const Row = z.object({
  articleId: z.object({ S: z.string() }),
  revision: z.object({ N: z.string() }),
  packed: z.object({ B: z.instanceof(Uint8Array) }),
  alsoSeenIn: z.optional(z.object({ SS: z.array(z.string()) })),
  latestRevision: z.optional(z.object({ N: z.string() })),
})

/**
 * The revision that a row holds, with what its own row has learnt later.
 * @throws when the row is not one of ours: a packed version or a field that this code does not know.
 */
export function articleOf(item: ArticleItem): Article {
  const row = z.parse(Row, item)
  const version = row.packed.B[0]
  if (version !== PACKED_VERSION) {
    throw new Error(`article ${row.articleId.S} is packed as version ${version}: this code reads version 1`)
  }
  const unpacked: unknown = JSON.parse(
    inflateRawSync(row.packed.B.subarray(1), { dictionary: DICTIONARY_1 }).toString('utf8'),
  )
  const plain = Object.fromEntries(
    PLAIN.flatMap((name): [string, unknown][] => {
      const value = item[name]
      if (value?.N !== undefined) return [[name, Number(value.N)]]
      return value?.S === undefined ? [] : [[name, value.S]]
    }),
  )
  const article = z.parse(Article, Object.assign({}, unpacked, plain))
  const others = (row.alsoSeenIn?.SS ?? []).toSorted().filter(sourceId => !article.seenIn.includes(sourceId))
  return { ...article, seenIn: [...article.seenIn, ...others] }
}

/**
 * Whether a stored row is the one that recording this revision writes, whatever its head has learnt since. Two
 * writers may record in one millisecond, so their times being equal does not make it one write.
 */
export function isRowOf(item: ArticleItem | undefined, article: Article): boolean {
  const { packed } = rowOf(article)
  return (
    item?.changedKey?.S === changedKey(article) &&
    item.packed?.B !== undefined &&
    packed?.B !== undefined &&
    Buffer.compare(item.packed.B, packed.B) === 0
  )
}

/**
 * The key of a row of the table or of its indexes.
 * @throws when the row has none, which DynamoDB does not allow.
 */
export function keyOf({ articleId, revision }: ArticleItem): ArticleKey {
  if (articleId?.S === undefined || revision?.N === undefined) throw new Error('a row without its key')
  return { articleId: articleId.S, revision: Number(revision.N) }
}

export function keyAttributes({ articleId, revision }: ArticleKey): ArticleItem {
  return { articleId: { S: articleId }, revision: { N: String(revision) } }
}

/** The latest revision that a head row knows of: its own, until a later one was recorded. */
export function latestRevisionOf(item: ArticleItem): number {
  return Number(item.latestRevision?.N ?? '1')
}

/** The latest revision as a reader sees it: with what the head has learnt since. */
export function withHead(latest: Article, head: Article): Article {
  return { ...latest, seenIn: head.seenIn, duplicateOf: latest.duplicateOf ?? head.duplicateOf }
}
