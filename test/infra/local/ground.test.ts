import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { openDataFolder } from '../../../infra/local/data-folder.ts'
import { startGround } from '../../../infra/local/ground.ts'
import { listen } from '../../../infra/local/listen.ts'
import type { Progress } from '../../../shared/progress.ts'
import template from '../../fixtures/local/template.json' with { type: 'json' }

const assetsPath = join(import.meta.dirname, '../../fixtures/local/assets')

const Answered = z.object({
  words: z.array(z.string()),
  event: z.looseObject({ rawPath: z.string(), pathParameters: z.record(z.string(), z.string()) }),
  environment: z.record(z.string(), z.string()),
})

/** Runs the fixture's template out of a folder. */
async function start(folderPath: string) {
  const opened = await openDataFolder(folderPath)
  if (opened.kind === 'refused') throw new Error(opened.reason)
  const progress: Progress[] = []
  const complaints: string[] = []
  const appended = { count: 0 }
  const ground = await startGround({
    folder: opened.folder,
    synthesis: Promise.resolve({ kind: 'synthesised', template, assetsPath }),
    dynamodbEndpoint: undefined,
    apiOrigin: 'http://127.0.0.1',
    progress: line => progress.push(line),
    eventAppended: () => {
      appended.count += 1
    },
    complain: complaint => complaints.push(complaint),
  })
  const api = await listen(
    createServer((request, response) => void ground.answer(request, response)),
    0,
  )
  return {
    ...ground,
    progress,
    complaints,
    appended,
    ask: async (path: string) => z.parse(Answered, await (await fetch(`${api.endpoint}${path}`)).json()),
    end: async () => {
      await api.close()
      await ground.stop()
      opened.folder.release()
    },
  }
}

let folderPath: string
let ground: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  folderPath = await mkdtemp(join(tmpdir(), 'communique-ground-'))
  ground = await start(folderPath)
})
afterAll(async () => {
  await ground.end()
  await rm(folderPath, { recursive: true })
})

const Line = z.object({
  source: z.string(),
  'detail-type': z.string(),
  detail: z.looseObject({
    id: z.string(),
    eventName: z.string(),
    at: z.number(),
    eventSourceARN: z.string(),
  }),
})

async function eventLines() {
  const text = await readFile(join(folderPath, 'events.ndjson'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map(line => z.parse(Line, JSON.parse(line)))
}

test('carries work from the schedule over queue, table, stream and bus, whatever fails on the way', async () => {
  expect(await ground.pollEverySource()).toEqual([{ kind: 'returned', value: null }])
  await ground.drained()
  expect((await ground.ask('/all')).words).toEqual(['crash', 'once', 'one', 'two'])
  const recorded = ground.progress.flatMap(line => (line.progress === 'ingested' ? [line.headline] : []))
  expect([...new Set(recorded)].toSorted()).toEqual(['crash', 'once', 'one', 'two'])
  expect(ground.complaints).toContainEqual('work: its environment ended (1)')
}, 60_000)

test('announces each row once, in the envelope of the bus', async () => {
  const lines = await eventLines()
  expect(lines.map(({ detail }) => detail.id).toSorted()).toEqual(['crash', 'once', 'one', 'two'])
  expect(ground.appended.count).toBe(4)
  expect(lines[0]).toMatchObject({
    source: 'words',
    'detail-type': 'Word Recorded',
    detail: { eventName: 'INSERT' },
  })
  expect(lines[0]?.detail.eventSourceARN).toContain('table/WordsTable/stream/')
  // Seconds, not milliseconds, since the epoch.
  expect(Math.abs((lines[0]?.detail.at ?? 0) - Date.now() / 1000)).toBeLessThan(120)
})

test('gives a function the template’s environment and the engines, and nothing else', async () => {
  const { environment, event } = await ground.ask('/a/b?c=d')
  expect(event).toMatchObject({
    rawPath: '/a/b',
    pathParameters: { proxy: 'a/b' },
    queryStringParameters: { c: 'd' },
  })
  expect(environment).toMatchObject({
    WORDS_TABLE: 'WordsTable',
    URN: 'arn:aws:s3:::archive/*',
    AWS_REGION: 'us-east-1',
  })
  expect(
    Object.keys(environment)
      .filter(name => !name.startsWith('AWS_'))
      .toSorted(),
  ).toEqual(['URN', 'WORDS_TABLE'])
})

test('a second start finds everything done: nothing is delivered or announced again', async () => {
  await ground.end()
  ground = await start(folderPath)
  await ground.drained()
  expect((await ground.ask('/all')).words).toHaveLength(4)
  expect(await eventLines()).toHaveLength(4)
  expect([ground.appended.count, ground.progress]).toEqual([0, []])
}, 30_000)
