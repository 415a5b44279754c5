import type { DeclaredFunction } from './declared.ts'
import {
  type Environment,
  type FunctionOutput,
  type InvocationOutcome,
  startEnvironment,
} from './environment-process.ts'

export type Invoke = (event: unknown) => Promise<InvocationOutcome>

/** The environments of one function: as many as its work asks for, up to a maximum, each with one invocation at a time. */
export type FunctionPool = {
  name: string
  size: number
  invoke: Invoke
  /** Loads the first environment, so that the first invocation need not wait for it. */
  warm: () => Promise<void>
  /** Waits for running invocations, at most so long, then ends every environment. */
  close: (patienceMs: number) => Promise<void>
}

const stopped: InvocationOutcome = { kind: 'stopped' }

/**
 * Runs a function's bundle in processes with exactly the environment given. An environment that crashes,
 * runs out of its memory or exceeds the function's timeout is ended, and the next invocation gets a new one.
 */
export function functionPool(given: {
  declared: DeclaredFunction
  environment: Record<string, string>
  size: number
  output: FunctionOutput
}): FunctionPool {
  const { declared, size } = given
  const idle: Environment[] = []
  const waiting: ((environment: Environment) => void)[] = []
  const living = new Set<Environment>()
  const running = new Set<Promise<unknown>>()
  let closed = false

  function spawn(): Environment {
    const environment = startEnvironment(declared, given.environment, given.output, () => {
      living.delete(environment)
      const index = idle.indexOf(environment)
      if (index !== -1) idle.splice(index, 1)
    })
    living.add(environment)
    return environment
  }

  function take(): Promise<Environment> {
    const free = idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (living.size < size) return Promise.resolve(spawn())
    return new Promise(resolve => waiting.push(resolve))
  }

  function giveBack(environment: Environment): void {
    const next = waiting.shift()
    const alive = living.has(environment)
    if (next !== undefined) next(alive || closed ? environment : spawn())
    else if (alive) idle.push(environment)
  }

  async function invoke(event: unknown): Promise<InvocationOutcome> {
    if (closed) return stopped
    const environment = await take()
    const run = closed ? Promise.resolve(stopped) : environment.run(event)
    running.add(run)
    try {
      const outcome = await run
      return closed && outcome.kind === 'failed' ? stopped : outcome
    } finally {
      running.delete(run)
      giveBack(environment)
    }
  }

  return {
    name: declared.name,
    size,
    invoke,
    warm: async () => {
      const environment = await take()
      await environment.ready
      giveBack(environment)
    },
    close: async patienceMs => {
      closed = true
      const patience = Promise.withResolvers<void>()
      const timer = setTimeout(patience.resolve, patienceMs)
      await Promise.race([Promise.allSettled(running), patience.promise])
      clearTimeout(timer)
      await Promise.all([...living].map(environment => environment.end()))
    },
  }
}
