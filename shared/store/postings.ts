import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { type HashStore, MAX_POSTED, type PostingKey } from '../dedup/hash-store.ts'
import type { Clock } from '../runtime/clock.ts'
import { readRows } from './batch-get.ts'

type Item = Record<string, AttributeValue>

const DAY_SECONDS = 86_400
/** As long as a release travels. */
const POSTED_DAYS = 30
/** A posting that is full marks boilerplate, and learning that anew costs wrong candidates until it is full again. */
const FULL_DAYS = 180

function named(item: Item | undefined): string[] {
  return (item?.clusterIds?.L ?? []).flatMap(value => value.S ?? [])
}

/** Postings in the hashes table: under a key of an article, the clusters of those that share it, first come first. */
export function dynamoPostings(
  client: DynamoDBClient,
  table: string,
  clock: Clock,
): Pick<HashStore, 'postings' | 'post'> {
  const nowSeconds = () => Math.floor(clock.nowMs() / 1_000)

  const postOne = async (clusterId: string, { key, named: before }: PostingKey): Promise<string[]> => {
    const days = before.length + 1 >= MAX_POSTED ? FULL_DAYS : POSTED_DAYS
    try {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { hash: { S: key } },
          UpdateExpression:
            'SET clusterIds = list_append(if_not_exists(clusterIds, :none), :one), expiresAt = :expiresAt',
          // Twice by one writer is once; and a list that everything shares must not grow for ever.
          ConditionExpression:
            'attribute_not_exists(clusterIds) OR (size(clusterIds) < :most AND NOT contains(clusterIds, :id))',
          ExpressionAttributeValues: {
            ':none': { L: [] },
            ':one': { L: [{ S: clusterId }] },
            ':id': { S: clusterId },
            ':most': { N: String(MAX_POSTED) },
            ':expiresAt': { N: String(nowSeconds() + days * DAY_SECONDS) },
          },
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return named(Attributes)
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      return named(error.Item)
    }
  }

  return {
    postings: async keys => {
      // Whoever writes sees in the answer what a lagging read before had missed.
      const rows = await readRows(
        client,
        table,
        keys.map(key => ({ hash: { S: key } })),
        { lagging: true },
      )
      // DynamoDB deletes what has expired within days, not at once.
      const alive = rows.filter(row => Number(row.expiresAt?.N) > nowSeconds())
      return new Map(alive.flatMap(row => (row.hash?.S === undefined ? [] : [[row.hash.S, named(row)]])))
    },
    post: async (clusterId, keys) => {
      const [first, ...others] = keys
      if (first === undefined) return new Map()
      const firstNamed = await postOne(clusterId, first)
      const posted = others.map(
        async (posting): Promise<[string, string[]]> => [posting.key, await postOne(clusterId, posting)],
      )
      return new Map([[first.key, firstNamed], ...(await Promise.all(posted))])
    },
  }
}
