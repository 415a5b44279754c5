import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { isGenuine } from '../../../docs/examples/verify-webhook.ts'
import { listen } from '../../../infra/local/listen.ts'
import { reach } from '../../../infra/operations/reach.ts'

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

/** Puts an event among the webhook's dead letters. */
async function layAside(dataPath: string, event: string) {
  const reached = await reach({ kind: 'data', dataPath })
  if (reached.kind === 'refused') throw new Error(reached.reason)
  const { names, sqs, close } = reached.access
  await sqs.send(new SendMessageCommand({ QueueUrl: names.WebhookDeadLettersUrl, MessageBody: event }))
  await close()
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
  const poll = [
    'infra/local/start.ts',
    '--sources',
    sources,
    '--once',
    '--webhook',
    `${receiver.endpoint}/hook`,
  ]
  const run = (...words: string[]) => {
    const child = spawn(process.execPath, [...words, '--data', data], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    children.push(child)
    return new Promise(resolve => child.once('close', resolve))
  }
  const children: ChildProcess[] = []
  try {
    expect(await run(...poll)).toBe(0)
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

    // What it did not take for a day lies with the dead letters, and gets there after a redrive all the same.
    await layAside(data, lines[0] ?? '')
    const before = received.length
    expect(await run('infra/operations/redrive.ts', '--queue', 'webhook', '--sources', sources)).toBe(0)
    expect(await run(...poll)).toBe(0)
    expect(received.slice(before).map(({ id }) => id)).toEqual([announced[0]])
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await receiver.close()
    await rm(data, { recursive: true, force: true })
  }
}, 180_000)
