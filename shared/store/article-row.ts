import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Article } from '../article.ts'
import { packArticle, unpackArticle } from './article-packing.ts'

/**
 * A revision as a row of the articles table. What keys and filters need stands plainly, the rest is packed, so
 * that a write is one write unit. Rows of revision 1 are also the article's head: they stand in the index by source, know the
 * latest revision, and collect what is learnt later (who else carried it, whose copy it is).
 */
export type ArticleItem = Record<string, AttributeValue>
export type ArticleKey = { articleId: string; revision: number }

/** The one partition of the index by time. It takes 1,000 writes a second, forty times a busy day's peak. */
export const TIMELINE = 'all'

/** The sort key of both indexes: our own time first, so that a publisher's clock orders nothing. */
export function changedKey(article: Pick<Article, 'changedAt' | 'articleId' | 'revision'>): string {
  return `${article.changedAt}#${article.articleId}#${article.revision}`
}

/**
 * The row that holds a revision. `quality` is Brotli's: as small as can be, unless nobody is billed for it.
 * @throws when the article breaks its own schema: a row that no reader understands would stop lists and stream.
 */
export function rowOf(unchecked: Article, quality?: number): ArticleItem {
  const article = z.parse(Article, unchecked)
  const { articleId, revision, language, duplicateOf, publisher } = article
  return {
    ...keyAttributes({ articleId, revision }),
    timeline: { S: TIMELINE },
    changedKey: { S: changedKey(article) },
    ...(revision === 1 && { sourceKey: { S: article.sourceId } }),
    country: { S: publisher.country },
    ...(language !== undefined && { language: { S: language } }),
    ...(duplicateOf !== undefined && { duplicateOf: { S: duplicateOf } }),
    packed: { B: packArticle(article, quality) },
  }
}

const Row = z.object({
  articleId: z.object({ S: z.string() }),
  revision: z.object({ N: z.string() }),
  changedKey: z.object({ S: z.string() }),
  duplicateOf: z.optional(z.object({ S: z.string() })),
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
  const [changedAt = ''] = row.changedKey.S.split('#')
  const article = z.parse(Article, {
    ...unpackArticle(row.packed.B, changedAt),
    articleId: row.articleId.S,
    revision: Number(row.revision.N),
    duplicateOf: row.duplicateOf?.S,
  })
  const others = (row.alsoSeenIn?.SS ?? []).toSorted().filter(sourceId => !article.seenIn.includes(sourceId))
  return { ...article, seenIn: [...article.seenIn, ...others] }
}

/**
 * Whether a stored row is the one that this write writes, whatever its head has learnt since. Two
 * writers may record in one millisecond, so their times being equal does not make it one write.
 */
export function isRowOf(item: ArticleItem | undefined, row: ArticleItem): boolean {
  return (
    item?.packed?.B !== undefined &&
    row.packed?.B !== undefined &&
    item.changedKey?.S === row.changedKey?.S &&
    Buffer.compare(item.packed.B, row.packed.B) === 0
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

/** A row's name among others, such as `a1b2#3`. */
export function nameOf({ articleId, revision }: ArticleKey): string {
  return `${articleId}#${revision}`
}

/** Stands on a head that was not recorded as a copy, but linked later. */
export const LINKED_LATER = { linked: { S: 'later' } }

export function isLinkedLater(item: ArticleItem): boolean {
  return item.linked !== undefined
}

/** The row as it was when it was recorded: without what its head has learnt since. */
export function asCommitted(item: ArticleItem): ArticleItem {
  const { alsoSeenIn: _, latestRevision: _l, linked, ...row } = item
  if (linked === undefined) return row
  const { duplicateOf: _d, ...unlinked } = row
  return unlinked
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
