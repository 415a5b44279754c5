import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { systemClock } from '../../shared/runtime/clock.ts'
import { PollConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { sqsDeadLetters } from '../../shared/store/dead-letters.ts'
import { sqsQueue } from '../../shared/store/queue.ts'
import { dynamoSources } from '../../shared/store/sources.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { fetchersAs, politeFetch } from '../../shared/web/polite-fetch.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(PollConfig, process.env)

const sqs = new SQSClient(WIRE_PATIENCE)

export const handler = makeHandler({
  fetchFrom: politeFetch(fetchersAs(config.USER_AGENT), systemClock),
  sources: dynamoSources(new DynamoDBClient(WIRE_PATIENCE), config.SOURCES_TABLE),
  entries: sqsQueue(sqs, config.ENTRIES_QUEUE_URL),
  archive: s3Archive(new S3Client(WIRE_PATIENCE), config.ARCHIVE_BUCKET),
  deadLetters: sqsDeadLetters(sqs, config.DEAD_LETTERS_URL, 'poll'),
  clock: systemClock,
  logger: consoleLogger,
})
