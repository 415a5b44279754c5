import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Article } from '../../shared/article.ts'
import { type ArticleLists, type ListQuery, matchesQuery } from '../../shared/store/article-lists.ts'
import {
  type ArticleItem,
  articleOf as articleIn,
  isRowOf,
  keyAttributes,
  keyOf,
  LINKED_LATER,
  latestRevisionOf,
  rowOf,
  withHead,
} from '../../shared/store/article-row.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { ChangedQuery } from '../../shared/store/changed-items.ts'
import { type Commits, commitOf } from '../../shared/store/commits.ts'
import { type ArticleStreamRecord, streamRecords } from './stream-records.ts'

export type MemoryArticles = Articles &
  ArticleLists &
  Commits & {
    /** Every revision on record, in the order in which they were recorded, each as its own row tells it. */
    all: () => Article[]
  }

/**
 * An articles table and its lists that forget themselves. Every row goes through the codec of the real table.
 * `onChange` hears each change as Lambda would hand it over; like DynamoDB, no record tells of a write that
 * changed nothing.
 */
export function memoryArticles({
  onChange = () => {},
  packQuality,
}: {
  onChange?: (record: ArticleStreamRecord) => void
  /** Brotli's, 0 to 11: the best takes a third as long as all else that is done about a row. */
  packQuality?: number
} = {}): MemoryArticles {
  const rows = new Map<string, ArticleItem>()
  const recordOf = streamRecords()
  /** A row is unpacked once, however often it is read. */
  const unpacked = new WeakMap<ArticleItem, Article>()

  function articleOf(row: ArticleItem): Article {
    const article = unpacked.get(row) ?? articleIn(row)
    unpacked.set(row, article)
    return article
  }

  function write(before: ArticleItem | undefined, after: ArticleItem): void {
    rows.set(rowName(after), after)
    onChange(recordOf(before, after))
  }

  function updateHead(articleId: string, change: (head: ArticleItem) => ArticleItem): void {
    const head = rows.get(rowName(keyAttributes({ articleId, revision: 1 })))
    if (head === undefined) return
    const changed = change(head)
    if (changed !== head) write(head, changed)
  }

  function headOf(articleId: string): ArticleItem {
    const head = rows.get(rowName(keyAttributes({ articleId, revision: 1 })))
    if (head === undefined) throw new Error(`article ${articleId} has no first revision`)
    return head
  }

  const inOrder = () => [...rows.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))

  function headsBack(query: ListQuery): ArticleItem[] {
    const { sourceId, sinceIso = '0', untilIso = '9', before = '9' } = query
    return inOrder()
      .reverse()
      .filter(row => keyOf(row).revision === 1)
      .filter(row => sourceId === undefined || row.sourceKey?.S === sourceId)
      .filter(row => sortKey(row) >= sinceIso && sortKey(row) < untilIso && sortKey(row) < before)
  }

  function changedItems({ after, untilIso, limit }: ChangedQuery) {
    const items = inOrder()
      .filter(row => sortKey(row) > (after ?? '') && sortKey(row) < untilIso)
      .slice(0, limit)
    const last = items.at(-1)
    return { items, next: last === undefined ? after : sortKey(last) }
  }

  return {
    all: () => inOrder().map(articleOf),

    revisions: async articleId => {
      const own = [...rows.values()]
        .filter(row => keyOf(row).articleId === articleId)
        .toSorted((a, b) => keyOf(b).revision - keyOf(a).revision)
        .map(articleOf)
      const head = own.at(-1)
      return head === undefined ? [] : own.map(revision => withHead(revision, head))
    },

    insert: async article => {
      const row = rowOf(article, packQuality)
      const stored = rows.get(rowName(row))
      if (stored !== undefined) return { kind: isRowOf(stored, row) ? 'inserted' : 'taken' }
      write(undefined, row)
      return { kind: 'inserted' }
    },

    pointToLatest: async (articleId, revision) =>
      updateHead(articleId, head =>
        head.latestRevision === undefined || latestRevisionOf(head) < revision
          ? { ...head, latestRevision: { N: String(revision) } }
          : head,
      ),

    addSighting: async (articleId, sourceId) =>
      updateHead(articleId, head => {
        const known = head.alsoSeenIn?.SS ?? []
        return known.includes(sourceId) ? head : { ...head, alsoSeenIn: { SS: [...known, sourceId] } }
      }),

    linkDuplicate: async (articleId, duplicateOf) =>
      updateHead(articleId, head =>
        head.duplicateOf === undefined ? { ...head, duplicateOf: { S: duplicateOf }, ...LINKED_LATER } : head,
      ),

    newest: async query => {
      const articles: Article[] = []
      const heads = headsBack(query)
      for (const [index, head] of heads.entries()) {
        const { articleId } = keyOf(head)
        const latest =
          rows.get(rowName(keyAttributes({ articleId, revision: latestRevisionOf(head) }))) ?? head
        const article = withHead(articleOf(latest), articleOf(headOf(articleId)))
        if (!matchesQuery(article, query)) continue
        articles.push(article)
        const isEnd = index === heads.length - 1
        if (articles.length === query.limit) return { articles, ...(!isEnd && { next: sortKey(head) }) }
      }
      return { articles }
    },

    changes: async query => {
      const { items, next } = changedItems(query)
      return { changes: items.map(articleOf), ...(next !== undefined && { next }) }
    },

    commits: async query => {
      const { items, next } = changedItems(query)
      return {
        commits: items.map(commitOf),
        ...(items.length === query.limit && next !== undefined && { next }),
      }
    },
  }
}

function rowName(row: Record<string, AttributeValue>): string {
  const { articleId, revision } = keyOf(row)
  return `${articleId}#${revision}`
}

function sortKey(row: ArticleItem): string {
  return row.changedKey?.S ?? ''
}
