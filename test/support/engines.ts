import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll } from 'vitest'
import { type AwsEngine, startAwsEngine } from '../../infra/local/aws-engine.ts'
import { ACCOUNT, callEngine, REGION } from '../../infra/local/aws-json.ts'
import { type DynamodbEngine, startDynamodb } from '../../infra/local/dynamodb-engine.ts'
import { queueUrl } from '../../infra/local/names.ts'
import { type StreamClient, type StreamRecord, streamClient } from '../../infra/local/stream-client.ts'
import { ensureTable } from '../../infra/local/tables.ts'
import { TABLE_DEFINITIONS } from './table-definitions.ts'

/** The engines ask for a signature's form and check none; the real credentials of whoever tests stay out. */
export const localAccess = {
  region: REGION,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local', accountId: ACCOUNT },
}

export type NewTable = {
  client: DynamoDBClient
  table: string
  /** The table's stream; asking one without a stream fails. */
  stream: StreamClient
  /** Every record of the table's stream so far. */
  readStream: () => Promise<StreamRecord[]>
}

/**
 * The tables' engine for the tests of one file: starts before the first, ends after the last, and with this
 * process however that ends. On a system without it every test fails with what to install or to set.
 * @returns makes a new empty table and its own client: what a client has left of its retries is no other test's
 */
export function useTables() {
  const folder = useFolder()
  const made: { name: string; client: DynamoDBClient }[] = []
  let engine: DynamodbEngine | undefined
  beforeAll(async () => {
    const endpoint = process.env.COMMUNIQUE_DYNAMODB_ENDPOINT
    engine = await startDynamodb({ filePath: join(folder(), 'tables.db'), endpoint })
  })
  afterAll(async () => {
    if (engine === undefined) return
    for (const { name: TableName, client } of made) {
      client.destroy()
      await callEngine(engine.endpoint, 'DynamoDB_20120810.DeleteTable', { TableName })
    }
    await engine.close()
  })
  return async (kind: keyof typeof TABLE_DEFINITIONS): Promise<NewTable> => {
    const { endpoint } = engine ?? fail('the DynamoDB engine')
    const client = new DynamoDBClient({ ...localAccess, endpoint })
    const name = `${kind}-${randomUUID()}`
    made.push({ name, client })
    const definition = { ...TABLE_DEFINITIONS[kind], name, logicalId: name }
    const streamArn = await ensureTable(endpoint, definition)
    const stream = streamClient(endpoint, streamArn ?? 'a stream that the table does not have')
    return { client, table: name, stream, readStream: () => readStream(stream) }
  }
}

async function readStream(stream: StreamClient): Promise<StreamRecord[]> {
  const records: StreamRecord[] = []
  for (const shardId of await stream.shardIds()) {
    const page = await stream.read(await stream.iterator(shardId, undefined), 1_000)
    records.push(...page.records)
  }
  return records
}

/** The engine of queues and buckets, in this process, for the tests of one file. */
export function useQueuesAndBuckets() {
  const folder = useFolder()
  let engine: AwsEngine | undefined
  const started = () => engine ?? fail('the engine of queues and buckets')
  const clients: { destroy: () => void }[] = []
  beforeAll(async () => {
    engine = await startAwsEngine(folder())
  })
  afterAll(async () => {
    for (const client of clients) client.destroy()
    await engine?.close()
  })
  return {
    newBucket: () => {
      const client = new S3Client({ ...localAccess, endpoint: started().endpoint, forcePathStyle: true })
      const bucket = `bucket-${randomUUID()}`
      clients.push(client)
      started().ensureBucket(bucket)
      return { client, bucket }
    },
    newQueue: () => {
      const client = new SQSClient({ ...localAccess, endpoint: started().endpoint })
      const name = `queue-${randomUUID()}`
      clients.push(client)
      started().ensureQueue({ name })
      return { client, url: queueUrl(started().endpoint, name) }
    },
  }
}

function useFolder(): () => string {
  let path: string | undefined
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'communique-test-'))
  })
  afterAll(async () => {
    if (path !== undefined) await rm(path, { recursive: true, force: true })
  })
  return () => path ?? fail('the folder of the engines')
}

function fail(what: string): never {
  throw new Error(`${what} is used before the tests have started it`)
}
