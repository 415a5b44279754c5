import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { readEndpoints } from '../infra/local/endpoints-file.ts'
import { queueClient } from '../infra/local/queue-client.ts'
import { reach } from '../infra/operations/reach.ts'

const root = join(import.meta.dirname, '..')
const SOURCES = join(root, 'test/fixtures/sources/sample-publisher.yaml')
const ARTICLES = 21
const dataPath = mkdtempSync(join(tmpdir(), 'communique-operations-'))
const eventsPath = join(dataPath, 'events.ndjson')
const since = ['--from', '2026-01-01', '--to', '2100-01-01', '--data', dataPath, '--sources', SOURCES]

function node(...words: string[]) {
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      said += text
    })
  const ended = new Promise<string>(resolve => child.once('close', code => resolve(`${code}: ${said}`)))
  return { child, ended, said: () => said }
}
const start = (...words: string[]) =>
  node('infra/local/start.ts', '--sources', SOURCES, '--data', dataPath, ...words)
const operate = (command: string, ...words: string[]) =>
  node(`infra/operations/${command}.ts`, ...words).ended

const Line = z.object({ detail: z.object({ id: z.string(), replayname: z.optional(z.string()) }) })
const lines = () =>
  readFileSync(eventsPath, 'utf8')
    .split('\n')
    .filter(line => line !== '')
const replayed = () => lines().filter(line => Line.parse(JSON.parse(line)).detail.replayname !== undefined)

beforeAll(async () => {
  expect(await start('--once', '--json').ended).toMatch(/^0/)
}, 120_000)
afterAll(() => rmSync(dataPath, { recursive: true, force: true }))

test('what publish never announced is reconciled, exactly, and nothing else', async () => {
  const all = lines()
  expect(all).toHaveLength(ARTICLES)
  writeFileSync(eventsPath, `${all.slice(4).join('\n')}\n`)
  expect(await operate('reconcile', ...since, '--dry-run')).toContain(
    '4 events would be announced, 17 were announced before',
  )
  expect(lines()).toHaveLength(ARTICLES - 4)
  expect(await operate('reconcile', ...since)).toMatch(
    /^0: 21 revisions on record: 4 events announced, 17 were/,
  )
  const ids = (of: string[]) => of.map(line => Line.parse(JSON.parse(line)).detail.id).toSorted()
  expect(ids(lines())).toEqual(ids(all))
  expect(await operate('reconcile', ...since)).toContain(': 0 events announced, 21 were')
}, 120_000)

test('a replay and a redrive go through the pipeline while it runs', async () => {
  const pipeline = start('--port', '0')
  await expect.poll(pipeline.said, { timeout: 60_000 }).toContain('ready in')
  expect(await operate('replay', ...since, '--name', 'for-the-archive')).toContain(': 21 events announced')
  expect(replayed()).toHaveLength(ARTICLES)

  const reached = await reach({ kind: 'data', dataPath })
  if (reached.kind === 'refused') throw new Error(reached.reason)
  const { EntriesQueueUrl, EntriesDeadLettersUrl } = reached.access.names
  await reached.access.close()
  const engine = readEndpoints(dataPath)?.aws ?? ''
  const dead = queueClient(engine, EntriesDeadLettersUrl)
  const alive = queueClient(engine, EntriesQueueUrl)
  await dead.sendJson({ poison: true })
  const redrive = ['--data', dataPath, '--queue', 'entries']
  expect(await operate('redrive', ...redrive, '--dry-run')).toContain('entries: 1 dead letter\n  1 since')
  await expect.poll(dead.pending).toBe(1)
  expect(await operate('redrive', ...redrive)).toContain('in their queue again')
  expect(await dead.pending()).toBe(0)
  // Nobody understands it, so that it fails again and again.
  expect(await alive.pending()).toBe(1)
  pipeline.child.kill('SIGINT')
  expect(await pipeline.ended).toMatch(/^0/)
}, 180_000)

test('where there is no pipeline, a command ends with one sentence', async () => {
  const said = await operate('replay', '--from', '2026-11-20', '--data', '/nowhere/at/all')
  expect(said).toMatch(/^1: \/nowhere\/at\/all holds no pipeline/)
}, 60_000)
