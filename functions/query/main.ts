import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { systemClock } from '../../shared/runtime/clock.ts'
import { QueryConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { dynamoArticleLists } from '../../shared/store/article-lists.ts'
import { dynamoArticles } from '../../shared/store/articles.ts'
import { dynamoSources } from '../../shared/store/sources.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(QueryConfig, process.env)
const dynamo = new DynamoDBClient(WIRE_PATIENCE)

export const handler = makeHandler({
  articles: dynamoArticles(dynamo, config.ARTICLES_TABLE),
  lists: dynamoArticleLists(dynamo, config.ARTICLES_TABLE),
  archive: s3Archive(new S3Client(WIRE_PATIENCE), config.ARCHIVE_BUCKET),
  sources: dynamoSources(dynamo, config.SOURCES_TABLE),
  clock: systemClock,
  logger: consoleLogger,
})
