import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleFunctions, functionNames } from '../../infra/bundle.ts'
import {
  IngestConfig,
  PlanConfig,
  PollConfig,
  PublishConfig,
  QueryConfig,
  WebhookConfig,
} from '../../shared/runtime/config.ts'

const settings = [PlanConfig, PollConfig, IngestConfig, PublishConfig, QueryConfig, WebhookConfig].flatMap(
  config => Object.keys(config.shape),
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communique-bundle-'))
  await bundleFunctions(folder, [])
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

// Outside the repository no package is within reach: what a bundle forgot to take along fails to load.
test.each(functionNames)(
  'the bundle of %s loads on its own and offers a handler',
  async name => {
    const script = `const { handler } = await import(${JSON.stringify(join(folder, name, 'index.mjs'))})
    console.log(typeof handler)
    process.exit()`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env: { AWS_REGION: 'eu-central-1', ...Object.fromEntries(settings.map(name => [name, 'somewhere'])) },
    })
    expect(stdout.trim()).toBe('function')
  },
  30_000,
)

test('a bundle stays small enough to start in a moment', async () => {
  for (const name of functionNames) {
    const { size } = await stat(join(folder, name, 'index.mjs'))
    expect(size, name).toBeLessThan(3_000_000)
  }
})

test('the sources lie beside plan', async () => {
  expect(await readFile(join(folder, 'plan', 'sources.json'), 'utf8')).toBe('[]')
})
