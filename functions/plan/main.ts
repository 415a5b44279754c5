import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod/mini'
import { systemClock } from '../../shared/runtime/clock.ts'
import { PlanConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { Source } from '../../shared/source.ts'
import { sqsQueue } from '../../shared/store/queue.ts'
import { dynamoSources } from '../../shared/store/sources.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(PlanConfig, process.env)
/** The stack lays the sources file, checked, beside the bundle. */
const catalogue = z.parse(
  z.array(Source),
  JSON.parse(readFileSync(new URL('./sources.json', import.meta.url), 'utf8')),
)

export const handler = makeHandler({
  catalogue,
  sources: dynamoSources(new DynamoDBClient(WIRE_PATIENCE), config.SOURCES_TABLE),
  polls: sqsQueue(new SQSClient(WIRE_PATIENCE), config.POLLS_QUEUE_URL),
  clock: systemClock,
  logger: consoleLogger,
})
