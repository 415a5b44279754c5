import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Claimed, HashStore } from '../dedup/hash-store.ts'
import { type Clock, systemClock } from '../runtime/clock.ts'
import { dynamoClusters } from './clusters.ts'
import { dynamoPostings } from './postings.ts'

export type { Claim, HashStore } from '../dedup/hash-store.ts'

type Item = Record<string, AttributeValue>

/** The hashes table: partition `hash`; postings and sketches expire by `expiresAt`, claims never do. */
export function dynamoHashes(client: DynamoDBClient, table: string, clock: Clock = systemClock): HashStore {
  const holder = async (hash: string): Promise<Claimed | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: table,
        Key: { hash: { S: hash } },
        // A copy that arrives in the same batch as its original must find the claim made a moment ago.
        ConsistentRead: true,
      }),
    )
    const articleId = Item?.articleId?.S
    return articleId === undefined ? undefined : { articleId, clusterId: Item?.clusterId?.S }
  }

  const claim: HashStore['claim'] = async (hash, articleId, clusterId) => {
    const claimed: Item = { hash: { S: hash }, articleId: { S: articleId } }
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: clusterId === undefined ? claimed : { ...claimed, clusterId: { S: clusterId } },
          ConditionExpression: 'attribute_not_exists(#hash)',
          ExpressionAttributeNames: { '#hash': 'hash' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return { kind: 'claimed' }
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      const by = error.Item?.articleId?.S
      if (by === undefined) throw new Error(`the claim on ${hash} names no article`, { cause: error })
      return by === articleId ? { kind: 'claimed' } : { kind: 'owned', by }
    }
  }

  return {
    holder,
    claim,
    ...dynamoPostings(client, table, clock),
    ...dynamoClusters(client, table, clock),
  }
}
