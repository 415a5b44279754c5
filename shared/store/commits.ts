import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Article } from '../article.ts'
import { type ArticleItem, articleOf, asCommitted, isLinkedLater } from './article-row.ts'
import { type ChangedQuery, changedItems } from './changed-items.ts'

/** What a row tells anew: the revision as it was committed, and the article once more if it was linked to its original later. */
export type Commit = { revision: Article; linked?: Article }
export type CommitPage = { commits: Commit[]; next?: string }

/** Everything that was ever to be announced, in the order of its recording. */
export type Commits = {
  /** The rows recorded after a cursor (or a time) and before a time; `next` where there may be more. */
  commits: (query: ChangedQuery) => Promise<CommitPage>
}

/** What the stream told of a row when it came, and told again when it learnt whose copy it is. */
export function commitOf(item: ArticleItem): Commit {
  const revision = articleOf(asCommitted(item))
  return isLinkedLater(item) ? { revision, linked: articleOf(item) } : { revision }
}

/** The commits of the articles table, by its index `byTime`. */
export function dynamoCommits(client: DynamoDBClient, table: string): Commits {
  return {
    commits: async query => {
      const { items, next } = await changedItems(client, table, query)
      return {
        commits: items.map(commitOf),
        ...(items.length === query.limit && next !== undefined && { next }),
      }
    },
  }
}
