import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { REGION } from './aws-json.ts'
import type { DeclaredMapping } from './declared.ts'
import type { InvocationOutcome } from './environment-process.ts'
import type { Invoke } from './function-pool.ts'
import type { StreamRecord } from './stream-client.ts'

export type DeliveryTerms = {
  mapping: Pick<DeclaredMapping, 'sourceArn' | 'reportsItemFailures' | 'bisects' | 'maxRetries'>
  invoke: Invoke
  /** Where a batch goes that failed for good. */
  bury: (letter: unknown) => Promise<void>
  complain: (complaint: string) => void
  /** Milliseconds to wait before the n-th retry. */
  retryDelayMs?: (retry: number) => number
}

type Delivery = DeliveryTerms & {
  shardId: string
  /** Notes that everything up to this record has succeeded. */
  advanceTo: (record: StreamRecord | undefined) => void
  signal: AbortSignal
}

/**
 * Delivers records of a shard until each has succeeded or was buried.
 * @throws when the signal stops it on the way, or the place for dead letters fails
 */
export async function deliver(
  delivery: Delivery,
  records: readonly StreamRecord[],
  retry: number,
): Promise<void> {
  const { mapping, invoke, advanceTo, signal } = delivery
  signal.throwIfAborted()
  const outcome = await invoke({ Records: records.map(record => lambdaRecord(record, mapping.sourceArn)) })
  const done = succeededCount(outcome, records, mapping.reportsItemFailures)
  advanceTo(records[done - 1])
  const rest = records.slice(done)
  if (rest.length === 0) return
  // What got anywhere starts its retries afresh; what failed at its first record is halved to find the culprit.
  if (done > 0) return deliver(delivery, rest, 0)
  if (mapping.bisects && rest.length > 1) {
    const middle = Math.ceil(rest.length / 2)
    await deliver(delivery, rest.slice(0, middle), retry)
    return deliver(delivery, rest.slice(middle), retry)
  }
  if (retry < mapping.maxRetries) {
    await sleep((delivery.retryDelayMs ?? retryDelayMs)(retry + 1), undefined, { signal })
    return deliver(delivery, rest, retry + 1)
  }
  await bury(delivery, rest, outcome)
  advanceTo(rest.at(-1))
}

function retryDelayMs(retry: number): number {
  return Math.min(10_000, 100 * 2 ** retry)
}

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/** How many records from the first on succeeded: in a stream all after the first failure counts as failed. */
export function succeededCount(
  outcome: InvocationOutcome,
  records: readonly StreamRecord[],
  reportsItemFailures: boolean,
): number {
  if (outcome.kind !== 'returned') return 0
  const response = z.safeParse(BatchResponse, outcome.value)
  if (!reportsItemFailures || !response.success) return records.length
  const named = new Set(response.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  if (named.size === 0) return records.length
  // An unknown identifier fails the whole batch, as with Lambda.
  return Math.max(
    0,
    records.findIndex(({ dynamodb }) => named.has(dynamodb.SequenceNumber)),
  )
}

async function bury(
  delivery: Delivery,
  records: readonly StreamRecord[],
  outcome: InvocationOutcome,
): Promise<void> {
  const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber)
  const reason = outcome.kind === 'failed' ? outcome.reason : 'it reported the record as failed'
  delivery.complain(`${delivery.mapping.sourceArn}: gave up on ${numbers.join(', ')}: ${reason}`)
  await delivery.bury({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: delivery.mapping.maxRetries + 1,
    },
    responseContext: { statusCode: 200, functionError: reason },
    DDBStreamBatchInfo: {
      shardId: delivery.shardId,
      startSequenceNumber: numbers[0],
      endSequenceNumber: numbers.at(-1),
      approximateArrivalOfFirstRecord: arrivalOf(records[0]),
      approximateArrivalOfLastRecord: arrivalOf(records.at(-1)),
      batchSize: records.length,
      streamArn: delivery.mapping.sourceArn,
    },
  })
}

/** Seconds since the epoch in the record, a time with its zone in the letter. */
function arrivalOf(record: StreamRecord | undefined): string {
  const seconds = record?.dynamodb.ApproximateCreationDateTime ?? Date.now() / 1_000
  return new Date(seconds * 1_000).toISOString()
}

/** A record as Lambda hands it over, with the region and the stream that the engine names otherwise or not at all. */
function lambdaRecord(record: StreamRecord, eventSourceARN: string) {
  return { ...record, awsRegion: REGION, eventSourceARN }
}
