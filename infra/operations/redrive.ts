import type { Watch } from '../../shared/watches/watch.ts'
import { readSourcesPath } from '../sources-file.ts'
import { announceOver, complained, toldInstead } from './again-command.ts'
import { placeUsage, type QueueName, type RedriveOptions, readRedrive, sourcesUsage } from './arguments.ts'
import { byCause, type Letter, putBack, sendBack, takeAway, takeLetters } from './dead-letters.ts'
import type { PipelineAccess } from './pipeline-access.ts'
import { reach } from './reach.ts'
import { reconciliation } from './reconciliation.ts'
import { spanOf } from './stream-letters.ts'

const usage = `Lists the dead letters by what stopped them, and gives them another try. Of the outbox's letters, which only point
into a stream that forgets after 24 hours, the span of time is reconciled instead.

  npm run redrive -- [options]

  --queue NAME     polls, entries, outbox or webhook alone
  --dry-run        list, and move nothing
${sourcesUsage}
${placeUsage}
  --help           this text
`

const EVENTS_PER_SECOND = 50

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const read = readRedrive(words)
  if (read.kind !== 'asked') return toldInstead(read, usage)
  const file = await readSourcesPath(read.options.sourcesPath)
  if (file.kind === 'faulty') return complained(file.faults.join('\n'))
  const reached = await reach(read.options.place)
  if (reached.kind === 'refused') return complained(reached.reason)
  try {
    let exitCode = 0
    for (const queue of read.options.queues)
      exitCode = Math.max(exitCode, await redrive(queue, reached.access, read.options, file.watches))
    return exitCode
  } finally {
    await reached.access.close()
  }
}

/** A queue's dead letters, and where they came from; the outbox is a stream, and a webhook may not be set up. */
function urlsOf(queue: QueueName, { names }: PipelineAccess) {
  if (queue === 'polls') return { dead: names.PollsDeadLettersUrl, alive: names.PollsQueueUrl }
  if (queue === 'entries') return { dead: names.EntriesDeadLettersUrl, alive: names.EntriesQueueUrl }
  if (queue === 'webhook') return { dead: names.WebhookDeadLettersUrl, alive: names.WebhookQueueUrl }
  return { dead: names.OutboxDeadLettersUrl, alive: undefined }
}

async function redrive(
  queue: QueueName,
  access: PipelineAccess,
  options: RedriveOptions,
  watches: readonly Watch[],
): Promise<number> {
  const { dead, alive } = urlsOf(queue, access)
  if (dead === undefined) return 0
  const nowMs = Date.now()
  const letters = await takeLetters(access.sqs, dead, nowMs)
  process.stdout.write(`${queue}: ${letters.length} dead letter${letters.length === 1 ? '' : 's'}\n`)
  for (const { cause, count, oldestIso } of byCause(letters))
    process.stdout.write(`  ${count} since ${oldestIso}: ${cause}\n`)
  if (options.dryRun) await putBack(access.sqs, dead, letters)
  else if (alive === undefined) return await reconcileAll(letters, { access, options, watches, dead })
  else {
    const nowIso = new Date(nowMs).toISOString()
    for (const letter of letters) await sendBack(access.sqs, { from: dead, to: alive, nowIso }, letter)
    if (letters.length > 0) process.stdout.write(`  all of them are in their queue again\n`)
  }
  return 0
}

async function reconcileAll(
  letters: readonly Letter[],
  {
    access,
    options,
    watches,
    dead,
  }: { access: PipelineAccess; options: RedriveOptions; watches: readonly Watch[]; dead: string },
): Promise<number> {
  const spans = letters.map(letter => ({ letter, ...spanOf(letter.body) }))
  const ours = spans.filter(({ table }) => table === access.names.ArticlesTableName)
  const others = spans.filter(span => !ours.includes(span)).map(({ letter }) => letter)
  for (const { letter, fromIso, untilIso, records } of ours) {
    const span = { ...options, fromIso, untilIso, sourceId: undefined, after: undefined, name: undefined }
    const again = { ...span, eventsPerSecond: EVENTS_PER_SECOND, sourcesPath: '' }
    const end = await announceOver(access, reconciliation, again, watches)
    if (end.kind === 'refused') return complained(`the bus refused an event: ${end.reason}`)
    await takeAway(access.sqs, dead, letter)
    process.stdout.write(
      `  ${records} records before ${untilIso}: ${end.told.announced} events announced, ${end.told.leftOut} were before\n`,
    )
  }
  if (others.length === 0) return 0
  await putBack(access.sqs, dead, others)
  return complained(
    `  ${others.length} stay: what happened to sources stands in no row of its own and cannot be announced again`,
  )
}
