import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { functionNames } from '../../infra/bundle.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communique-app-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Ended = { exitCode: number | string | null | undefined; stderr: string }

/** Runs the CDK app as its command line does, into a folder of the test's own. */
function synthesise(outdir: string, environment: Record<string, string>): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>()
  execFile(
    process.execPath,
    ['infra/app.ts'],
    { cwd: root, env: { PATH: process.env.PATH, CDK_OUTDIR: join(folder, outdir), ...environment } },
    (error, _stdout, stderr) => resolve({ exitCode: error === null ? 0 : error.code, stderr }),
  )
  return promise
}

async function sourcesFile(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const feed = (url: string) => `
  - id: ministry
    name: The Ministry
    kind: feed
    url: ${url}
    publisher: { name: The Ministry, country: AM, kind: government }
    language: en
`

test('the shipped sources and functions synthesise for AWS without a finding of the validators', async () => {
  expect(await synthesise('aws', {})).toEqual({ exitCode: 0, stderr: '' })
  expect(await readdir(join(folder, 'aws'))).toContain('Communique-prod.template.json')
}, 60_000)

test('on this machine plan’s bundle carries the sources, with the sample publisher where it runs', async () => {
  const COMMUNIQUE_SOURCES = await sourcesFile('sample.yaml', `sources:${feed('sample:/rss.xml')}`)
  const ended = await synthesise('local', {
    COMMUNIQUE_GROUND: 'local',
    COMMUNIQUE_SOURCES,
    COMMUNIQUE_SAMPLE_ORIGIN: 'http://127.0.0.1:8099',
  })
  expect(ended).toEqual({ exitCode: 0, stderr: '' })
  const files = await readdir(join(folder, 'local'), { recursive: true })
  // All but the webhook's, to which nobody has subscribed.
  expect(files.filter(file => file.endsWith('index.mjs'))).toHaveLength(functionNames.length - 1)
  const catalogues = files.filter(file => file.endsWith('sources.json'))
  expect(catalogues).toHaveLength(1)
  expect(JSON.parse(await readFile(join(folder, 'local', catalogues[0] ?? ''), 'utf8'))).toMatchObject([
    { id: 'ministry', url: 'http://127.0.0.1:8099/rss.xml', allowPrivateNetwork: true },
  ])
}, 60_000)

test.each([
  [
    'a sources file that is not there',
    { COMMUNIQUE_SOURCES: 'nowhere.yaml' },
    'nowhere.yaml: there is no such file\n',
  ],
  ['an unknown ground', { COMMUNIQUE_GROUND: 'moon' }, 'COMMUNIQUE_GROUND: must be aws or local\n'],
  [
    'a stage that cannot stand in names',
    { CDK_CONTEXT_JSON: '{"stage":"Prod!"}' },
    'context stage: must be lower-case letters, digits and hyphens, at most 24, such as prod\n',
  ],
])('%s ends synthesis with one line and no stack trace', async (_case, environment, stderr) => {
  expect(await synthesise('faulty', environment)).toEqual({ exitCode: 1, stderr })
})

test('a source on a private network is refused for AWS', async () => {
  const COMMUNIQUE_SOURCES = await sourcesFile(
    'private.yaml',
    `sources:${feed('http://10.0.0.1/rss.xml')}    allowPrivateNetwork: true\n`,
  )
  const { exitCode, stderr } = await synthesise('faulty', { COMMUNIQUE_SOURCES })
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(/^source ministry: allowPrivateNetwork: must be false for AWS.*\n$/)
})

test('a sample source without a sample publisher is refused', async () => {
  const COMMUNIQUE_SOURCES = await sourcesFile('lonely.yaml', `sources:${feed('sample:/rss.xml')}`)
  const ended = await synthesise('faulty', { COMMUNIQUE_GROUND: 'local', COMMUNIQUE_SOURCES })
  expect(ended).toEqual({
    exitCode: 1,
    stderr: 'COMMUNIQUE_SAMPLE_ORIGIN: is missing, and source ministry needs it\n',
  })
})
