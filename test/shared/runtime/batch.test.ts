import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { MAX_RECEIVES } from '../../../shared/messages.ts'
import { type Delivered, queueWorker, settleAll, thenAll, thenInTurn } from '../../../shared/runtime/batch.ts'
import type { DeadLetter, DeadLetters } from '../../../shared/store/dead-letters.ts'
import { queueEvent } from '../../support/memory-queue.ts'

const Order = z.object({ number: z.int() })
type Order = z.infer<typeof Order>

const clock = { nowMs: () => Date.parse('2026-11-21T09:00:00Z') }
const context = { getRemainingTimeInMillis: () => 30_000 }
const refuse = (number: number) => {
  throw new Error(`no number ${number} here`)
}

/** A worker over `work`, what it logged, and what it was handed. */
function worker(
  work: (delivered: Delivered<Order>) => Promise<unknown> = async () => {},
  deadLetters?: DeadLetters,
) {
  const errors: unknown[][] = []
  const handed: Delivered<Order>[] = []
  const logger = { progress: () => {}, error: (...said: unknown[]) => void errors.push(said) }
  const handler = queueWorker(Order, { logger, clock, deadLetters }, async delivered => {
    handed.push(...delivered)
    return settleAll(delivered, work)
  })
  return { handler, errors, handed }
}

describe('a queue worker', () => {
  test('hands over every message, and answers that none comes back', async () => {
    const { handler, handed, errors } = worker()
    expect(await handler(queueEvent(['{"number":1}', '{"number":2}']), context)).toEqual({
      batchItemFailures: [],
    })
    const first = { receiveCount: 1, isRedelivered: false }
    expect(handed).toEqual([
      { messageId: 'message-1', ...first, receiptHandle: 'receipt-1', message: { number: 1 } },
      { messageId: 'message-2', ...first, receiptHandle: 'receipt-2', message: { number: 2 } },
    ])
    expect(errors).toEqual([])
  })

  test('lets a body that is no JSON, or not what the schema says, come back alone with its cause', async () => {
    const { handler, handed, errors } = worker()
    const bodies = ['{"number":1}', '{"number":', '{"number":"two"}', '{"number":4}']
    expect(await handler(queueEvent(bodies), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-2' }, { itemIdentifier: 'message-3' }],
    })
    expect(handed.map(({ message }) => message.number)).toEqual([1, 4])
    expect(errors).toEqual([
      ['message failed', expect.any(SyntaxError), { messageId: 'message-2' }],
      ['message failed', expect.any(Error), { messageId: 'message-3' }],
    ])
  })

  test('lets a message whose work fails come back alone with its cause', async () => {
    const { handler, errors } = worker(async ({ message }) => message.number === 2 && refuse(2))
    const bodies = ['{"number":1}', '{"number":2}', '{"number":3}']
    expect(await handler(queueEvent(bodies), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-2' }],
    })
    expect(errors).toEqual([['message failed', new Error('no number 2 here'), { messageId: 'message-2' }]])
  })

  test('tells a message that was delivered before', async () => {
    const { handler, handed } = worker()
    await handler(queueEvent(['{"number":1}'], 2), context)
    expect(handed[0]?.isRedelivered).toBe(true)
  })

  test('tells a message that comes back from the dead letters, where its receives were counted anew', async () => {
    const { handler, handed } = worker()
    const [record] = queueEvent(['{"number":1}']).Records
    const redriven = { stringValue: '2026-11-28T09:00:00.000Z', dataType: 'String' }
    await handler({ Records: [{ ...record, messageAttributes: { redriven } }] }, context)
    expect(handed[0]?.isRedelivered).toBe(true)
  })

  test('lays a message with the dead letters, beside its cause, when its last try fails, and no sooner', async () => {
    const letters: DeadLetter[] = []
    const deadLetters = { bury: async (letter: DeadLetter) => void letters.push(letter) }
    const { handler, errors } = worker(() => refuse(2), deadLetters)
    const comesBack = { batchItemFailures: [{ itemIdentifier: 'message-1' }] }
    expect(await handler(queueEvent(['{"number":2}'], MAX_RECEIVES - 1), context)).toEqual(comesBack)
    expect(letters).toEqual([])
    expect(await handler(queueEvent(['{"number":2}', 'x'], MAX_RECEIVES), context)).toEqual({
      batchItemFailures: [],
    })
    const failedAt = '2026-11-21T09:00:00.000Z'
    expect(letters).toEqual([
      { messageId: 'message-2', body: 'x', cause: expect.stringContaining('SyntaxError'), failedAt },
      { messageId: 'message-1', body: '{"number":2}', cause: 'Error: no number 2 here', failedAt },
    ])
    expect(errors).toHaveLength(3)
  })

  test('leaves a message to its queue when the dead letters cannot be reached', async () => {
    const deadLetters = { bury: async () => refuse(0) }
    const { handler, errors } = worker(() => refuse(2), deadLetters)
    expect(await handler(queueEvent(['{"number":2}'], MAX_RECEIVES), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }],
    })
    expect(errors.map(([said]) => said)).toEqual(['message failed', 'dead letter not written'])
  })

  test('does not work on a batch of which nothing can be read', async () => {
    const logger = { progress: () => {}, error: () => {} }
    const handler = queueWorker(Order, { logger, clock }, () => refuse(0))
    expect(await handler(queueEvent(['x']), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }],
    })
  })

  test('passes on how much time is left', async () => {
    const logger = { progress: () => {}, error: () => {} }
    const left: number[] = []
    const handler = queueWorker(Order, { logger, clock }, async (_, deadline) => {
      left.push(deadline.remainingMs())
      return []
    })
    await handler(queueEvent(['{"number":1}']), context)
    expect(left).toEqual([30_000])
  })

  test('throws when it is handed no queue event at all, so that nothing counts as done', async () => {
    await expect(worker().handler({ Records: [{ body: 1 }] }, context)).rejects.toThrow()
  })
})

describe('work in steps', () => {
  test('goes on for what got this far, and leaves what failed as it is', async () => {
    const first = await settleAll([1, 2, 3], async number => (number === 2 ? refuse(2) : number * 10))
    const second = await thenAll(first, async value => (value === 30 ? refuse(30) : value + 1))
    expect(second).toEqual([
      { kind: 'done', item: 1, value: 11 },
      { kind: 'failed', item: 2, cause: new Error('no number 2 here') },
      { kind: 'failed', item: 3, cause: new Error('no number 30 here') },
    ])
  })

  /** Notes when each item begins and ends, the first taking longest. */
  async function order(step: typeof thenAll): Promise<string[]> {
    const notes: string[] = []
    const settled = await settleAll([3, 2, 1], async number => number)
    await step(settled, async number => {
      notes.push(`begin ${number}`)
      for (let turn = 0; turn < number * 5; turn += 1) await Promise.resolve()
      notes.push(`end ${number}`)
    })
    return notes
  }

  test('all at once begins every item before any ends', async () => {
    expect(await order(thenAll)).toEqual(['begin 3', 'begin 2', 'begin 1', 'end 1', 'end 2', 'end 3'])
  })

  test('in turn ends each item before the next begins', async () => {
    expect(await order(thenInTurn)).toEqual(['begin 3', 'end 3', 'begin 2', 'end 2', 'begin 1', 'end 1'])
  })

  test('in turn goes on after a failure', async () => {
    const settled = await settleAll([1, 2], async number => number)
    const after = await thenInTurn(settled, async number => (number === 1 ? refuse(1) : number))
    expect(after.map(({ kind }) => kind)).toEqual(['failed', 'done'])
  })
})
