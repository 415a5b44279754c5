import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { type Cluster, type HashStore, MAX_SKETCHES, type Sketch } from '../dedup/hash-store.ts'
import type { Clock } from '../runtime/clock.ts'
import { readRows } from './batch-get.ts'
import { pauseAfter } from './pause.ts'

type Item = Record<string, AttributeValue>

/** Longer than the postings that lead here, which an article of the last day renews. */
const KEPT_SECONDS = 90 * 86_400
/** A transaction that meets another is cancelled, not queued; one that is throttled the clients do not try again. */
const MAX_ATTEMPTS = 5
const PASSING = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']

const NAMES = { '#hash': 'hash', '#into': 'into' }

function rowKey(clusterId: string): Item {
  return { hash: { S: `cluster#${clusterId}` } }
}

/** Four bytes a hash, so that a sketch stays under a KiB: 128 numbers as text would be three write units. */
function packed(hashes: Uint32Array): AttributeValue {
  const bytes = Buffer.alloc(hashes.length * 4)
  hashes.forEach((hash, index) => {
    bytes.writeUInt32LE(hash, index * 4)
  })
  return { B: bytes }
}

function unpacked(value: AttributeValue | undefined): Uint32Array {
  const bytes = Buffer.from(value?.B ?? [])
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4))
}

function sketchValue(sketch: Sketch): AttributeValue {
  return {
    M: {
      articleId: { S: sketch.articleId },
      source: { S: sketch.source },
      ...(sketch.isIssuer && { isIssuer: { BOOL: true } }),
      ...(sketch.day !== undefined && { day: { N: String(sketch.day) } }),
      title: packed(sketch.title),
      shingles: packed(sketch.shingles),
      upTo: { N: String(sketch.upTo) },
      figures: packed(sketch.figures),
      titleFigures: packed(sketch.titleFigures),
    },
  }
}

/** The row of a cluster: a KiB or less with one sketch, so that opening it is one write unit. */
export function clusterRow({ clusterId, sketches }: Cluster, expiresAt: AttributeValue): Item {
  return {
    ...rowKey(clusterId),
    sketches: { L: sketches.map(sketchValue) },
    articleIds: { SS: sketches.map(({ articleId }) => articleId) },
    expiresAt,
  }
}

function sketchOf({ M: row }: AttributeValue): Sketch {
  if (row?.articleId?.S === undefined || row.source?.S === undefined) {
    throw new Error('a sketch names neither its article nor its source')
  }
  return {
    articleId: row.articleId.S,
    source: row.source.S,
    ...(row.isIssuer?.BOOL && { isIssuer: true }),
    ...(row.day?.N !== undefined && { day: Number(row.day.N) }),
    title: unpacked(row.title),
    shingles: unpacked(row.shingles),
    upTo: Number(row.upTo?.N),
    figures: unpacked(row.figures),
    titleFigures: unpacked(row.titleFigures),
  }
}

function clusterOf(row: Item): Cluster {
  const clusterId = row.hash?.S?.slice('cluster#'.length)
  if (clusterId === undefined) throw new Error('a cluster row has no key')
  return {
    clusterId,
    sketches: (row.sketches?.L ?? []).map(sketchOf),
    ...(row.into?.S !== undefined && { into: row.into.S }),
  }
}

async function unlessRefused(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

/** Clusters in the hashes table: one row each, with the sketches that newcomers are judged by. */
export function dynamoClusters(
  client: DynamoDBClient,
  table: string,
  clock: Clock,
): Pick<HashStore, 'clusters' | 'openCluster' | 'addSketch' | 'link'> {
  const expiry = (): AttributeValue => ({ N: String(Math.floor(clock.nowMs() / 1_000) + KEPT_SECONDS) })

  const tryLink = async (clusterId: string, into: string): Promise<'linked' | 'refused' | 'met-another'> => {
    const isRoot = 'attribute_exists(#hash) AND attribute_not_exists(#into)'
    try {
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Update: {
                TableName: table,
                Key: rowKey(clusterId),
                UpdateExpression: 'SET #into = :into',
                ConditionExpression: isRoot,
                ExpressionAttributeNames: NAMES,
                ExpressionAttributeValues: { ':into': { S: into } },
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              },
            },
            {
              ConditionCheck: {
                TableName: table,
                Key: rowKey(into),
                ConditionExpression: isRoot,
                ExpressionAttributeNames: NAMES,
              },
            },
          ],
        }),
      )
      return 'linked'
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons ?? []
      // It is linked as asked: by the client's own first try, whose answer was lost, or by who did the same.
      if (reasons[0]?.Item?.into?.S === into) return 'linked'
      const codes = reasons.map(reason => reason.Code ?? '')
      if (codes.includes('ConditionalCheckFailed')) return 'refused'
      if (codes.some(code => PASSING.includes(code))) return 'met-another'
      throw error
    }
  }

  return {
    clusters: async clusterIds =>
      (await readRows(client, table, [...new Set(clusterIds)].map(rowKey))).map(clusterOf),
    openCluster: (clusterId, first) =>
      unlessRefused(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: clusterRow({ clusterId, sketches: [first] }, expiry()),
            ConditionExpression: 'attribute_not_exists(#hash)',
            ExpressionAttributeNames: { '#hash': 'hash' },
          }),
        ),
      ),
    addSketch: (clusterId, sketch) =>
      unlessRefused(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: rowKey(clusterId),
            UpdateExpression:
              'SET sketches = list_append(sketches, :one), expiresAt = :expiresAt ADD articleIds :ids',
            ConditionExpression:
              'attribute_exists(#hash) AND size(sketches) < :most AND NOT contains(articleIds, :id)',
            ExpressionAttributeNames: { '#hash': 'hash' },
            ExpressionAttributeValues: {
              ':one': { L: [sketchValue(sketch)] },
              ':ids': { SS: [sketch.articleId] },
              ':id': { S: sketch.articleId },
              ':most': { N: String(MAX_SKETCHES) },
              ':expiresAt': expiry(),
            },
          }),
        ),
      ),
    link: async (clusterId, into) => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
        const outcome = await tryLink(clusterId, into)
        if (outcome !== 'met-another') return outcome
        await pauseAfter(attempt, clock)
      }
      throw new Error(`cluster ${clusterId} met another writer, or was throttled, ${MAX_ATTEMPTS} times`)
    },
  }
}
