import { type AwsEngine, startAwsEngine } from './aws-engine.ts'
import { startBus } from './bus-server.ts'
import type { DataFolder } from './data-folder.ts'
import { startDynamodb } from './dynamodb-engine.ts'
import { type Endpoints, removeEndpoints, writeEndpoints } from './endpoints-file.ts'
import { openEventLog } from './event-log.ts'
import { type Lookup, TemplateFault } from './intrinsics.ts'
import { makeResources } from './resources.ts'
import { startSecrets } from './secrets.ts'
import type { Synthesis } from './synthesise.ts'
import { type Resource, readTemplate } from './template.ts'

export type EngineOptions = {
  folder: DataFolder
  /** Under way already: the engines start meanwhile. */
  synthesis: Promise<Synthesis>
  /** A DynamoDB to use instead of the engine that comes along. */
  dynamodbEndpoint: string | undefined
  apiOrigin: string
  eventAppended: () => void
  complain: (complaint: string) => void
}

/** Everything of a ground that keeps or carries something, without the functions that work on it. */
export type Engines = {
  template: ReadonlyMap<string, Resource>
  assetsPath: string
  lookup: Lookup
  aws: AwsEngine
  endpoints: Endpoints
  secretPaths: readonly string[]
  /** Resolves with the reason when an engine ends by itself. */
  failed: Promise<string>
  close: () => Promise<void>
}

/**
 * Starts tables, queues, buckets, topics and the bus of a template, over what a data folder holds.
 * @throws TemplateFault for what cannot be synthesised or run, NoDynamodbEngine when there is nothing to keep
 * tables in
 */
export async function openEngines(options: EngineOptions): Promise<Engines> {
  const { folder, apiOrigin, complain } = options
  const [dynamodb, aws, log, synthesis] = await Promise.all([
    startDynamodb({ filePath: folder.file('dynamodb.sqlite'), endpoint: options.dynamodbEndpoint }),
    startAwsEngine(folder.path),
    openEventLog(folder.file('events.ndjson')),
    options.synthesis,
  ])
  if (synthesis.kind === 'failed') throw new TemplateFault(synthesis.reason)
  const template = readTemplate(synthesis.template)
  const lookup = await makeResources({
    template,
    aws,
    dynamodbEndpoint: dynamodb.endpoint,
    apiOrigin,
    complain,
  })
  const bus = await startBus({ template, aws, lookup, log, appended: options.eventAppended })
  const secrets = await startSecrets(template, folder.file('secrets'))
  const endpoints = {
    dynamodb: dynamodb.endpoint,
    aws: aws.endpoint,
    bus: bus.endpoint,
    secrets: secrets.endpoint,
  }
  await writeEndpoints(folder, endpoints)
  return {
    template,
    assetsPath: synthesis.assetsPath,
    lookup,
    aws,
    endpoints,
    secretPaths: secrets.paths,
    failed: dynamodb.failed,
    close: async () => {
      await removeEndpoints(folder)
      await bus.close()
      await secrets.close()
      await aws.close()
      await dynamodb.close()
      log.close()
    },
  }
}
