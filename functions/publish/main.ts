import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod/mini'
import { PublishConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { dynamoArticles } from '../../shared/store/articles.ts'
import { eventBridgeBus } from '../../shared/store/bus.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { Watch } from '../../shared/watches/watch.ts'
import { articleWatches } from './article-watches.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(PublishConfig, process.env)
/** The stack lays the watches of the sources file, checked, beside the bundle. */
const watches = z.parse(
  z.array(Watch),
  JSON.parse(readFileSync(new URL('./watches.json', import.meta.url), 'utf8')),
)

export const handler = makeHandler({
  articles: dynamoArticles(new DynamoDBClient(WIRE_PATIENCE), config.ARTICLES_TABLE),
  bus: eventBridgeBus(new EventBridgeClient(WIRE_PATIENCE), config.BUS_NAME),
  origin: { sourceUrn: config.EVENT_SOURCE_URN, archiveBucket: config.ARCHIVE_BUCKET },
  watchesOf: articleWatches(watches, s3Archive(new S3Client(WIRE_PATIENCE), config.ARCHIVE_BUCKET)),
  logger: consoleLogger,
})
