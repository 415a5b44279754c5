import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

export type DynamodbEngine = {
  endpoint: string
  /** Resolves with the reason when the engine ends by itself. */
  failed: Promise<string>
  close: () => Promise<void>
}

/** There is no engine to keep the tables in; the message says what to do. */
export class NoDynamodbEngine extends Error {}

/**
 * Starts the tables' engine on loopback, over one SQLite file. A DynamoDB that already answers elsewhere is used
 * instead when `endpoint` is given; there the tables outlive the data folder.
 * @throws NoDynamodbEngine when there is none for this system
 */
export async function startDynamodb(given: {
  filePath: string
  endpoint: string | undefined
}): Promise<DynamodbEngine> {
  if (given.endpoint !== undefined) {
    return { endpoint: given.endpoint, failed: new Promise(() => {}), close: async () => {} }
  }
  const binary = binaryPath()
  // Between finding a free port and taking it another process may be faster.
  for (let attempt = 1; ; attempt += 1) {
    const started = await startBinary(binary, given.filePath, await freePort())
    if (started.kind === 'started') return started.engine
    if (attempt === 3) throw new NoDynamodbEngine(`the DynamoDB engine does not start: ${started.reason}`)
  }
}

function binaryPath(): string {
  const engine = `@dynoxide/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${engine}/package.json`)), 'dynoxide')
  } catch (cause) {
    throw new NoDynamodbEngine(
      `${engine} is not installed, so nothing here can keep the tables. ` +
        'Set COMMUNIQUE_DYNAMODB_ENDPOINT to any DynamoDB endpoint, such as http://127.0.0.1:8000.',
      { cause },
    )
  }
}

/** A TCP port on loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
  })
  return promise
}

// The shell ends the engine when this process's end of the pipe closes, which also happens on kill -9.
const leash = 'exec 3<&0; "$@" & engine=$!; (cat <&3 >/dev/null; kill "$engine" 2>/dev/null) & wait "$engine"'

type Started = { kind: 'started'; engine: DynamodbEngine } | { kind: 'ended'; reason: string }

function startBinary(binary: string, filePath: string, port: number): Promise<Started> {
  const words = [binary, '--host', '127.0.0.1', '--port', String(port), '--db-path', filePath]
  // A session of its own: Ctrl-C reaches the whole foreground group, and the engine must outlive the functions.
  const child = spawn('sh', ['-c', leash, 'sh', ...words], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
  const { promise, resolve } = Promise.withResolvers<Started>()
  const ended = Promise.withResolvers<string>()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000)
    if (!said.includes('listening on')) return
    const close = async () => {
      child.stdin.end()
      await ended.promise
    }
    resolve({
      kind: 'started',
      engine: { endpoint: `http://127.0.0.1:${port}`, failed: ended.promise, close },
    })
  })
  child.once('error', error => ended.resolve(error.message))
  child.once('exit', () => {
    child.stdin.end()
    ended.resolve(said.trim())
  })
  child.stdin.on('error', () => {})
  ended.promise.then(reason => resolve({ kind: 'ended', reason }))
  return promise
}
