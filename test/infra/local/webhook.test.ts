import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isGenuine } from '../../../docs/examples/verify-webhook.ts'
import { listen } from '../../../infra/local/listen.ts'

const root = join(import.meta.dirname, '../../..')
const sources = join(root, 'test/fixtures/sources/sample-publisher.yaml')

/** Whether a request fails: every other one on average, the same in every run. */
function coin(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % 2 === 1
  }
}

test('a receiver that fails half of the time gets every event, each of them signed', async () => {
  const data = await mkdtemp(join(tmpdir(), 'communique-webhook-'))
  const fails = coin(7)
  const received: { id: string; headers: Record<string, string | string[] | undefined>; body: Buffer }[] = []
  let refused = 0
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (fails()) {
      refused += 1
      if (refused % 2 === 0) request.socket.destroy()
      else response.writeHead(503).end()
      return
    }
    const body = Buffer.concat(chunks)
    received.push({ id: JSON.parse(body.toString('utf8')).id, headers: request.headers, body })
    response.writeHead(204).end()
  })
  const receiver = await listen(server, 0)
  const command = ['infra/local/start.ts', '--sources', sources, '--data', data, '--once']
  const child = spawn(process.execPath, [...command, '--webhook', `${receiver.endpoint}/hook`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    expect(await new Promise(resolve => child.once('close', resolve))).toBe(0)
    const lines = (await readFile(join(data, 'events.ndjson'), 'utf8')).trimEnd().split('\n')
    const announced: string[] = lines.map(line => JSON.parse(line).detail.id)
    expect(refused).toBeGreaterThan(5)
    expect([...new Set(received.map(({ id }) => id))].toSorted()).toEqual(announced.toSorted())

    const [secretName = ''] = await readdir(join(data, 'secrets'))
    const secretPath = join(data, 'secrets', secretName)
    expect((await stat(secretPath)).mode & 0o077).toBe(0)
    const secret = await readFile(secretPath, 'utf8')
    for (const { headers, body } of received) {
      expect(isGenuine({ headers, body }, secret)).toBe(true)
      expect(isGenuine({ headers, body }, secret, Date.now() + 3_600_000)).toBe(false)
      expect(isGenuine({ headers, body: `${body} ` }, secret)).toBe(false)
    }
  } finally {
    child.kill('SIGKILL')
    await receiver.close()
    await rm(data, { recursive: true, force: true })
  }
}, 180_000)
