import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import type { DeclaredFunction } from './declared.ts'
import { EnvironmentMessage, type EnvironmentTask, type Invocation } from './environment-messages.ts'
import { nameInArn } from './names.ts'

/** `stopped`: the ground is being put away, which is nobody's failure; the work is done after the next start. */
export type InvocationOutcome =
  | { kind: 'returned'; value: unknown }
  | { kind: 'failed'; reason: string }
  | { kind: 'stopped' }

export type FunctionOutput = (functionName: string, stream: 'stdout' | 'stderr', text: string) => void

/** A process that answers one invocation of a function at a time. */
export type Environment = {
  run: (event: unknown) => Promise<InvocationOutcome>
  ready: Promise<unknown>
  end: () => Promise<unknown>
}

/** Loading does not count toward a function's timeout, nor does it in Lambda. */
const START_LIMIT_MS = 30_000

const environmentModule = fileURLToPath(new URL('./environment.ts', import.meta.url))

/**
 * Starts an environment with exactly the variables given. It ends by itself when it crashes, uses up its memory
 * or exceeds the function's timeout; `gone` is called then.
 */
export function startEnvironment(
  declared: DeclaredFunction,
  environment: Record<string, string>,
  output: FunctionOutput,
  gone: () => void,
): Environment {
  const { name, arn, bundlePath, handlerName, memoryMb, timeoutMs } = declared
  const task: EnvironmentTask = {
    bundlePath,
    handlerName,
    functionName: nameInArn(arn),
    functionArn: arn,
    memoryMb,
  }
  // Not a thread: a thread that runs out of memory takes the whole process along.
  const child = fork(environmentModule, [JSON.stringify(task)], {
    env: environment,
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  let settle: ((outcome: InvocationOutcome) => void) | undefined
  let lastWords = ''
  let death: string | undefined
  const startTimer = setTimeout(() => {
    fail(`it did not start within ${START_LIMIT_MS / 1000} s`)
    child.kill('SIGKILL')
  }, START_LIMIT_MS)

  function markReady(): void {
    clearTimeout(startTimer)
    ready.resolve()
  }
  function finish(outcome: InvocationOutcome): void {
    settle?.(outcome)
    settle = undefined
  }
  function fail(reason: string): void {
    gone()
    death ??= reason
    markReady()
    finish({ kind: 'failed', reason })
  }

  child.on('message', posted => {
    const message = z.parse(EnvironmentMessage, posted)
    if (message.kind === 'output') output(name, message.stream, message.text)
    else if (message.kind === 'ready') markReady()
    else if (message.kind === 'returned') finish({ kind: 'returned', value: JSON.parse(message.value) })
    else if (message.kind === 'threw') finish({ kind: 'failed', reason: message.error })
    else {
      fail(`it cannot be loaded: ${message.error}`)
      child.kill('SIGKILL')
    }
  })
  // What the runtime itself says at its end, such as that the memory is used up.
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-10_000)
  })
  child.on('error', error => fail(`its environment failed: ${error.message}`))
  child.on('close', (exitCode, signal) => {
    fail(`its environment ended (${signal ?? exitCode}) ${fatalLine(lastWords)}`.trim())
    ended.resolve()
  })

  async function run(event: unknown): Promise<InvocationOutcome> {
    await ready.promise
    if (death !== undefined) return { kind: 'failed', reason: death }
    const { promise, resolve } = Promise.withResolvers<InvocationOutcome>()
    const timer = setTimeout(() => {
      fail(`it took longer than its ${timeoutMs / 1000} s`)
      child.kill('SIGKILL')
    }, timeoutMs)
    settle = outcome => {
      clearTimeout(timer)
      resolve(outcome)
    }
    const deadlineMs = Date.now() + timeoutMs
    const invocation: Invocation = { requestId: randomUUID(), event: JSON.stringify(event), deadlineMs }
    child.send(invocation, error => {
      if (error !== null) fail(`its environment ended: ${error.message}`)
    })
    return promise
  }

  async function end(): Promise<void> {
    child.kill('SIGKILL')
    await ended.promise
  }

  return { run, ready: ready.promise, end }
}

/** The line of the runtime's last words that says what happened. */
function fatalLine(words: string): string {
  return words.split('\n').find(line => /error/i.test(line)) ?? ''
}
