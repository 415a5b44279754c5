import type { CommittedChange } from '../../functions/publish/announcements.ts'
import { articleWatches } from '../../functions/publish/article-watches.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import type { Source } from '../../shared/source.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { type Articles, dynamoArticles } from '../../shared/store/articles.ts'
import { eventBridgeBus } from '../../shared/store/bus.ts'
import { dynamoCommits } from '../../shared/store/commits.ts'
import type { Watch } from '../../shared/watches/watch.ts'
import { readSourcesPath } from '../sources-file.ts'
import { type AnnouncedAgain, announceAgain, type Told } from './announce-again.ts'
import { type AgainOptions, type Read, readAgain } from './arguments.ts'
import type { PipelineAccess } from './pipeline-access.ts'
import { reach } from './reach.ts'

/** What replay and reconcile do differently. */
export type AgainCommand = {
  usage: string
  replayName: (options: AgainOptions) => string | undefined
  /** The ids that need not be announced again. */
  announcedIds: (access: PipelineAccess) => Promise<ReadonlySet<string>>
  /** What else publish would have done with a commit. */
  makeGood: (change: CommittedChange, articles: Articles) => Promise<void>
}

const TELL_EVERY_MS = 2_000

/** Runs a command that announces again. Returns the exit code: 2 for wrong words, 1 for what cannot go on. */
export async function runAgain(command: AgainCommand, words: readonly string[]): Promise<number> {
  const read = readAgain(words, new Date().toISOString())
  if (read.kind !== 'asked') return toldInstead(read, command.usage)
  const { options } = read
  const file = await readSourcesPath(options.sourcesPath)
  if (file.kind === 'faulty') return complained(file.faults.join('\n'))
  const reached = await reach(options.place)
  if (reached.kind === 'refused') return complained(reached.reason)
  try {
    const end = await announceOver(reached.access, command, options, file.watches)
    if (end.told.rows === 0 && isUnheardOf(options, file.sources))
      return complained(
        `nothing is on record of a source ${options.sourceId}, nor is it in ${options.sourcesPath}`,
        2,
      )
    return concluded(end, options)
  } finally {
    await reached.access.close()
  }
}

/** What to say, and the exit code, of words that ask for nothing to be done. */
export function toldInstead(read: Exclude<Read<unknown>, { kind: 'asked' }>, usage: string): number {
  if (read.kind === 'wrong') return complained(`${read.reason}\n\n${usage}`, 2)
  process.stdout.write(usage)
  return 0
}

export function complained(reason: string, exitCode = 1): number {
  process.stderr.write(`${reason}\n`)
  return exitCode
}

/** A source that was taken out of the file may still have its record; a misspelt one has neither. */
function isUnheardOf({ sourceId }: AgainOptions, sources: readonly Source[]): boolean {
  return sourceId !== undefined && !sources.some(({ id }) => id === sourceId)
}

/** Also for a redrive, whose stream records are announced anew by their time. */
export async function announceOver(
  access: PipelineAccess,
  command: Omit<AgainCommand, 'usage'>,
  options: AgainOptions,
  watches: readonly Watch[],
): Promise<AnnouncedAgain> {
  const { names, dynamodb, eventBridge, s3 } = access
  const announced = await command.announcedIds(access)
  return await announceAgain(
    {
      commits: dynamoCommits(dynamodb, names.ArticlesTableName),
      bus: eventBridgeBus(eventBridge, names.BusName),
      watchesOf: articleWatches(watches, s3Archive(s3, names.ArchiveBucketName)),
      origin: { sourceUrn: names.EventSourceUrn, archiveBucket: names.ArchiveBucketName },
      makeGood: change => command.makeGood(change, dynamoArticles(dynamodb, names.ArticlesTableName)),
      clock: systemClock,
      tell: teller(),
    },
    { ...options, replayName: command.replayName(options), wants: ({ event }) => !announced.has(event.id) },
  )
}

/** Tells how far it has come, not more often than anyone reads. */
function teller(): (told: Told) => void {
  let toldMs = performance.now()
  return told => {
    if (told.after === undefined || performance.now() - toldMs < TELL_EVERY_MS) return
    toldMs = performance.now()
    process.stderr.write(`${told.announced} announced so far; to go on from here: --after '${told.after}'\n`)
  }
}

function concluded(end: AnnouncedAgain, { dryRun }: AgainOptions): number {
  const { rows, announced, leftOut, after } = end.told
  const known = leftOut === 0 ? '' : `, ${leftOut} were announced before`
  const done = dryRun ? 'would be announced' : 'announced'
  process.stdout.write(`${rows} revisions on record: ${announced} events ${done}${known}\n`)
  if (end.kind === 'done') return 0
  const goOn = after === undefined ? '' : `; to go on from here: --after '${after}'`
  return complained(`the bus refused an event: ${end.reason}${goOn}`)
}
