import { pathToFileURL } from 'node:url'
import type { EnvironmentMessage, EnvironmentTask, Invocation } from './environment-messages.ts'

/**
 * One Lambda environment: a process of its own that loads a bundle once, then answers one invocation at a time.
 * It loads nothing else and takes the ground at its word, because every start of an environment pays for it.
 */

const task: EnvironmentTask = JSON.parse(process.argv[2] ?? '')

function post(message: EnvironmentMessage): void {
  process.send?.(message)
}

// Without the ground there are no engines either.
process.on('disconnect', () => process.exit())
// Ctrl-C is for the ground, which lets running invocations end.
process.on('SIGINT', () => {})

// Output goes the same way as results and so in their order: when a result arrives, all its lines have arrived.
for (const stream of ['stdout', 'stderr'] as const) {
  process[stream].write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    post({
      kind: 'output',
      stream,
      text: typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk),
    })
    const done = rest.at(-1)
    if (typeof done === 'function') process.nextTick(() => done())
    return true
  }
}

type Handler = (event: unknown, context: object) => unknown

const loaded = load()
loaded.then(
  () => post({ kind: 'ready' }),
  error => post({ kind: 'unloadable', error: told(error) }),
)

process.on('message', (invocation: Invocation) => void answer(invocation))

async function load(): Promise<Handler> {
  const { bundlePath, handlerName } = task
  const bundle: Record<string, unknown> = await import(pathToFileURL(bundlePath).href)
  const handler = bundle[handlerName]
  if (typeof handler !== 'function') throw new Error(`${bundlePath} exports no function ${handlerName}`)
  return (event, context) => handler(event, context)
}

async function answer({ requestId, event, deadlineMs }: Invocation): Promise<void> {
  const context = {
    functionName: task.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: task.functionArn,
    memoryLimitInMB: String(task.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${task.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  }
  try {
    const handler = await loaded
    const value = JSON.stringify(await handler(JSON.parse(event), context)) ?? 'null'
    post({ kind: 'returned', value })
  } catch (error) {
    post({ kind: 'threw', error: told(error) })
  }
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
