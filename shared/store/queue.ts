import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { type Clock, systemClock } from '../runtime/clock.ts'
import { pauseAfter } from './pause.ts'

/** A queue of one kind of message. */
export type Queue<Message> = {
  /** Returns only when every message is durably queued. */
  sendAll: (messages: readonly Message[], delaySeconds?: number) => Promise<void>
}

/** SQS: 10 messages and 1 MiB a batch; 256 KB keeps older queues and local engines happy too. */
const MAX_BATCH = 10
const MAX_BATCH_BYTES = 250_000
const MAX_ATTEMPTS = 4

/**
 * JSON whose every character is ASCII: some local engines refuse characters beyond the BMP in a body, and the
 * length in characters is then the length in bytes.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Splits bodies into batches that SQS takes whole, in order. */
export function inBatches(bodies: readonly string[]): string[][] {
  const batches: string[][] = []
  let current: string[] = []
  let currentBytes = 0
  for (const body of bodies) {
    const full = current.length === MAX_BATCH || currentBytes + body.length > MAX_BATCH_BYTES
    if (full && current.length > 0) {
      batches.push(current)
      current = []
      currentBytes = 0
    }
    current.push(body)
    currentBytes += body.length
  }
  return current.length > 0 ? [...batches, current] : batches
}

/**
 * An SQS queue. A batch can fail in part with HTTP 200: those entries alone are sent again.
 * @throws when some message is still refused after four attempts; what was sent before stays sent.
 */
export function sqsQueue<Message>(
  client: SQSClient,
  queueUrl: string,
  clock: Clock = systemClock,
): Queue<Message> {
  async function sendBatch(bodies: readonly string[], delaySeconds: number | undefined): Promise<void> {
    let pending = bodies.map((body, index) => ({
      Id: String(index),
      MessageBody: body,
      DelaySeconds: delaySeconds,
    }))
    for (let attempt = 1; ; attempt += 1) {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: pending }),
      )
      if (Failed.length === 0) return
      const refused = new Set(Failed.map(failure => failure.Id))
      pending = pending.filter(entry => refused.has(entry.Id))
      const code = Failed[0]?.Code ?? 'unknown'
      if (attempt === MAX_ATTEMPTS || Failed.every(failure => failure.SenderFault)) {
        throw new Error(`the queue refused ${pending.length} of ${bodies.length} messages: ${code}`)
      }
      await pauseAfter(attempt, clock)
    }
  }
  return {
    sendAll: async (messages, delaySeconds) => {
      for (const bodies of inBatches(messages.map(asciiJson))) await sendBatch(bodies, delaySeconds)
    },
  }
}
