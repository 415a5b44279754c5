import * as z from 'zod/mini'
import type { Logger } from './logger.ts'

/** What Lambda hands over for a queue: each record's body is still anybody's text. */
export const QueueEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.string() }),
    }),
  ),
})

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

/** A message as it was delivered: redelivered when an earlier attempt, perhaps half done, came before. */
export type Delivered<Message> = { messageId: string; message: Message; isRedelivered: boolean }

/**
 * The edge of every queue worker. Parses each record by its schema, lets `work` say how each message ended,
 * and turns that into the partial batch response: a failed message comes back until its queue moves it to the
 * dead letters. A record that does not parse fails alone, with its cause in the log.
 */
export function queueWorker<Schema extends z.ZodMiniType>(
  schema: Schema,
  logger: Logger,
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
              message: end.value,
              isRedelivered: Number(item.attributes.ApproximateReceiveCount) > 1,
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
    return { batchItemFailures: failures.map(({ id }) => ({ itemIdentifier: id })) }
  }
}
