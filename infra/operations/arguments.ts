import { parseArgs } from 'node:util'

/** Where the pipeline runs: a stage in AWS, or a data folder of this machine. */
export type Place = { kind: 'stage'; stage: string } | { kind: 'data'; dataPath: string }

export type AgainOptions = {
  place: Place
  fromIso: string
  untilIso: string
  sourceId: string | undefined
  after: string | undefined
  name: string | undefined
  eventsPerSecond: number
  sourcesPath: string
  dryRun: boolean
}

export type Read<Options> =
  | { kind: 'asked'; options: Options }
  | { kind: 'help' }
  | { kind: 'wrong'; reason: string }

const wrong = (reason: string) => ({ kind: 'wrong' as const, reason })

const sharedOptions = {
  sources: { type: 'string', default: 'sources.yaml' },
  stage: { type: 'string' },
  data: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export const spanUsage = `  --from TIME      since when, such as 2026-11-20T09:00:00Z or 2026-11-20
  --to TIME        until when, exclusive                         (default now)
  --source ID      of this source alone`

export const sourcesUsage = `  --sources FILE   the sources file, for its watches             (default sources.yaml)`

export const placeUsage = `  --stage S        the stage in AWS, with the credentials of this terminal
  --data DIR       or the data folder of this machine; the pipeline may run meanwhile   (default data)`

/** A place in the order of commits: its time, the article, the revision. */
const CURSOR = /^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z#[a-z2-7]{32}#\d{1,6}$/

/** Reads the words of replay and reconcile. `nowIso` is where a span ends that names no end. */
export function readAgain(words: readonly string[], nowIso: string): Read<AgainOptions> {
  const parsed = attempted(() =>
    parseArgs({
      args: [...words],
      options: {
        ...sharedOptions,
        from: { type: 'string' },
        to: { type: 'string' },
        source: { type: 'string' },
        after: { type: 'string' },
        name: { type: 'string' },
        rate: { type: 'string', default: '50' },
      },
    }),
  )
  if (typeof parsed === 'string') return wrong(parsed)
  const { values } = parsed
  if (values.help) return { kind: 'help' }
  const place = placeOf(values)
  if (typeof place === 'string') return wrong(place)
  if (values.from === undefined) return wrong('--from is missing: since when, such as 2026-11-20T09:00:00Z')
  const fromIso = isoOf(values.from)
  const untilIso = values.to === undefined ? nowIso : isoOf(values.to)
  if (fromIso === undefined || untilIso === undefined)
    return wrong('--from and --to take a time with its zone, such as 2026-11-20T09:00:00Z, or a day in UTC')
  if (values.after !== undefined && !(CURSOR.test(values.after) && values.after >= fromIso))
    return wrong('--after takes the cursor that an interrupted run told last, and none before --from')
  if (fromIso >= untilIso) return wrong('--from must come before --to')
  const eventsPerSecond = Number(values.rate)
  if (!(eventsPerSecond > 0 && eventsPerSecond <= 1_000))
    return wrong('--rate takes a number of events a second, 1000 at most')
  const { source: sourceId, after, name, sources: sourcesPath, 'dry-run': dryRun = false } = values
  return {
    kind: 'asked',
    options: { place, fromIso, untilIso, sourceId, after, name, eventsPerSecond, sourcesPath, dryRun },
  }
}

export const QUEUES = ['polls', 'entries', 'outbox', 'webhook'] as const
export type QueueName = (typeof QUEUES)[number]
export type RedriveOptions = {
  place: Place
  queues: readonly QueueName[]
  sourcesPath: string
  dryRun: boolean
}

/** Reads the words of redrive. */
export function readRedrive(words: readonly string[]): Read<RedriveOptions> {
  const parsed = attempted(() =>
    parseArgs({ args: [...words], options: { ...sharedOptions, queue: { type: 'string' } } }),
  )
  if (typeof parsed === 'string') return wrong(parsed)
  const { help, queue, sources: sourcesPath, 'dry-run': dryRun = false, ...rest } = parsed.values
  if (help) return { kind: 'help' }
  const place = placeOf(rest)
  if (typeof place === 'string') return wrong(place)
  const queues = queue === undefined ? QUEUES : QUEUES.filter(name => name === queue)
  if (queues.length === 0) return wrong(`--queue is one of ${QUEUES.join(', ')}`)
  return { kind: 'asked', options: { place, queues, sourcesPath, dryRun } }
}

function placeOf({ stage, data }: { stage?: string | undefined; data?: string | undefined }): Place | string {
  if (stage === undefined) return { kind: 'data', dataPath: data ?? 'data' }
  return data === undefined ? { kind: 'stage', stage } : 'either --stage or --data, not both'
}

function attempted<Parsed>(parse: () => Parsed): Parsed | string {
  try {
    return parse()
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}

/** A time with its zone, or a day, in the form that the record's times have; undefined for anything else. */
function isoOf(text: string): string | undefined {
  const isPlain = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
  // A day that its month has not is taken for one of the next month.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10))
  const timeMs = isPlain && isDay ? Date.parse(text) : Number.NaN
  return Number.isNaN(timeMs) ? undefined : new Date(timeMs).toISOString()
}
