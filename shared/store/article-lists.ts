import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { Article } from '../article.ts'
import {
  type ArticleItem,
  type ArticleKey,
  articleOf,
  keyAttributes,
  keyOf,
  latestRevisionOf,
  nameOf,
  TIMELINE,
  withHead,
} from './article-row.ts'
import { readRows } from './batch-get.ts'
import { type ChangedQuery, changedItems } from './changed-items.ts'

/** What a list is asked for. Times and cursors are ours (first seen), never the publisher's. */
export type ListQuery = {
  sourceId?: string | undefined
  /** `fr` also finds `fr-CA`. */
  language?: string | undefined
  country?: string | undefined
  /** Words that must all stand in the headline, the summary or the excerpt, in any letter case. */
  words?: readonly string[] | undefined
  sinceIso?: string | undefined
  /** Exclusive. */
  untilIso?: string | undefined
  /** The cursor: where the page before ended. */
  before?: string | undefined
  limit: number
}
export type ArticlePage = { articles: Article[]; next?: string }
export type ChangePage = { changes: Article[]; next?: string }

/** The articles in order, for readers. */
export type ArticleLists = {
  /** Articles by first sight, newest first, each in its latest revision. */
  newest: (query: ListQuery) => Promise<ArticlePage>
  /** Revisions in the order in which they were recorded, after a cursor and before a time. */
  changes: (query: ChangedQuery) => Promise<ChangePage>
}

const PAGE_ROWS = 100
/** A filter that matches little must not walk a year in one request: it answers what it found, and a cursor. */
const MAX_PAGES = 20

/** Whether an article is what the query asks for. */
export function matchesQuery(article: Article, query: ListQuery): boolean {
  const language = article.language?.toLowerCase()
  const asked = query.language?.toLowerCase()
  const text = `${article.headline}\n${article.summary ?? ''}\n${article.excerpt}`.toLowerCase()
  return (
    (asked === undefined || language === asked || language?.startsWith(`${asked}-`) === true) &&
    (query.country === undefined || article.publisher.country === query.country) &&
    (query.words ?? []).every(word => text.includes(word.toLowerCase()))
  )
}

/** The lists that the indexes `byTime` and `bySource` of the articles table serve. */
export function dynamoArticleLists(client: DynamoDBClient, table: string): ArticleLists {
  async function rowsByName(keys: readonly ArticleKey[]): Promise<Map<string, ArticleItem>> {
    const rows = await readRows(client, table, keys.map(keyAttributes))
    return new Map(rows.map(row => [nameOf(keyOf(row)), row]))
  }

  /** The latest revisions of the articles whose heads stand in an index, in the index's order. */
  async function latestOf(heads: readonly ArticleItem[]): Promise<Article[]> {
    const headKeys = heads.map(keyOf)
    const latestKeys = heads.map(head => ({ ...keyOf(head), revision: latestRevisionOf(head) }))
    const distinct = new Map([...headKeys, ...latestKeys].map(key => [nameOf(key), key]))
    const rows = await rowsByName([...distinct.values()])
    return headKeys.flatMap((headKey, index) => {
      const head = rows.get(nameOf(headKey))
      const latestKey = latestKeys[index]
      if (head === undefined || latestKey === undefined) return []
      const latest = rows.get(nameOf(latestKey)) ?? head
      return [withHead(articleOf(latest), articleOf(head))]
    })
  }

  /** Index rows from newest to oldest, a page at a time. */
  async function* pagesBack(query: ListQuery): AsyncGenerator<{ rows: ArticleItem[]; isLast: boolean }> {
    const byTime = query.sourceId === undefined
    const since = query.sinceIso ?? '0'
    let before = [query.before, query.untilIso].reduce<string>(
      (least, bound) => (bound !== undefined && bound < least ? bound : least),
      '9',
    )
    // BETWEEN refuses a range that runs backwards; nothing lies in one.
    while (since <= before) {
      const { Items: rows = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: byTime ? 'byTime' : 'bySource',
          KeyConditionExpression: `${byTime ? 'timeline' : 'sourceKey'} = :partition AND changedKey BETWEEN :since AND :before`,
          ExpressionAttributeValues: {
            ':partition': { S: query.sourceId ?? TIMELINE },
            ':since': { S: since },
            ':before': { S: before },
          },
          ScanIndexForward: false,
          Limit: PAGE_ROWS,
        }),
      )
      yield {
        rows: rows.filter(row => row.changedKey?.S !== before),
        isLast: LastEvaluatedKey === undefined,
      }
      const last = rows.at(-1)?.changedKey?.S
      if (LastEvaluatedKey === undefined || last === undefined) return
      before = last
    }
  }

  return {
    newest: async query => {
      const articles: Article[] = []
      let pages = 0
      for await (const { rows, isLast } of pagesBack(query)) {
        const heads = rows.filter(row => keyOf(row).revision === 1)
        const found = await latestOf(heads)
        for (const [index, head] of heads.entries()) {
          const article = found.find(({ articleId }) => articleId === head.articleId?.S)
          if (article === undefined || !matchesQuery(article, query)) continue
          articles.push(article)
          const isEnd = isLast && index === heads.length - 1
          const next = head.changedKey?.S
          if (articles.length === query.limit)
            return { articles, ...(!isEnd && next !== undefined && { next }) }
        }
        pages += 1
        const next = rows.at(-1)?.changedKey?.S
        if (pages === MAX_PAGES && !isLast && next !== undefined) return { articles, next }
      }
      return { articles }
    },

    changes: async query => {
      const { items, next } = await changedItems(client, table, query)
      return { changes: items.map(articleOf), ...(next !== undefined && { next }) }
    },
  }
}
