import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../../infra/local/listen.ts'
import { scratchFolder } from './scratch.ts'

const root = join(import.meta.dirname, '../../..')
const sourcesPath = 'test/fixtures/sources/sample-publisher.yaml'

function start(...words: string[]): ChildProcess & { said: { stdout: string; stderr: string } } {
  const child = spawn(process.execPath, ['infra/local/start.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', text => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', text => (said.stderr += text))
  return Object.assign(child, { said })
}

async function ended(child: ReturnType<typeof start>) {
  const [exitCode] = await once(child, 'close')
  return { exitCode, ...child.said }
}

test('answers questions while it runs, says where, and stops cleanly', async () => {
  const data = await scratchFolder()
  const running = start('--sources', sourcesPath, '--data', data, '--port', '0')
  await expect.poll(() => running.said.stdout, { timeout: 30_000 }).toContain('ready in')
  expect(running.said.stdout).toContain(data)
  const origin = /page and API {2}(http:\/\/127\.0\.0\.1:\d+)\//.exec(running.said.stdout)?.[1]
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  await expect
    .poll(async () => (await fetch(`${origin}/articles`)).text(), { timeout: 30_000 })
    .toContain('sample-list')
  running.kill('SIGINT')
  expect(await ended(running)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('stopping\n') })
}, 90_000)

test('a port that is taken is told at once', async () => {
  const other = await listen(createServer(), 0)
  const outcome = await ended(
    start('--port', String(other.port), '--sources', sourcesPath, '--data', await scratchFolder()),
  )
  await other.close()
  expect(outcome).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `port ${other.port} is taken by another program; choose another with --port\n`,
  })
})

test('every fault of the sources file is told by its line', async () => {
  const faulty = join(await scratchFolder(), 'faulty.yaml')
  await writeFile(faulty, 'sources:\n  - id: Not An Id\n    kind: fax\n')
  const { exitCode, stderr } = await ended(
    start('--once', '--sources', faulty, '--data', await scratchFolder()),
  )
  expect(exitCode).toBe(1)
  expect(stderr).toContain(`${faulty}:2: sources[0].id:`)
  expect(stderr).toContain(`${faulty}:3: sources[0].kind:`)
})

test('wrong words end with code 2 and the right ones', async () => {
  const outcome = await ended(start('--nonsense'))
  expect(outcome).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('--sources FILE'),
  })
})
