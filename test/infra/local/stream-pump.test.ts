import { expect, test } from 'vitest'
import type { InvocationOutcome } from '../../../infra/local/environment-process.ts'
import { openGate } from '../../../infra/local/gate.ts'
import type { StreamClient, StreamRecord } from '../../../infra/local/stream-client.ts'
import { succeededCount } from '../../../infra/local/stream-delivery.ts'
import { startStreamPump } from '../../../infra/local/stream-pump.ts'

const record = (number: number, eventName = 'INSERT'): StreamRecord => ({
  eventName,
  dynamodb: { SequenceNumber: String(number), ApproximateCreationDateTime: 1_795_000_000 },
})

/** A stream of one shard: an iterator is the number of the record before the next. */
function streamOf(records: StreamRecord[]): StreamClient {
  return {
    shardIds: async () => ['shard'],
    iterator: async (_, after) => after ?? '0',
    read: async (iterator, limit) => {
      const page = records
        .filter(({ dynamodb }) => Number(dynamodb.SequenceNumber) > Number(iterator))
        .slice(0, limit)
      return { records: page, next: page.at(-1)?.dynamodb.SequenceNumber ?? iterator }
    },
  }
}

async function deliver(options: {
  records: StreamRecord[]
  answer: (numbers: string[]) => InvocationOutcome
  after?: string
  maxRetries?: number
  filters?: unknown[]
  batchSize?: number
}) {
  const delivered: string[][] = []
  const buried: unknown[] = []
  const positions: string[] = []
  const pump = startStreamPump({
    mapping: {
      sourceArn: 'arn:stream',
      batchSize: options.batchSize ?? 100,
      filters: options.filters ?? [],
      reportsItemFailures: true,
      bisects: true,
      maxRetries: options.maxRetries ?? 2,
    },
    stream: streamOf(options.records),
    position: { of: () => options.after, advance: (_, number) => positions.push(number) },
    invoke: async event => {
      const numbers = (event as { Records: StreamRecord[] }).Records.map(
        ({ dynamodb }) => dynamodb.SequenceNumber,
      )
      delivered.push(numbers)
      return options.answer(numbers)
    },
    bury: async letter => void buried.push(letter),
    gate: openGate(),
    complain: () => {},
    retryDelayMs: () => 1,
  })
  await pump.caughtUp()
  await pump.stop()
  return { delivered, buried, position: positions.at(-1) }
}

const ok: InvocationOutcome = { kind: 'returned', value: { batchItemFailures: [] } }
const failedAt = (number: string): InvocationOutcome => ({
  kind: 'returned',
  value: { batchItemFailures: [{ itemIdentifier: number }] },
})
const numbered = (count: number) => Array.from({ length: count }, (_, index) => record(index + 1))

test('delivers every record once, in order and in batches, and remembers the last', async () => {
  const { delivered, position } = await deliver({ records: numbered(5), batchSize: 2, answer: () => ok })
  expect(delivered).toEqual([['1', '2'], ['3', '4'], ['5']])
  expect(position).toBe('5')
})

test('goes on after the remembered position', async () => {
  const { delivered } = await deliver({ records: numbered(4), after: '3', answer: () => ok })
  expect(delivered).toEqual([['4']])
})

test('hands over only what the filter wants, and moves on past the rest', async () => {
  const records = [record(1), record(2, 'MODIFY'), record(3, 'REMOVE')]
  const { delivered, position } = await deliver({
    records,
    filters: [{ eventName: ['MODIFY'] }],
    answer: () => ok,
  })
  expect(delivered).toEqual([['2']])
  expect(position).toBe('3')
})

test('delivers again from the first record that was reported as failed', async () => {
  let failures = 1
  const answer = (numbers: string[]) => (numbers.includes('3') && failures-- > 0 ? failedAt('3') : ok)
  const { delivered, buried } = await deliver({ records: numbered(4), answer })
  expect(delivered).toEqual([
    ['1', '2', '3', '4'],
    ['3', '4'],
  ])
  expect(buried).toEqual([])
})

test('finds the one record that always fails, buries it alone and delivers all others', async () => {
  const answer = (numbers: string[]): InvocationOutcome =>
    numbers.includes('3') ? { kind: 'failed', reason: 'no' } : ok
  const { delivered, buried, position } = await deliver({ records: numbered(6), answer })
  expect(buried).toMatchObject([
    {
      DDBStreamBatchInfo: {
        startSequenceNumber: '3',
        endSequenceNumber: '3',
        batchSize: 1,
        shardId: 'shard',
      },
    },
  ])
  const alone = delivered.filter(numbers => numbers.join() === '3')
  expect(alone).toHaveLength(3)
  const succeeded = delivered.filter(numbers => !numbers.includes('3')).flat()
  expect(succeeded.toSorted()).toEqual(['1', '2', '4', '5', '6'])
  expect(position).toBe('6')
})

test('keeps the position before a record that has not succeeded', async () => {
  const positions: string[] = []
  const pump = startStreamPump({
    mapping: {
      sourceArn: 'arn',
      batchSize: 10,
      filters: [],
      reportsItemFailures: true,
      bisects: true,
      maxRetries: 99,
    },
    stream: streamOf(numbered(3)),
    position: { of: () => undefined, advance: (_, number) => positions.push(number) },
    invoke: async () => failedAt('2'),
    bury: async () => {},
    gate: openGate(),
    complain: () => {},
    retryDelayMs: () => 60_000,
  })
  await expect.poll(() => positions).toEqual(['1'])
  await pump.stop()
  expect(positions).toEqual(['1'])
})

test('counts an identifier that it does not know as the failure of the whole batch', () => {
  expect(succeededCount(failedAt('9'), numbered(3), true)).toBe(0)
  expect(succeededCount(failedAt('3'), numbered(3), true)).toBe(2)
  expect(succeededCount(failedAt('3'), numbered(3), false)).toBe(3)
})
