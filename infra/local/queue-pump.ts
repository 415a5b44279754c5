import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { REGION } from './aws-json.ts'
import type { DeclaredMapping } from './declared.ts'
import type { InvocationOutcome } from './environment-process.ts'
import type { Invoke } from './function-pool.ts'
import type { Gate } from './gate.ts'
import type { QueueClient, QueueMessage } from './queue-client.ts'

export type Pump = { stop: () => Promise<void> }

type QueuePumpOptions = {
  mapping: Pick<DeclaredMapping, 'sourceArn' | 'batchSize' | 'windowMs' | 'reportsItemFailures'>
  queue: QueueClient
  invoke: Invoke
  /** How many batches are worked on at a time. */
  concurrency: number
  gate: Gate
  complain: (complaint: string) => void
}

/**
 * Feeds a queue to a function as Lambda's event source mapping does: gathers a batch, deletes what succeeded and
 * lets what failed come back. The queue's redrive policy counts the receives and buries what keeps failing.
 */
export function startQueuePump(options: QueuePumpOptions): Pump {
  const stopping = new AbortController()
  const loops = Array.from({ length: options.concurrency }, () => pump(options, stopping.signal))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function pump(options: QueuePumpOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await options.gate.opened()
      const batch = await gather(options, signal)
      if (batch.length > 0) await work(options, batch)
    } catch (error) {
      if (signal.aborted) return
      options.complain(`${options.mapping.sourceArn}: ${String(error)}`)
      await sleep(1_000)
    }
  }
}

/** Waits for a first message, then for more until the batch is full or its window has passed. */
async function gather({ queue, mapping }: QueuePumpOptions, signal: AbortSignal): Promise<QueueMessage[]> {
  const { batchSize, windowMs } = mapping
  const batch = await queue.receive({ max: batchSize, waitSeconds: 20, signal })
  const endsAtMs = Date.now() + windowMs
  let received = batch.length
  while (received > 0 && batch.length < batchSize) {
    const waitSeconds = Math.ceil((endsAtMs - Date.now()) / 1000)
    const more = await queue.receive({
      max: batchSize - batch.length,
      waitSeconds: Math.max(0, waitSeconds),
      signal,
    })
    batch.push(...more)
    received = more.length
  }
  return batch
}

async function work({ queue, mapping, invoke }: QueuePumpOptions, batch: QueueMessage[]): Promise<void> {
  const Records = batch.map(message => queueRecord(message, mapping.sourceArn))
  const failed = failedIds(await invoke({ Records }), batch, mapping.reportsItemFailures)
  const done = batch.filter(({ MessageId }) => !failed.has(MessageId))
  if (done.length > 0) await queue.remove(done)
  for (const message of batch.filter(({ MessageId }) => failed.has(MessageId))) {
    await queue.showAgainIn(
      message,
      retryDelaySeconds(Number(message.Attributes.ApproximateReceiveCount ?? 1)),
    )
  }
}

/**
 * Seconds until a message that failed its n-th receive is shown again: 1, 2, 4 … 30. In AWS it waits for the
 * rest of the queue's visibility timeout, 12 minutes here; nobody wants to watch that on their own machine.
 */
export function retryDelaySeconds(receiveCount: number): number {
  return Math.min(30, 2 ** Math.max(0, receiveCount - 1))
}

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/** Which of a batch must come back: as with Lambda all of it when the response names something unknown. */
export function failedIds(
  outcome: InvocationOutcome,
  batch: readonly { MessageId: string }[],
  reportsItemFailures: boolean,
): Set<string> {
  const all = new Set(batch.map(({ MessageId }) => MessageId))
  if (outcome.kind !== 'returned') return all
  if (!reportsItemFailures || outcome.value === null) return new Set()
  const response = z.safeParse(BatchResponse, outcome.value)
  if (!response.success) return isEmpty(outcome.value) ? new Set() : all
  const named = response.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
  return named.every(id => all.has(id)) ? new Set(named) : all
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('batchItemFailures' in value)
}

/** Lambda spells the names of an attribute's parts with a small letter: `stringValue`. */
function lambdaAttributes({ MessageAttributes }: QueueMessage) {
  return Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, attribute]) => [
      name,
      Object.fromEntries(
        Object.entries(attribute).map(([part, value]) => [
          part.charAt(0).toLowerCase() + part.slice(1),
          value,
        ]),
      ),
    ]),
  )
}

/** A message in the shape in which Lambda hands it over. */
function queueRecord(message: QueueMessage, eventSourceARN: string) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: lambdaAttributes(message),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion: REGION,
  }
}
