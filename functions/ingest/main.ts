import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { systemClock } from '../../shared/runtime/clock.ts'
import { IngestConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { dynamoArticles } from '../../shared/store/articles.ts'
import { sqsDeadLetters } from '../../shared/store/dead-letters.ts'
import { dynamoFurniture } from '../../shared/store/furniture.ts'
import { dynamoHashes } from '../../shared/store/hashes.ts'
import { sqsQueue } from '../../shared/store/queue.ts'
import { dynamoRechecks } from '../../shared/store/rechecks.ts'
import { dynamoSources } from '../../shared/store/sources.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { fetchersAs, politeFetch } from '../../shared/web/polite-fetch.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(IngestConfig, process.env)
const dynamo = new DynamoDBClient(WIRE_PATIENCE)

const sqs = new SQSClient(WIRE_PATIENCE)

export const handler = makeHandler({
  fetchFrom: politeFetch(fetchersAs(config.USER_AGENT), systemClock),
  sources: dynamoSources(dynamo, config.SOURCES_TABLE),
  rechecks: dynamoRechecks(dynamo, config.SOURCES_TABLE),
  furniture: dynamoFurniture(dynamo, config.SOURCES_TABLE),
  articles: dynamoArticles(dynamo, config.ARTICLES_TABLE),
  hashes: dynamoHashes(dynamo, config.HASHES_TABLE),
  entries: sqsQueue(sqs, config.ENTRIES_QUEUE_URL),
  archive: s3Archive(new S3Client(WIRE_PATIENCE), config.ARCHIVE_BUCKET),
  deadLetters: sqsDeadLetters(sqs, config.DEAD_LETTERS_URL, 'ingest'),
  clock: systemClock,
  logger: consoleLogger,
})
