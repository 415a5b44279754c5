import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Progress } from '../../shared/progress.ts'
import { startAwsEngine } from './aws-engine.ts'
import { startBus } from './bus-server.ts'
import type { DataFolder } from './data-folder.ts'
import { declaredRoutes } from './declared.ts'
import { watchDisk } from './disk-watch.ts'
import { startDynamodb } from './dynamodb-engine.ts'
import type { InvocationOutcome } from './environment-process.ts'
import { openEventLog } from './event-log.ts'
import { functionOutput } from './function-output.ts'
import { makeFunctions } from './functions.ts'
import { openGate } from './gate.ts'
import { routeRequests } from './http-routes.ts'
import { TemplateFault } from './intrinsics.ts'
import { makeResources } from './resources.ts'
import { makeSchedules } from './schedules.ts'
import { startSecrets } from './secrets.ts'
import type { Synthesis } from './synthesise.ts'
import { readTemplate } from './template.ts'
import { startTriggers } from './triggers.ts'

export type GroundOptions = {
  folder: DataFolder
  /** Under way already: the engines start meanwhile. */
  synthesis: Promise<Synthesis>
  /** A DynamoDB to use instead of the engine that comes along. */
  dynamodbEndpoint: string | undefined
  apiOrigin: string
  progress: (line: Progress) => void
  eventAppended: () => void
  complain: (complaint: string) => void
}

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
  const { folder, progress, complain, apiOrigin } = options
  const [dynamodb, aws, log, synthesis] = await Promise.all([
    startDynamodb({ filePath: folder.file('dynamodb.sqlite'), endpoint: options.dynamodbEndpoint }),
    startAwsEngine(folder.path),
    openEventLog(folder.file('events.ndjson')),
    options.synthesis,
  ])
  if (synthesis.kind === 'failed') throw new TemplateFault(synthesis.reason)
  const template = readTemplate(synthesis.template)
  const { assetsPath } = synthesis
  const engines = { template, aws, dynamodbEndpoint: dynamodb.endpoint, queueEndpoint: aws.endpoint }
  const lookup = await makeResources({ ...engines, apiOrigin, complain })
  const bus = await startBus({ ...engines, lookup, log, appended: options.eventAppended })
  const secrets = await startSecrets(template, folder.file('secrets'))

  const logPath = (name: string) => folder.file('logs', `${name}.ndjson`)
  const output = functionOutput({ logPath, progress, complain })
  const endpoints = {
    dynamodb: dynamodb.endpoint,
    aws: aws.endpoint,
    bus: bus.endpoint,
    secrets: secrets.endpoint,
  }
  const functions = makeFunctions({ template, lookup, assetsPath, endpoints, output: output.take })
  const routes = declaredRoutes(template, lookup).map(({ routeKey, functionArn }) => ({
    routeKey,
    pool: functions.of(functionArn),
  }))

  const gate = openGate()
  const disk = watchDisk(folder.path, gate, complain)
  const positionPath = (tableName: string, functionName: string) =>
    folder.file(`stream-${tableName}-${functionName}.json`)
  const triggers = startTriggers({ ...engines, lookup, functions, positionPath, gate, complain })
  const schedules = makeSchedules({ template, lookup, functions, gate, complain })

  return {
    answer: routeRequests(routes.map(({ routeKey, pool }) => ({ routeKey, invoke: pool.invoke }))),
    warm: async () => {
      await routes[0]?.pool.warm()
    },
    secretPaths: secrets.paths,
    startClock: schedules.start,
    pollEverySource: schedules.fireForEverySource,
    drained: triggers.drained,
    failed: dynamodb.failed,
    stop: async () => {
      schedules.stop()
      disk.stop()
      const triggersStopped = triggers.stop()
      // Whoever waits for room on the disk is to see that it is over.
      gate.open()
      await functions.close(STOP_PATIENCE_MS)
      await triggersStopped
      await bus.close()
      await secrets.close()
      await aws.close()
      await dynamodb.close()
      await output.close()
      log.close()
    },
  }
}
