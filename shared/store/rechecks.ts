import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'
import { RecheckMessage } from '../messages.ts'

/** The turns to look at pages again, in the order of their time. */
export type Rechecks = {
  /** Puts a turn on the list; the same article's turn at the same time is put once. */
  schedule: (turn: RecheckMessage) => Promise<void>
  /** The turns before a time, earliest first. */
  due: (beforeIso: string, limit: number) => Promise<RecheckMessage[]>
  /** Takes turns off the list. What a busy table leaves there is due again. */
  remove: (turns: readonly RecheckMessage[]) => Promise<void>
}

/** No source id starts with #. A partition takes 1,000 writes a second: five hundred looks. */
const LIST = '#rechecks'
/** DynamoDB takes 25 writes a call. */
const MAX_WRITES = 25

const Row = z.object({ turn: RecheckMessage })

/** A turn's place on the list. */
export function turnKey({ dueAt, articleId }: Pick<RecheckMessage, 'dueAt' | 'articleId'>): string {
  return `${dueAt}#${articleId}`
}

/** The list in the sources table: partition `sourceId` #rechecks, sort `part`; in none of its indexes. */
export function dynamoRechecks(client: DynamoDBClient, table: string): Rechecks {
  const keyOf = (turn: RecheckMessage) => ({ sourceId: LIST, part: turnKey(turn) })
  return {
    schedule: async turn => {
      const row = { ...keyOf(turn), turn }
      try {
        const Item = marshall(row, { removeUndefinedValues: true })
        await client.send(new PutItemCommand({ TableName: table, Item }))
      } catch (cause) {
        throw new Error(`could not plan another look at article ${turn.articleId}`, { cause })
      }
    },

    due: async (beforeIso, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'sourceId = :list AND part < :before',
          ExpressionAttributeValues: marshall({ ':list': LIST, ':before': beforeIso }),
          // What the minute before took off must not be looked at twice.
          ConsistentRead: true,
          Limit: limit,
        }),
      )
      return Items.map(item => z.parse(Row, unmarshall(item)).turn)
    },

    remove: async turns => {
      for (let start = 0; start < turns.length; start += MAX_WRITES) {
        const requests = turns
          .slice(start, start + MAX_WRITES)
          .map(turn => ({ DeleteRequest: { Key: marshall(keyOf(turn)) } }))
        await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }))
      }
    },
  }
}
