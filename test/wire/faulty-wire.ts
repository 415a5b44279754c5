import * as z from 'zod/mini'

/** A request to AWS as it goes over the wire. `target` is x-amz-target, which S3 does not have. */
export type WireRequest = {
  method: string
  path: string
  target: string
  headers: Record<string, string>
  body: Buffer
}
export type WireAnswer = { status: number; headers: Record<string, string>; body: Buffer }
export type Wire = (request: WireRequest) => Promise<WireAnswer>

/** The connection was cut: before the request arrived, or after it was worked on and before its answer came. */
export class ConnectionLost extends Error {
  readonly code: 'ECONNRESET' | 'ETIMEDOUT'
  constructor(code: 'ECONNRESET' | 'ETIMEDOUT') {
    super(`the connection was lost (${code})`)
    this.code = code
    // By this name the clients know a timeout.
    if (code === 'ETIMEDOUT') this.name = 'TimeoutError'
  }
}

export type Fault = { name: string; strike: (request: WireRequest, wire: Wire) => Promise<WireAnswer> }
/** Decides what goes wrong with a request, if anything does. */
export type Chooser = (request: WireRequest) => Fault | undefined

/** A wire on which the chosen requests go wrong as AWS does. */
export function faultyWire(wire: Wire, choose: Chooser): Wire {
  return async request => {
    const fault = choose(request)
    return fault === undefined ? await wire(request) : await fault.strike(request, wire)
  }
}

/** A share of all requests goes wrong, each by one of the faults that its kind can meet; `random` gives [0, 1). */
export function someOf(share: number, random: () => number): Chooser {
  return request => {
    if (random() >= share) return undefined
    const faults = faultsOf(request)
    return faults[Math.floor(random() * faults.length)]
  }
}

/** The first request of an operation meets the fault of this name, and everything after it goes well. */
export function firstOf(operation: string, faultName: string): Chooser {
  let hasStruck = false
  return request => {
    if (hasStruck || operationOf(request) !== operation) return undefined
    hasStruck = true
    const fault = faultsOf(request).find(({ name }) => name === faultName)
    if (fault === undefined) throw new Error(`${operation} does not know the fault ${faultName}`)
    return fault
  }
}

/** `PutItem`, `SendMessageBatch`, `PUT object`: what the request asks for. */
export function operationOf({ target, method }: WireRequest): string {
  return target === '' ? `${method} object` : (target.split('.').at(-1) ?? target)
}

/** Every fault that a request can meet, the general ones first. */
export function faultsOf(request: WireRequest): Fault[] {
  const operation = operationOf(request)
  return [
    ...(operation.endsWith(' object') ? s3Faults : jsonFaults(request.target)),
    { name: 'connection reset', strike: () => Promise.reject(new ConnectionLost('ECONNRESET')) },
    { name: 'answer lost', strike: lostAfter('ECONNRESET') },
    { name: 'answer late', strike: lostAfter('ETIMEDOUT') },
    ...(operationFaults.get(operation) ?? []),
  ]
}

function lostAfter(code: ConnectionLost['code']): Fault['strike'] {
  return async (request, wire) => {
    await wire(request)
    throw new ConnectionLost(code)
  }
}

function jsonAnswer(status: number, body: object): WireAnswer {
  const headers = { 'content-type': 'application/x-amz-json-1.0' }
  return { status, headers, body: Buffer.from(JSON.stringify(body)) }
}

function refusal(status: number, code: string): Fault {
  return {
    name: code,
    strike: async () => jsonAnswer(status, { __type: `com.amazonaws#${code}`, message: 'injected' }),
  }
}

/** How the services that speak AWS JSON refuse a whole request. */
function jsonFaults(target: string): Fault[] {
  const busy = target.startsWith('DynamoDB')
    ? 'ProvisionedThroughputExceededException'
    : 'ThrottlingException'
  return [
    refusal(400, busy),
    refusal(400, 'ThrottlingException'),
    refusal(500, 'InternalServerError'),
    unavailable,
  ]
}

/** What a load balancer answers in the service's stead. */
const unavailable: Fault = {
  name: '503',
  strike: async () => ({
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('<html><body>Service Unavailable</body></html>'),
  }),
}

