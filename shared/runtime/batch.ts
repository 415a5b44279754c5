import * as z from 'zod/mini'
import { MAX_RECEIVES } from '../messages.ts'
import type { DeadLetters } from '../store/dead-letters.ts'
import { type Clock, isoTime } from './clock.ts'
import { causes, type Logger } from './logger.ts'

/** What Lambda hands over for a queue: each record's body is still anybody's text. */
export const QueueEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      receiptHandle: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.string() }),
      messageAttributes: z._default(z.record(z.string(), z.unknown()), {}),
    }),
  ),
})
type QueueRecord = z.infer<typeof QueueEvent>['Records'][number]

/** Lambda's partial batch response: only these come back. */
export type BatchResponse = { batchItemFailures: { itemIdentifier: string }[] }

/** How the work on one item ended: with a value, or with the surprise that stopped it. */
export type Settled<Item, Value> =
  | { kind: 'done'; item: Item; value: Value }
  | { kind: 'failed'; item: Item; cause: unknown }

/** Runs `work` on every item at once; one item's failure never reaches another. */
export async function settleAll<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Settled<Item, Value>[]> {
  return Promise.all(
    items.map(async (item): Promise<Settled<Item, Value>> => {
      try {
        return { kind: 'done', item, value: await work(item) }
      } catch (cause) {
        return { kind: 'failed', item, cause }
      }
    }),
  )
}

/** The next step of the work, for every item that got this far; all at once. */
export function thenAll<Item, Before, After>(
  settled: readonly Settled<Item, Before>[],
  work: (value: Before) => Promise<After>,
): Promise<Settled<Item, After>[]> {
  return Promise.all(settled.map(end => thenOne(end, work)))
}

/** The next step of the work, one item after the other, so that a later one sees what an earlier one did. */
export async function thenInTurn<Item, Before, After>(
  settled: readonly Settled<Item, Before>[],
  work: (value: Before) => Promise<After>,
): Promise<Settled<Item, After>[]> {
  const after: Settled<Item, After>[] = []
  for (const end of settled) after.push(await thenOne(end, work))
  return after
}

async function thenOne<Item, Before, After>(
  end: Settled<Item, Before>,
  work: (value: Before) => Promise<After>,
): Promise<Settled<Item, After>> {
  if (end.kind === 'failed') return end
  const [after] = await settleAll([end.item], () => work(end.value))
  return after ?? { kind: 'failed', item: end.item, cause: new Error('the work ended without a result') }
}

/** Stands on a message that came back from the dead letters, where its receives are counted anew. */
export const REDRIVEN = 'redriven'

/** A message as it was delivered: redelivered when an earlier attempt, perhaps half done, came before. */
export type Delivered<Message> = {
  messageId: string
  receiptHandle: string
  message: Message
  /** How often it was received, this time included. */
  receiveCount: number
  isRedelivered: boolean
}

export type WorkerDeps = {
  logger: Logger
  clock: Pick<Clock, 'nowMs'>
  /** Without it the queue's own redrive policy moves what failed for the last time, and its cause is in the log alone. */
  deadLetters?: DeadLetters | undefined
  /** The receive that is a message's last try, where it is not the usual one. */
  maxReceives?: number | undefined
}

/**
 * The edge of every queue worker. Parses each record by its schema, lets `work` say how each message ended,
 * and turns that into the partial batch response: a failed message comes back, and after its last try lies with
 * the dead letters, its cause beside it. A record that does not parse fails alone, with its cause in the log.
 */
export function queueWorker<Schema extends z.ZodMiniType>(
  schema: Schema,
  { logger, deadLetters, clock, maxReceives = MAX_RECEIVES }: WorkerDeps,
  work: (
    delivered: Delivered<z.infer<Schema>>[],
    deadline: { remainingMs: () => number },
  ) => Promise<Settled<Delivered<z.infer<Schema>>, unknown>[]>,
) {
  return async (
    event: unknown,
    context: { getRemainingTimeInMillis: () => number },
  ): Promise<BatchResponse> => {
    const { Records } = z.parse(QueueEvent, event)
    const parsed = await settleAll(Records, async record => z.parse(schema, JSON.parse(record.body)))
    const readable = parsed.flatMap(({ item, ...end }) =>
      end.kind === 'done'
        ? [
            {
              messageId: item.messageId,
              receiptHandle: item.receiptHandle,
              message: end.value,
              receiveCount: receivesOf(item),
              isRedelivered: receivesOf(item) > 1 || REDRIVEN in item.messageAttributes,
            },
          ]
        : [],
    )
    const ended =
      readable.length === 0
        ? []
        : await work(readable, { remainingMs: () => context.getRemainingTimeInMillis() })
    const failures = [
      ...parsed.flatMap(end => (end.kind === 'failed' ? [{ id: end.item.messageId, cause: end.cause }] : [])),
      ...ended.flatMap(end => (end.kind === 'failed' ? [{ id: end.item.messageId, cause: end.cause }] : [])),
    ]
    for (const { id, cause } of failures) logger.error('message failed', cause, { messageId: id })
    const last = failures.flatMap(({ id, cause }) => {
      const record = Records.find(({ messageId }) => messageId === id)
      return record !== undefined && receivesOf(record) >= maxReceives ? [{ record, cause }] : []
    })
    const buried = deadLetters === undefined ? [] : await settleAll(last, letter => bury(letter, deadLetters))
    const done = new Set(buried.flatMap(end => (end.kind === 'done' ? [end.item.record.messageId] : [])))
    for (const end of buried) {
      // The queue's own redrive policy moves it then, without its cause.
      if (end.kind === 'failed')
        logger.error('dead letter not written', end.cause, { messageId: end.item.record.messageId })
    }
    const comeBack = failures.filter(({ id }) => !done.has(id))
    return { batchItemFailures: comeBack.map(({ id }) => ({ itemIdentifier: id })) }
  }

  async function bury(
    { record, cause }: { record: QueueRecord; cause: unknown },
    place: DeadLetters,
  ): Promise<void> {
    const { messageId, body } = record
    const failedAt = isoTime(clock.nowMs())
    await place.bury({ messageId, body, cause: causes(cause).join(': '), failedAt })
  }
}

function receivesOf({ attributes }: QueueRecord): number {
  return Number(attributes.ApproximateReceiveCount)
}
