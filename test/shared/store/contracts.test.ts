import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { s3Archive } from '../../../shared/store/archive.ts'
import { dynamoArticleLists } from '../../../shared/store/article-lists.ts'
import { dynamoArticles } from '../../../shared/store/articles.ts'
import { dynamoFurniture } from '../../../shared/store/furniture.ts'
import { dynamoHashes } from '../../../shared/store/hashes.ts'
import { sqsQueue } from '../../../shared/store/queue.ts'
import { dynamoRechecks } from '../../../shared/store/rechecks.ts'
import { dynamoSources } from '../../../shared/store/sources.ts'
import { archiveContract } from '../../support/archive-contract.ts'
import { articleListsContract } from '../../support/article-lists-contract.ts'
import { articleStreamContract } from '../../support/article-stream-contract.ts'
import { articlesContract } from '../../support/articles-contract.ts'
import { useQueuesAndBuckets, useTables } from '../../support/engines.ts'
import { furnitureContract } from '../../support/furniture-contract.ts'
import { hashesContract } from '../../support/hashes-contract.ts'
import { memoryArchive } from '../../support/memory-archive.ts'
import { memoryArticles } from '../../support/memory-articles.ts'
import { memoryFurniture } from '../../support/memory-furniture.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { memoryQueue } from '../../support/memory-queue.ts'
import { memoryRechecks } from '../../support/memory-rechecks.ts'
import { memorySources } from '../../support/memory-sources.ts'
import { queueContract } from '../../support/queue-contract.ts'
import { rechecksContract } from '../../support/rechecks-contract.ts'
import { sourcesContract } from '../../support/sources-contract.ts'
import type { ArticleStreamRecord } from '../../support/stream-records.ts'

const IN_MEMORY = 'in memory'
const IN_DYNAMODB = 'in DynamoDB'

const newTable = useTables()
const { newBucket, newQueue } = useQueuesAndBuckets()

async function dynamoArticlesAndLists() {
  const { client, table } = await newTable('articles')
  return { ...dynamoArticles(client, table), ...dynamoArticleLists(client, table) }
}

articlesContract(IN_MEMORY, async () => memoryArticles())
articlesContract(IN_DYNAMODB, dynamoArticlesAndLists)

articleListsContract(IN_MEMORY, async () => memoryArticles())
articleListsContract(IN_DYNAMODB, dynamoArticlesAndLists)

articleStreamContract(IN_MEMORY, async () => {
  const records: ArticleStreamRecord[] = []
  const articles = memoryArticles({ onChange: record => void records.push(record) })
  return { articles, readStream: async () => records }
})
articleStreamContract(IN_DYNAMODB, async () => {
  const { client, table, readStream } = await newTable('articles')
  return { articles: dynamoArticles(client, table), readStream }
})

hashesContract(IN_MEMORY, async () => memoryHashes())
hashesContract(IN_DYNAMODB, async () => {
  const { client, table } = await newTable('hashes')
  return dynamoHashes(client, table)
})

sourcesContract(IN_MEMORY, async () => memorySources())
sourcesContract(IN_DYNAMODB, async () => {
  const { client, table } = await newTable('sources')
  return dynamoSources(client, table)
})

rechecksContract(IN_MEMORY, async () => memoryRechecks())
rechecksContract(IN_DYNAMODB, async () => {
  const { client, table } = await newTable('sources')
  return dynamoRechecks(client, table)
})

furnitureContract(IN_MEMORY, async () => memoryFurniture())
furnitureContract(IN_DYNAMODB, async () => {
  const { client, table } = await newTable('sources')
  return dynamoFurniture(client, table)
})

archiveContract(IN_MEMORY, async () => memoryArchive())
archiveContract('in S3', async () => {
  const { client, bucket } = newBucket()
  return s3Archive(client, bucket)
})

queueContract(IN_MEMORY, async () => {
  const queue = memoryQueue<unknown>()
  const readAll = async () => {
    const due = queue.takeAll().filter(({ delaySeconds }) => delaySeconds === 0)
    return due.map(({ message }) => message)
  }
  return { queue, readAll }
})
queueContract('in SQS', async () => {
  const { client, url: QueueUrl } = newQueue()
  const readAll = async () => {
    const bodies: unknown[] = []
    for (;;) {
      const received = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      const { Messages = [] } = received
      if (Messages.length === 0) return bodies
      bodies.push(...Messages.map(({ Body = '' }) => JSON.parse(Body)))
      const Entries = Messages.map(({ MessageId: Id, ReceiptHandle }) => ({ Id, ReceiptHandle }))
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
    }
  }
  return { queue: sqsQueue<unknown>(client, QueueUrl), readAll }
})
