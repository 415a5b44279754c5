import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod/mini'
import { systemClock } from '../../shared/runtime/clock.ts'
import { PlanConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { Source } from '../../shared/source.ts'
import { sqsQueue } from '../../shared/store/queue.ts'
import { dynamoRechecks } from '../../shared/store/rechecks.ts'
import { dynamoSources } from '../../shared/store/sources.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(PlanConfig, process.env)
/** The stack lays the sources file, checked, beside the bundle. */
const catalogue = z.parse(
  z.array(Source),
  JSON.parse(readFileSync(new URL('./sources.json', import.meta.url), 'utf8')),
)

const dynamo = new DynamoDBClient(WIRE_PATIENCE)
const sqs = new SQSClient(WIRE_PATIENCE)

export const handler = makeHandler({
  catalogue,
  sources: dynamoSources(dynamo, config.SOURCES_TABLE),
  rechecks: dynamoRechecks(dynamo, config.SOURCES_TABLE),
  polls: sqsQueue(sqs, config.POLLS_QUEUE_URL),
  looks: sqsQueue(sqs, config.ENTRIES_QUEUE_URL),
  clock: systemClock,
  logger: consoleLogger,
})
