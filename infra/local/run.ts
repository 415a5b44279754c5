import type { Source } from '../../shared/source.ts'
import { startSamplePublisher } from '../sample-publisher/start.ts'
import type { ApiServer } from './api-server.ts'
import type { StartOptions } from './arguments.ts'
import type { DataFolder } from './data-folder.ts'
import type { Ground } from './ground.ts'
import { printable, progressDisplay } from './progress-display.ts'
import { openTally, sourcesWithoutState, summaryText, type Tally } from './run-summary.ts'
import { synthesise } from './synthesise.ts'

export type Run = {
  options: StartOptions
  sources: readonly Source[]
  folder: DataFolder
  api: ApiServer | undefined
  stopAsked: Promise<void>
}

type Voice = { say: (line: string) => void; complain: (complaint: string) => void }

/**
 * Runs the pipeline until it is done (`--once`) or told to stop, and puts everything away.
 * @returns the exit code
 * @throws what startGround throws
 */
export async function run(given: Run): Promise<number> {
  const { options, sources, folder, api, stopAsked } = given
  const tally = openTally(sources)
  const voice: Voice = {
    // With --json stdout holds the summary and nothing else.
    say: line => void (options.json ? process.stderr : process.stdout).write(`${line}\n`),
    complain: complaint => void process.stderr.write(`! ${printable(complaint)}\n`),
  }
  voice.say('Communiqué on this machine')
  voice.say(`  sources  ${options.sourcesPath} (${sources.length})`)
  voice.say(`  data     ${folder.path}`)
  const samples = await samplesFor(given, voice)
  const ground = await Promise.race([openGround(given, samples?.origin, tally, voice), stopAsked])
  if (ground === undefined) return 0
  if (options.webhook !== undefined) {
    voice.say(`  webhook  ${options.webhook}, signed with the secret in ${ground.secretPaths.join(', ')}`)
  }
  if (api !== undefined) {
    await ground.warm()
    api.answerWith(ground.answer)
    voice.say(`  page and API  ${api.endpoint}/`)
  }
  voice.say(`ready in ${(performance.now() / 1000).toFixed(1)} s; Ctrl-C stops`)

  const work = options.once ? runOnce(ground, tally, voice) : keepRunning(ground)
  const end = await Promise.race([work, stopAsked.then((): End => 'stopped'), ground.failed.then(lost)])
  if (end === 'lost') {
    voice.complain(`the DynamoDB engine ended: ${await ground.failed}`)
    return 1
  }
  if (end === 'stopped') voice.say('stopping')
  else
    process.stdout.write(`${options.json ? JSON.stringify(tally.summary()) : summaryText(tally.summary())}\n`)
  await api?.close()
  await ground.stop()
  await samples?.close()
  folder.release()
  if (end === 'stopped') return options.once ? 130 : 0
  return end === 'done' ? 0 : 1
}

/** How a run ended: all well, not all well, told to stop, or without an engine. */
type End = 'done' | 'wanting' | 'stopped' | 'lost'

const lost = (): End => 'lost'

/** The sample publisher, when a source is one of its pages. */
async function samplesFor({ sources, folder, options }: Run, { say }: Voice) {
  if (!sources.some(({ url }) => url.startsWith('sample:'))) return undefined
  return await startSamplePublisher({
    stateDir: folder.file('sample-publisher'),
    // A second --once is to find nothing new, however long the first one took.
    ...(options.once && { reviseAfterMs: 'never' }),
    log: line => say(`  ${line}`),
  })
}

async function openGround(
  { options, folder, api }: Run,
  sampleOrigin: string | undefined,
  tally: Tally,
  { say, complain }: Voice,
): Promise<Ground> {
  const { sourcesPath, webhook } = options
  const synthesis = synthesise({ outputPath: folder.file('cdk.out'), sourcesPath, sampleOrigin, webhook })
  // The engines take a while to load: time that the synthesis, a process of its own, need not wait for.
  const { startGround } = await import('./ground.ts')
  const display = progressDisplay()
  return await startGround({
    folder,
    synthesis,
    dynamodbEndpoint: process.env.COMMUNIQUE_DYNAMODB_ENDPOINT,
    apiOrigin: api?.endpoint ?? 'http://127.0.0.1',
    progress: line => {
      tally.count(line)
      const shown = display(line)
      if (shown !== undefined) say(shown)
    },
    eventAppended: tally.countEvent,
    complain,
  })
}

function keepRunning(ground: Ground): Promise<End> {
  ground.startClock()
  return new Promise(() => {})
}

async function runOnce(ground: Ground, tally: Tally, { complain }: Voice): Promise<End> {
  const outcomes = await ground.pollEverySource()
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') complain(`the sources could not be planned: ${outcome.reason}`)
  }
  await ground.drained()
  const missing = sourcesWithoutState(tally.summary())
  if (missing.length > 0) complain(`nothing was heard of ${missing.join(', ')}`)
  return missing.length === 0 && outcomes.every(({ kind }) => kind === 'returned') ? 'done' : 'wanting'
}
