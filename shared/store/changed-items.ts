import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { type ArticleItem, keyAttributes, keyOf, nameOf, TIMELINE } from './article-row.ts'
import { readRows } from './batch-get.ts'

/** `after` is a cursor or a time (exclusive where it is a row's own key), `untilIso` is exclusive. */
export type ChangedQuery = { after?: string | undefined; untilIso: string; limit: number }

/** The rows recorded in a span of time, oldest first, and the cursor after them: the last one's sort key. */
export async function changedItems(
  client: DynamoDBClient,
  table: string,
  { after, untilIso, limit }: ChangedQuery,
): Promise<{ items: ArticleItem[]; next?: string }> {
  const { Items: rows = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'byTime',
      KeyConditionExpression: 'timeline = :timeline AND changedKey BETWEEN :after AND :until',
      ExpressionAttributeValues: {
        ':timeline': { S: TIMELINE },
        // A cursor may be younger than the bound: BETWEEN refuses a range that runs backwards.
        ':after': {
          S: after !== undefined && after < untilIso ? after : after === undefined ? '0' : untilIso,
        },
        ':until': { S: untilIso },
      },
      Limit: limit + 1,
    }),
  )
  const fresh = rows.filter(row => row.changedKey?.S !== after).slice(0, limit)
  const found = new Map(
    (
      await readRows(
        client,
        table,
        fresh.map(row => keyAttributes(keyOf(row))),
      )
    ).map(row => [nameOf(keyOf(row)), row]),
  )
  const items = fresh.flatMap(row => {
    const item = found.get(nameOf(keyOf(row)))
    return item === undefined ? [] : [item]
  })
  const next = fresh.at(-1)?.changedKey?.S ?? after
  return { items, ...(next !== undefined && { next }) }
}
