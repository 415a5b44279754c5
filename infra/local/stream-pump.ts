import { setTimeout as sleep } from 'node:timers/promises'
import type { DeclaredMapping } from './declared.ts'
import { readPattern } from './event-pattern.ts'
import type { Gate } from './gate.ts'
import type { Pump } from './queue-pump.ts'
import type { StreamClient, StreamRecord } from './stream-client.ts'
import { type DeliveryTerms, deliver } from './stream-delivery.ts'
import type { StreamPosition } from './stream-position.ts'

type StreamPumpOptions = DeliveryTerms & {
  mapping: Pick<DeclaredMapping, 'batchSize' | 'filters'>
  stream: StreamClient
  position: StreamPosition
  gate: Gate
}

export type StreamPump = Pump & {
  /** Resolves when everything is worked off that was in the stream at the time of the call. */
  caughtUp: () => Promise<void>
}

const IDLE_MS = 200

/**
 * Feeds a table's stream to a function as Lambda's event source mapping does: record by record in order,
 * filtered, with bisection, bounded retries and a destination for what fails for good. The position moves only
 * after success, so what a kill interrupts is delivered again.
 */
export function startStreamPump(options: StreamPumpOptions): StreamPump {
  const patterns = options.mapping.filters.map(readPattern)
  const wants = (record: StreamRecord) => patterns.length === 0 || patterns.some(matches => matches(record))
  const stopping = new AbortController()
  let waiting: (() => void)[] = []
  const finished = run()

  async function run(): Promise<void> {
    const iterators = new Map<string, string>()
    while (!stopping.signal.aborted) {
      const asked = waiting
      waiting = []
      try {
        await options.gate.opened()
        const count = await readOnce({ ...options, wants, signal: stopping.signal }, iterators)
        if (count > 0) waiting.push(...asked)
        else {
          for (const resolve of asked) resolve()
          await sleep(IDLE_MS)
        }
      } catch (error) {
        waiting.push(...asked)
        // An iterator lives for 15 minutes, and a failed batch must be read again.
        iterators.clear()
        if (stopping.signal.aborted) return
        options.complain(`${options.mapping.sourceArn}: ${String(error)}`)
        await sleep(1_000)
      }
    }
  }

  return {
    caughtUp: () => new Promise(resolve => waiting.push(resolve)),
    stop: async () => {
      stopping.abort()
      await finished
    },
  }
}

type Reading = StreamPumpOptions & { wants: (record: StreamRecord) => boolean; signal: AbortSignal }

/** Reads one page of every shard and works it off. Returns how many records there were. */
async function readOnce(options: Reading, iterators: Map<string, string>): Promise<number> {
  const { stream, position, mapping } = options
  let count = 0
  for (const shardId of await stream.shardIds()) {
    const iterator = iterators.get(shardId) ?? (await stream.iterator(shardId, position.of(shardId)))
    const { records, next } = await stream.read(iterator, mapping.batchSize)
    count += records.length
    await workOff(options, shardId, records)
    if (next === undefined) iterators.delete(shardId)
    else iterators.set(shardId, next)
  }
  return count
}

async function workOff(options: Reading, shardId: string, records: readonly StreamRecord[]): Promise<void> {
  const wanted = records.filter(options.wants)
  const advanceTo = (record: StreamRecord | undefined) => {
    if (record !== undefined) options.position.advance(shardId, record.dynamodb.SequenceNumber)
  }
  if (wanted.length > 0) await deliver({ ...options, shardId, advanceTo }, wanted, 0)
  advanceTo(records.at(-1))
}
