import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Article } from '../article.ts'
import { articleOf, isRowOf, keyAttributes, LINKED_LATER, rowOf, withHead } from './article-row.ts'

/** The record of everything published: one row an identity and revision. */
export type Articles = {
  /** Every revision, newest first; empty for an article never seen. */
  revisions: (articleId: string) => Promise<Article[]>
  /** Adds a revision if its number is free: of any number of writers at once exactly one succeeds. */
  insert: (article: Article) => Promise<{ kind: 'inserted' } | { kind: 'taken' }>
  /** Tells the head which revision lists should show. Repeating it, or coming late, changes nothing. */
  pointToLatest: (articleId: string, revision: number) => Promise<void>
  /** Notes on the head that another source carries the article too. */
  addSighting: (articleId: string, sourceId: string) => Promise<void>
  /** Notes on the head whose copy it is, unless it is known already. */
  linkDuplicate: (articleId: string, duplicateOf: string) => Promise<void>
}

type HeadUpdate = {
  UpdateExpression: string
  ConditionExpression: string
  ExpressionAttributeValues: Record<string, AttributeValue>
}

/** The articles table: partition `articleId`, sort `revision`. */
export function dynamoArticles(client: DynamoDBClient, table: string): Articles {
  async function updateHead(articleId: string, update: HeadUpdate): Promise<void> {
    const Key = keyAttributes({ articleId, revision: 1 })
    try {
      await client.send(new UpdateItemCommand({ TableName: table, Key, ...update }))
    } catch (error) {
      // The head knows already, or knows something later: what was to be told is told.
      if (error instanceof ConditionalCheckFailedException) return
      throw new Error(`could not update the head of article ${articleId}`, { cause: error })
    }
  }

  return {
    revisions: async articleId => {
      const revisions: Article[] = []
      // An answer ends at 1 MB, about a thousand revisions: a page whose text holds a counter makes as many in days.
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'articleId = :articleId',
          ExpressionAttributeValues: { ':articleId': { S: articleId } },
          ScanIndexForward: false,
          ConsistentRead: true,
        },
      )
      for await (const { Items = [] } of pages) revisions.push(...Items.map(articleOf))
      const head = revisions.at(-1)
      return head === undefined ? [] : revisions.map(revision => withHead(revision, head))
    },

    insert: async article => {
      const row = rowOf(article)
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: row,
            ConditionExpression: 'attribute_not_exists(articleId)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        )
        return { kind: 'inserted' }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) {
          throw new Error(`could not record article ${article.articleId}#${article.revision}`, {
            cause: error,
          })
        }
        // The client's own retry of a write whose answer was lost finds the row that it wrote itself.
        return { kind: isRowOf(error.Item, row) ? 'inserted' : 'taken' }
      }
    },

    pointToLatest: (articleId, revision) =>
      updateHead(articleId, {
        UpdateExpression: 'SET latestRevision = :revision',
        ConditionExpression:
          'attribute_exists(articleId) AND (attribute_not_exists(latestRevision) OR latestRevision < :revision)',
        ExpressionAttributeValues: { ':revision': { N: String(revision) } },
      }),

    addSighting: (articleId, sourceId) =>
      updateHead(articleId, {
        UpdateExpression: 'ADD alsoSeenIn :sources',
        ConditionExpression: 'attribute_exists(articleId)',
        ExpressionAttributeValues: { ':sources': { SS: [sourceId] } },
      }),

    linkDuplicate: (articleId, duplicateOf) =>
      updateHead(articleId, {
        UpdateExpression: 'SET duplicateOf = :duplicateOf, linked = :linked',
        ConditionExpression: 'attribute_exists(articleId) AND attribute_not_exists(duplicateOf)',
        ExpressionAttributeValues: { ':duplicateOf': { S: duplicateOf }, ':linked': LINKED_LATER.linked },
      }),
  }
}
