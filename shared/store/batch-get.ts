import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Clock, systemClock } from '../runtime/clock.ts'
import { pauseAfter } from './pause.ts'

type Item = Record<string, AttributeValue>

/** DynamoDB takes 100 keys a call, and may leave some for the next: 16 MB an answer, or throttling. */
const MAX_KEYS = 100
const MAX_ATTEMPTS = 8

/**
 * Reads rows of one table by their keys, in no order, keys without a row left out; consistently, unless `lagging`
 * rows will do at half the price. The keys must be distinct.
 * @throws when DynamoDB still leaves keys unread after eight calls.
 */
export async function readRows(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
  { lagging = false, clock = systemClock }: { lagging?: boolean; clock?: Clock } = {},
): Promise<Item[]> {
  const rows: Item[] = []
  for (let start = 0; start < keys.length; start += MAX_KEYS) {
    let pending = keys.slice(start, start + MAX_KEYS)
    for (let attempt = 1; pending.length > 0; attempt += 1) {
      if (attempt > MAX_ATTEMPTS) throw new Error(`DynamoDB left ${pending.length} rows of ${table} unread`)
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: pending, ConsistentRead: !lagging } } }),
      )
      rows.push(...(Responses?.[table] ?? []))
      pending = UnprocessedKeys?.[table]?.Keys ?? []
      if (pending.length > 0) await pauseAfter(attempt, clock)
    }
  }
  return rows
}
