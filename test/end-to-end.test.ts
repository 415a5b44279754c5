import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'

const root = join(import.meta.dirname, '..')
const SOURCES = join(import.meta.dirname, 'fixtures/sources/sample-publisher.yaml')
/** What the sample publisher carries: 8 by RSS, 6 by Atom and 8 on its list; one of them by two feeds. */
const ARTICLES = 21

const Summary = z.object({
  sources: z.array(z.object({ id: z.string(), state: z.string(), created: z.number() })),
  polled: z.number(),
  entries: z.number(),
  created: z.number(),
  revised: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  events: z.number(),
})
const Delivered = z.object({
  'detail-type': z.string(),
  detail: z.object({ id: z.string(), data: z.object({ articleId: z.string(), revision: z.number() }) }),
})
const Listed = z.object({
  articles: z.array(
    z.object({
      articleId: z.string(),
      revision: z.number(),
      sourceId: z.string(),
      duplicateOf: z.optional(z.string()),
      hashes: z.object({ text: z.string(), raw: z.string() }),
    }),
  ),
})

let data = ''
let running: ChildProcess[] = []

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'communique-end-to-end-'))
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running = []
  rmSync(data, { recursive: true, force: true })
})

function start(...args: string[]) {
  const command = ['infra/local/start.ts', '--sources', SOURCES, '--data', data, ...args]
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let printed = ''
  let told = ''
  child.stdout.on('data', chunk => {
    printed += chunk
  })
  child.stderr.on('data', chunk => {
    told += chunk
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return {
    child,
    ended,
    /** Resolves with the first match of what is printed or told. */
    until: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const match = pattern.exec(printed + told)
        if (match !== null) return match
        if (child.exitCode !== null) throw new Error(`ended before ${pattern}: ${told}`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
    summary: async () => {
      const code = await ended
      if (code !== 0) throw new Error(`ended with ${code}: ${told}`)
      return Summary.parse(JSON.parse(printed))
    },
  }
}

function delivered() {
  const lines = readFileSync(join(data, 'events.ndjson'), 'utf8').trimEnd().split('\n')
  return lines.map(line => Delivered.parse(JSON.parse(line)))
}

function published() {
  return delivered().filter(event => event['detail-type'] === 'Article Published')
}

function sha256(bytes: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
}

/** Starts the pipeline, and compares what it answers with the events that were delivered. */
async function expectRecordsToEqualEvents(): Promise<void> {
  const pipeline = start('--port', '0')
  const [, origin] = await pipeline.until(/page and API +(http:\/\/127\.0\.0\.1:\d+)/)
  await expect
    .poll(async () => (await fetch(`${origin}/healthz`).catch(() => undefined))?.status, { timeout: 20_000 })
    .toBe(200)
  const { articles } = Listed.parse(await (await fetch(`${origin}/articles?limit=100`)).json())
  expect(articles).toHaveLength(ARTICLES)
  for (const { articleId, hashes } of articles) {
    for (const part of ['text', 'raw'] as const) {
      const answer = await fetch(`${origin}/articles/${articleId}/${part}`)
      expect(sha256(await answer.arrayBuffer())).toBe(hashes[part])
    }
  }
  expect(
    published()
      .map(event => event.detail.data.articleId)
      .toSorted(),
  ).toEqual(articles.map(({ articleId }) => articleId).toSorted())
  expect(new Set(delivered().map(({ detail }) => detail.id)).size).toBe(delivered().length)
  pipeline.child.kill('SIGINT')
  expect(await pipeline.ended).toBe(0)
}

describe('the pipeline on one machine', () => {
  it('records what the sample publisher says once, and nothing on a second run', async () => {
    const first = await start('--once', '--json').summary()
    expect(first).toMatchObject({ polled: 3, entries: 22, created: ARTICLES, duplicates: 1, rejected: 0 })
    expect(published()).toHaveLength(ARTICLES)
    expect(first.events).toBe(delivered().length)
    for (const source of first.sources) expect(source.created).toBeGreaterThan(0)

    const second = await start('--once', '--json').summary()
    expect(second).toMatchObject({ polled: 3, created: 0, revised: 0, events: 0 })
    expect(delivered()).toHaveLength(first.events)

    await expectRecordsToEqualEvents()
  }, 120_000)

  it('killed in the middle and started again, loses nothing and repeats nothing', async () => {
    const killed = start('--once', '--json')
    await killed.until(/created/)
    killed.child.kill('SIGKILL')
    await killed.ended
    await start('--once', '--json').summary()
    await expectRecordsToEqualEvents()
  }, 120_000)
})
