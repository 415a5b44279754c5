import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Progress } from '../../shared/progress.ts'
import { declaredRoutes } from './declared.ts'
import { watchDisk } from './disk-watch.ts'
import { type EngineOptions, openEngines } from './engines.ts'
import type { InvocationOutcome } from './environment-process.ts'
import { functionOutput } from './function-output.ts'
import { makeFunctions } from './functions.ts'
import { openGate } from './gate.ts'
import { routeRequests } from './http-routes.ts'
import { makeSchedules } from './schedules.ts'
import { startTriggers } from './triggers.ts'

export type GroundOptions = EngineOptions & { progress: (line: Progress) => void }

export type Ground = {
  /** Answers a request to the HTTP API. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Resolves when the first question will be answered without delay. */
  warm: () => Promise<void>
  /** Where the template's secrets lie, such as the one that signs what a webhook posts. */
  secretPaths: readonly string[]
  /** Starts the schedules. */
  startClock: () => void
  /** Fires every schedule once, now, telling plan to take every source whatever its cadence. */
  pollEverySource: () => Promise<InvocationOutcome[]>
  /** Resolves when all work that is under way is done. */
  drained: () => Promise<void>
  /** Resolves with the reason when an engine ends by itself. */
  failed: Promise<string>
  stop: () => Promise<void>
}

/** How long a stop waits for running invocations; what it cuts short is done again after the next start. */
const STOP_PATIENCE_MS = 5_000

/**
 * Runs what a synthesised template says, on engines of this machine and out of one data folder.
 * @throws TemplateFault for what cannot be synthesised or run, NoDynamodbEngine when there is nothing to keep
 * tables in
 */
export async function startGround(options: GroundOptions): Promise<Ground> {
  const { folder, progress, complain } = options
  const engines = await openEngines(options)
  const { template, assetsPath, lookup, endpoints } = engines

  const logPath = (name: string) => folder.file('logs', `${name}.ndjson`)
  const output = functionOutput({ logPath, progress, complain })
  const functions = makeFunctions({ template, lookup, assetsPath, endpoints, output: output.take })
  const routes = declaredRoutes(template, lookup).map(({ routeKey, functionArn }) => ({
    routeKey,
    pool: functions.of(functionArn),
  }))

  const gate = openGate()
  const disk = watchDisk(folder.path, gate, complain)
  const positionPath = (tableName: string, functionName: string) =>
    folder.file(`stream-${tableName}-${functionName}.json`)
  const triggers = startTriggers({
    template,
    lookup,
    functions,
    queueEndpoint: endpoints.aws,
    dynamodbEndpoint: endpoints.dynamodb,
    positionPath,
    gate,
    complain,
  })
  const schedules = makeSchedules({ template, lookup, functions, gate, complain })

  return {
    answer: routeRequests(routes.map(({ routeKey, pool }) => ({ routeKey, invoke: pool.invoke }))),
    warm: async () => {
      await routes[0]?.pool.warm()
    },
    secretPaths: engines.secretPaths,
    startClock: schedules.start,
    pollEverySource: schedules.fireForEverySource,
    drained: triggers.drained,
    failed: engines.failed,
    stop: async () => {
      schedules.stop()
      disk.stop()
      const triggersStopped = triggers.stop()
      // Whoever waits for room on the disk is to see that it is over.
      gate.open()
      await functions.close(STOP_PATIENCE_MS)
      await triggersStopped
      await engines.close()
      await output.close()
    },
  }
}
