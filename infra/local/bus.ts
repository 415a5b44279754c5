import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { ACCOUNT, REGION } from './aws-json.ts'
import type { EventLog } from './event-log.ts'
import { type EventPattern, readPattern } from './event-pattern.ts'
import { nameInArn } from './names.ts'

/** An event in the envelope in which EventBridge hands it to targets. */
export type BusEvent = {
  version: '0'
  id: string
  'detail-type': string
  source: string
  account: string
  time: string
  region: string
  resources: string[]
  detail: unknown
}

export type BusRule = { busName: string; pattern: unknown; targetArns: readonly string[] }

export type Bus = {
  put: (input: unknown) => Promise<{ FailedEntryCount: number; Entries: PutResult[] }>
}
type PutResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string }

const PutEvents = z.object({
  Entries: z.array(
    z.object({
      Source: z.string().check(z.minLength(1)),
      DetailType: z.string().check(z.minLength(1)),
      Detail: z.string(),
      EventBusName: z._default(z.string(), 'default'),
      // Seconds since the epoch: how AWS JSON writes a time.
      Time: z.optional(z.number()),
      Resources: z._default(z.array(z.string()), []),
    }),
  ),
})
type Entry = z.infer<typeof PutEvents>['Entries'][number]

/**
 * An event bus: takes events by PutEvents, keeps each in the log and delivers it to the targets of the rules
 * that match. An event counts as taken only when both are done; otherwise its sender puts it again, which the
 * log does not repeat.
 */
export function eventBus(given: {
  busNames: readonly string[]
  rules: readonly BusRule[]
  log: EventLog
  deliver: (targetArn: string, event: BusEvent) => Promise<void>
  appended: () => void
}): Bus {
  const rules = given.rules.map(rule => ({
    ...rule,
    busName: nameInArn(rule.busName),
    matches: readPattern(rule.pattern),
  }))

  async function putOne(entry: Entry): Promise<PutResult> {
    const busName = nameInArn(entry.EventBusName)
    if (!given.busNames.includes(busName))
      return refused('ResourceNotFoundException', `there is no bus ${busName}`)
    const detail = parsedDetail(entry.Detail)
    if (detail === undefined) return refused('MalformedDetail', 'Detail is not a JSON object')
    const event = envelope(entry, detail)
    try {
      if (given.log.append(event)) given.appended()
      await Promise.all(targetsOf(event, busName, rules).map(arn => given.deliver(arn, event)))
      return { EventId: event.id }
    } catch (error) {
      return refused('InternalFailure', String(error))
    }
  }

  return {
    put: async input => {
      const { Entries } = z.parse(PutEvents, input)
      const results: PutResult[] = []
      for (const entry of Entries) results.push(await putOne(entry))
      return { FailedEntryCount: results.filter(result => 'ErrorCode' in result).length, Entries: results }
    },
  }
}

function targetsOf(
  event: BusEvent,
  busName: string,
  rules: readonly { busName: string; matches: EventPattern; targetArns: readonly string[] }[],
): string[] {
  return rules
    .filter(rule => rule.busName === busName && rule.matches(event))
    .flatMap(({ targetArns }) => targetArns)
}

function refused(ErrorCode: string, ErrorMessage: string): PutResult {
  return { ErrorCode, ErrorMessage }
}

const Detail = z.looseObject({})

function parsedDetail(text: string): unknown {
  try {
    return z.safeParse(Detail, JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function envelope(entry: Entry, detail: unknown): BusEvent {
  const timeMs = entry.Time === undefined ? Date.now() : entry.Time * 1000
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': entry.DetailType,
    source: entry.Source,
    account: ACCOUNT,
    // EventBridge carries whole seconds.
    time: new Date(timeMs).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: REGION,
    resources: entry.Resources,
    detail,
  }
}