function s3Refusal(status: number, code: string): Fault {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>injected</Message></Error>`
  const headers = { 'content-type': 'application/xml' }
  return { name: code, strike: async () => ({ status, headers, body: Buffer.from(body) }) }
}

const s3Faults: Fault[] = [s3Refusal(503, 'SlowDown'), s3Refusal(500, 'InternalError'), unavailable]

function cancelledBy(Code: string): Fault {
  const CancellationReasons = [{ Code, Message: 'injected' }, { Code: 'None' }]
  const message = 'Transaction cancelled, please refer cancellation reasons for specific reasons'
  const __type = 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException'
  return {
    name: `cancelled by ${Code}`,
    strike: async () => jsonAnswer(400, { __type, message, CancellationReasons }),
  }
}

const Keys = z.object({ RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()) })) })
const Rows = z.looseObject({ Responses: z.record(z.string(), z.array(z.unknown())) })
const Entries = z.looseObject({ Entries: z.array(z.looseObject({ Id: z.optional(z.string()) })) })
const Sent = z.looseObject({ Successful: z._default(z.array(z.unknown()), []) })
const Put = z.looseObject({ Entries: z.array(z.unknown()) })

function withBody(request: WireRequest, body: object): WireRequest {
  const bytes = Buffer.from(JSON.stringify(body))
  return { ...request, body: bytes, headers: { ...request.headers, 'content-length': String(bytes.length) } }
}

function jsonIn({ body }: { body: Buffer }): unknown {
  return JSON.parse(body.toString('utf8'))
}

/** Reads the first half of each table's keys, rounded down, and leaves the rest unprocessed. */
const unreadKeys: Fault = {
  name: 'UnprocessedKeys',
  strike: async (request, wire) => {
    const tables = Object.entries(z.parse(Keys, jsonIn(request)).RequestItems)
    const part = (of: (keys: unknown[], half: number) => unknown[]) =>
      Object.fromEntries(
        tables
          .map(
            ([table, asked]) =>
              [table, { ...asked, Keys: of(asked.Keys, Math.floor(asked.Keys.length / 2)) }] as const,
          )
          .filter(([, { Keys }]) => Keys.length > 0),
      )
    const UnprocessedKeys = part((keys, half) => keys.slice(half))
    const read = part((keys, half) => keys.slice(0, half))
    if (Object.keys(read).length === 0) return jsonAnswer(200, { Responses: {}, UnprocessedKeys })
    const answer = await wire(withBody(request, { RequestItems: read }))
    if (answer.status !== 200) return answer
    return jsonAnswer(200, { ...z.parse(Rows, jsonIn(answer)), UnprocessedKeys })
  },
}

/** Queues every other message of a batch. */
const partlyFailed: Fault = {
  name: 'Failed',
  strike: async (request, wire) => {
    const batch = z.parse(Entries, jsonIn(request))
    const isTaken = (index: number) => index % 2 === 1
    const Failed = batch.Entries.filter((_, index) => !isTaken(index)).map(({ Id }) => ({
      Id,
      Code: 'InternalError',
      SenderFault: false,
    }))
    const taken = batch.Entries.filter((_, index) => isTaken(index))
    if (taken.length === 0) return jsonAnswer(200, { Failed })
    const answer = await wire(withBody(request, { ...batch, Entries: taken }))
    return answer.status === 200 ? jsonAnswer(200, { ...z.parse(Sent, jsonIn(answer)), Failed }) : answer
  },
}

/** Takes every other event of a batch. */
const partlyRefused: Fault = {
  name: 'FailedEntryCount',
  strike: async (request, wire) => {
    const batch = z.parse(Entries, jsonIn(request))
    const refused = { ErrorCode: 'ThrottlingException', ErrorMessage: 'injected' }
    const taken = batch.Entries.filter((_, index) => index % 2 === 1)
    const FailedEntryCount = batch.Entries.length - taken.length
    if (taken.length === 0)
      return jsonAnswer(200, { FailedEntryCount, Entries: batch.Entries.map(() => refused) })
    const answer = await wire(withBody(request, { ...batch, Entries: taken }))
    if (answer.status !== 200) return answer
    const results = z.parse(Put, jsonIn(answer)).Entries
    const inPlace = batch.Entries.map((_, index) => (index % 2 === 1 ? results[(index - 1) / 2] : refused))
    return jsonAnswer(200, { FailedEntryCount, Entries: inPlace })
  },
}

const operationFaults = new Map<string, Fault[]>([
  ['BatchGetItem', [unreadKeys]],
  ['SendMessageBatch', [partlyFailed]],
  ['PutEvents', [partlyRefused]],
  ['TransactWriteItems', [cancelledBy('TransactionConflict'), cancelledBy('ThrottlingError')]],
  ['PUT object', [s3Refusal(409, 'ConditionalRequestConflict')]],
])
