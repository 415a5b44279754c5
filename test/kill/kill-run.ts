import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomOf } from '../support/release-text.ts'
import { inspectData } from './inspect-data.ts'
import { openPublishers, type Publishers } from './publishers.ts'

export type KillRun = {
  articles: number
  kills: number
  /** The share of the functions' calls to AWS that go wrong at the wire. */
  faults: number
  seed: number
  /** An empty folder for the pipeline's state. */
  dataPath: string
  tell: (line: string) => void
}

export type KillRunOutcome = {
  kills: number
  rows: number
  published: number
  seconds: number
  /** What was promised and is not so, in words; none when all is well. */
  breaches: string[]
}

const root = join(import.meta.dirname, '../..')
const preload = join(import.meta.dirname, 'faulty-functions.ts')
/** A kill in the middle of a start: one of so many, at most so late. */
const STARTS_CUT = 4
const START_MS = 4_000

/**
 * Kills the pipeline so many times while it takes in the articles of publishers on loopback, lets it end, and
 * looks at what it left behind.
 */
export async function killRun(given: KillRun): Promise<KillRunOutcome> {
  const { articles, kills, dataPath, tell } = given
  const startMs = performance.now()
  const random = randomOf(given.seed)
  const publishers = await openPublishers(articles)
  const sourcesPath = join(dataPath, 'sources.yaml')
  writeFileSync(sourcesPath, publishers.sourcesYaml)
  const breaches: string[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    const pipeline = startPipeline({ ...given, sourcesPath, start: kill })
    const left = Math.max(0, articles - countLines(join(dataPath, 'events.ndjson')))
    const when = await momentOf(random, { left: left / (kills - kill + 1), publishers, pipeline })
    if (pipeline.child.exitCode !== null && pipeline.child.exitCode !== 0)
      breaches.push(
        `start ${kill} ended by itself (${pipeline.child.exitCode}): ${pipeline.said().slice(-500)}`,
      )
    // Half of the kills leave the engine and the functions behind as orphans.
    pipeline.kill(random() < 0.5)
    await pipeline.ended
    tell(`kill ${kill} ${when}, ${publishers.pagesAsked()} pages asked`)
  }
  const last = startPipeline({ ...given, sourcesPath, start: kills + 1 })
  const exitCode = await last.ended
  if (exitCode !== 0) breaches.push(`the last run ended with ${exitCode}: ${last.said().slice(-500)}`)
  await publishers.close()
  const found = await inspectData(dataPath, articles)
  const seconds = (performance.now() - startMs) / 1_000
  return {
    kills,
    seconds,
    rows: found.rows,
    published: found.published,
    breaches: [...breaches, ...found.breaches],
  }
}

type Pipeline = ReturnType<typeof startPipeline>

function startPipeline({
  sourcesPath,
  dataPath,
  faults,
  seed,
  start,
}: KillRun & { sourcesPath: string; start: number }) {
  const words = ['infra/local/start.ts', '--sources', sourcesPath, '--data', dataPath, '--once', '--json']
  const child: ChildProcess = spawn(process.execPath, ['--import', preload, ...words], {
    cwd: root,
    env: { ...process.env, FAULTY_SHARE: String(faults), FAULTY_SEED: String(seed * 1_000 + start) },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000)
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return {
    child,
    ended,
    said: () => said,
    kill: (alone: boolean) => {
      if (child.exitCode !== null || child.pid === undefined) return
      if (alone) child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
    },
  }
}

/** Waits for the moment of the next kill: somewhere in a start, or after some more pages were asked for. */
async function momentOf(
  random: () => number,
  { left, publishers, pipeline }: { left: number; publishers: Publishers; pipeline: Pipeline },
): Promise<string> {
  const isOver = () => pipeline.child.exitCode !== null
  if (random() * STARTS_CUT < 1) {
    const waitMs = random() * START_MS
    const endMs = performance.now() + waitMs
    while (performance.now() < endMs && !isOver()) await sleep(5)
    return `${Math.round(waitMs)} ms after its start`
  }
  const pages = Math.round(random() * 2 * left)
  const before = publishers.pagesAsked()
  while (publishers.pagesAsked() - before < pages && !isOver()) await sleep(5)
  const moreMs = random() * 500
  await sleep(moreMs)
  return `${Math.round(moreMs)} ms after ${pages} pages`
}

function countLines(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0
}
