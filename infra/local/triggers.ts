import { type DeclaredMapping, declaredMappings } from './declared.ts'
import { drained } from './drain.ts'
import type { Invoke } from './function-pool.ts'
import type { Functions } from './functions.ts'
import type { Gate } from './gate.ts'
import { type Lookup, TemplateFault } from './intrinsics.ts'
import { type QueueClient, queueOf } from './queue-client.ts'
import { type Pump, startQueuePump } from './queue-pump.ts'
import { streamClient } from './stream-client.ts'
import { openStreamPosition } from './stream-position.ts'
import { type StreamPump, startStreamPump } from './stream-pump.ts'
import type { Resource } from './template.ts'

export type Triggers = {
  /** Resolves when all work that is under way is done. */
  drained: () => Promise<void>
  stop: () => Promise<void>
}

type TriggerOptions = {
  template: ReadonlyMap<string, Resource>
  lookup: Lookup
  functions: Functions
  queueEndpoint: string
  dynamodbEndpoint: string
  /** Where the position of a stream is kept, for each function that reads it. */
  positionPath: (tableName: string, functionName: string) => string
  gate: Gate
  complain: (complaint: string) => void
}

/** Starts what feeds queues and streams to the functions: the template's event source mappings. */
export function startTriggers(options: TriggerOptions): Triggers {
  const pendingOf: (() => Promise<number>)[] = []
  const streams: StreamPump[] = []
  const pumps: Pump[] = []
  for (const mapping of declaredMappings(options.template, options.lookup)) {
    if (mapping.sourceArn.startsWith('arn:aws:sqs:')) {
      const queue = queueOf(options.queueEndpoint, mapping.sourceArn)
      pendingOf.push(queue.pending)
      pumps.push(queuePump(options, mapping, queue))
    } else if (/^arn:aws:dynamodb:.*\/stream\//.test(mapping.sourceArn)) {
      const pump = streamPump(options, mapping)
      streams.push(pump)
      pumps.push(pump)
    } else {
      throw new TemplateFault(`this machine cannot feed ${mapping.sourceArn} to a function`)
    }
  }
  return {
    drained: () => drained(pendingOf, streams),
    stop: async () => {
      await Promise.all(pumps.map(pump => pump.stop()))
    },
  }
}

function queuePump(
  { functions, gate, complain }: TriggerOptions,
  mapping: DeclaredMapping,
  queue: QueueClient,
): Pump {
  if (mapping.filters.length > 0)
    throw new TemplateFault(`this machine filters streams only, not ${mapping.sourceArn}`)
  const pool = functions.of(mapping.functionName)
  const concurrency = Math.min(pool.size, mapping.maxConcurrency)
  const invoke = told(pool.name, pool.invoke, complain)
  return startQueuePump({ mapping, queue, invoke, concurrency, gate, complain })
}

function streamPump(options: TriggerOptions, mapping: DeclaredMapping): StreamPump {
  const { gate, complain } = options
  const pool = options.functions.of(mapping.functionName)
  const tableName = /table\/([^/]+)\/stream/.exec(mapping.sourceArn)?.[1] ?? 'table'
  const { failureArn } = mapping
  return startStreamPump({
    mapping,
    stream: streamClient(options.dynamodbEndpoint, mapping.sourceArn),
    position: openStreamPosition(options.positionPath(tableName, pool.name), mapping.sourceArn),
    invoke: told(pool.name, pool.invoke, complain),
    bury: async letter => {
      if (failureArn !== undefined) await queueOf(options.queueEndpoint, failureArn).sendJson(letter)
    },
    gate,
    complain,
  })
}

/** An invocation that tells of its failure: Lambda would have written it to the function's log. */
function told(name: string, invoke: Invoke, complain: (complaint: string) => void): Invoke {
  return async event => {
    const outcome = await invoke(event)
    if (outcome.kind === 'failed') complain(`${name}: ${outcome.reason}`)
    return outcome
  }
}
