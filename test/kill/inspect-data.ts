import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { ArchiveFault, readRaw, readText } from '../../functions/query/archived.ts'
import { startAwsEngine } from '../../infra/local/aws-engine.ts'
import { startDynamodb } from '../../infra/local/dynamodb-engine.ts'
import type { Article } from '../../shared/article.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { articleOf } from '../../shared/store/article-row.ts'
import { localAccess } from '../support/engines.ts'

const Line = z.object({ 'detail-type': z.string(), detail: z.object({ id: z.string() }) })

/** What a data folder holds after all is done, and which promises that breaks. Nothing may be running in it. */
export async function inspectData(dataPath: string, articles: number) {
  const dynamodb = await startDynamodb({ filePath: join(dataPath, 'dynamodb.sqlite'), endpoint: undefined })
  const aws = await startAwsEngine(dataPath)
  const tables = new DynamoDBClient({ ...localAccess, endpoint: dynamodb.endpoint })
  const buckets = new S3Client({ ...localAccess, endpoint: aws.endpoint, forcePathStyle: true })
  const queues = new SQSClient({ ...localAccess, endpoint: aws.endpoint })
  try {
    const rows = await allRows(tables)
    const events = eventIds(join(dataPath, 'events.ndjson'))
    const published = events.filter(({ type }) => type === 'Article Published')
    const breaches = [
      ...told(rows.length !== articles, `${rows.length} rows for ${articles} articles`),
      ...told(
        published.length !== articles,
        `${published.length} Article Published for ${articles} articles`,
      ),
      ...unmatched(rows, events),
      ...(await dangling(rows, buckets)),
      ...(await leftInQueues(queues)),
    ]
    return { rows: rows.length, published: published.length, breaches }
  } finally {
    for (const client of [tables, buckets, queues]) client.destroy()
    await aws.close()
    await dynamodb.close()
  }
}

function told(isBroken: boolean, breach: string): string[] {
  return isBroken ? [breach] : []
}

async function allRows(client: DynamoDBClient): Promise<Article[]> {
  const { TableNames = [] } = await client.send(new ListTablesCommand())
  const TableName = TableNames.find(name => name.includes('LedgerArticles'))
  if (TableName === undefined) throw new Error(`no articles table among ${TableNames.join(', ')}`)
  const rows: Article[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    rows.push(...Items.map(articleOf))
  return rows
}

/** The events by id; a line that is no event throws, as does an id that stands there twice. */
function eventIds(path: string): { id: string; type: string }[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
  const events = lines.map(line => Line.parse(JSON.parse(line)))
  return [
    ...new Map(
      events.map(event => [event.detail.id, { id: event.detail.id, type: event['detail-type'] }]),
    ).values(),
  ]
}

function unmatched(rows: readonly Article[], events: readonly { id: string; type: string }[]): string[] {
  const recorded = new Set(rows.map(({ articleId, revision }) => `${articleId}#${revision}`))
  const announced = new Set(
    events
      .filter(({ type }) => type !== 'Article Duplicate Linked')
      .map(({ id }) => id.split('#').slice(0, 2).join('#')),
  )
  return [
    ...[...recorded].filter(name => !announced.has(name)).map(name => `${name} was never announced`),
    ...[...announced].filter(name => !recorded.has(name)).map(name => `${name} was announced and is no row`),
  ]
}

async function dangling(rows: readonly Article[], client: S3Client): Promise<string[]> {
  const { Buckets = [] } = await client.send(new ListBucketsCommand())
  const bucket = Buckets.find(({ Name }) => Name?.includes('archive') && !Name.includes('log'))?.Name
  if (bucket === undefined) throw new Error('there is no archive')
  const archive = s3Archive(client, bucket)
  const breaches: string[] = []
  for (const row of rows) {
    for (const read of [readText, readRaw]) {
      try {
        await read(row, archive)
      } catch (error) {
        if (!(error instanceof ArchiveFault)) throw error
        breaches.push(`${row.articleId}#${row.revision}: ${error.message}`)
      }
    }
  }
  return breaches
}

async function leftInQueues(client: SQSClient): Promise<string[]> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand())
  const depths = await Promise.all(
    QueueUrls.map(async QueueUrl => {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
      )
      const count = AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0)
      return { name: QueueUrl.split('/').at(-1), count }
    }),
  )
  return depths
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} messages are left in ${name}`)
}
