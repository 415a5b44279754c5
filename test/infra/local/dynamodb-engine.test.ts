import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { callEngine } from '../../../infra/local/aws-json.ts'
import type { DeclaredTable } from '../../../infra/local/declared.ts'
import { startDynamodb } from '../../../infra/local/dynamodb-engine.ts'
import { streamClient } from '../../../infra/local/stream-client.ts'
import { ensureTable } from '../../../infra/local/tables.ts'
import { scratchFolder } from './scratch.ts'

async function engineIn(folder: string) {
  const engine = await startDynamodb({ filePath: join(folder, 'dynamodb.sqlite'), endpoint: undefined })
  onTestFinished(() => engine.close())
  return engine
}

const call = (endpoint: string, action: string, input: object) =>
  callEngine(endpoint, `DynamoDB_20120810.${action}`, input)

const table: DeclaredTable = {
  logicalId: 'Words',
  name: 'Words',
  AttributeDefinitions: [
    { AttributeName: 'word', AttributeType: 'S' },
    { AttributeName: 'letter', AttributeType: 'S' },
  ],
  KeySchema: [{ AttributeName: 'word', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byLetter',
      KeySchema: [{ AttributeName: 'letter', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
}
const put = (endpoint: string, word: string) =>
  call(endpoint, 'PutItem', {
    TableName: 'Words',
    Item: { word: { S: word }, letter: { S: 'a' }, size: { N: '1' } },
  })
const byLetter = {
  TableName: 'Words',
  IndexName: 'byLetter',
  KeyConditionExpression: 'letter = :a',
  ExpressionAttributeValues: { ':a': { S: 'a' } },
}

test('finds its rows and its stream again after a restart', async () => {
  const folder = await scratchFolder()
  const before = await engineIn(folder)
  const streamArn = (await ensureTable(before.endpoint, table)) ?? ''
  await put(before.endpoint, 'ab')
  await put(before.endpoint, 'ac')
  await before.close()

  const after = await engineIn(folder)
  expect(await ensureTable(after.endpoint, table)).toBe(streamArn)
  const stream = streamClient(after.endpoint, streamArn)
  const [shardId = ''] = await stream.shardIds()
  const first = await stream.read(await stream.iterator(shardId, undefined), 1)
  const rest = await stream.read(
    await stream.iterator(shardId, first.records[0]?.dynamodb.SequenceNumber),
    10,
  )
  expect(rest.records).toMatchObject([{ eventName: 'INSERT', dynamodb: { Keys: { word: { S: 'ac' } } } }])
})

test('brings a table of an older template up to the indexes of this one, rows included', async () => {
  const { endpoint } = await engineIn(await scratchFolder())
  const [keys] = table.AttributeDefinitions
  await ensureTable(endpoint, {
    ...table,
    AttributeDefinitions: keys ? [keys] : [],
    GlobalSecondaryIndexes: [],
  })
  await put(endpoint, 'ab')
  await ensureTable(endpoint, table)
  expect(await call(endpoint, 'Query', byLetter)).toMatchObject({ Items: [{ word: { S: 'ab' } }] })
  const [index] = table.GlobalSecondaryIndexes
  const wider = { ...table, GlobalSecondaryIndexes: [{ ...index, Projection: { ProjectionType: 'ALL' } }] }
  await ensureTable(endpoint, wider as DeclaredTable)
  expect(await call(endpoint, 'Query', byLetter)).toMatchObject({ Items: [{ size: { N: '1' } }] })
})

test('refuses a table whose own keys have changed', async () => {
  const { endpoint } = await engineIn(await scratchFolder())
  await ensureTable(endpoint, table)
  const rekeyed = { ...table, KeySchema: [{ AttributeName: 'letter', KeyType: 'HASH' as const }] }
  await expect(ensureTable(endpoint, rekeyed)).rejects.toThrow('with other keys: choose another with --data')
})

test('does not outlive a process that was killed', async () => {
  const folder = await scratchFolder()
  const script = `
    const { startDynamodb } = await import(${JSON.stringify(new URL('../../../infra/local/dynamodb-engine.ts', import.meta.url).href)})
    const { endpoint } = await startDynamodb({ filePath: ${JSON.stringify(join(folder, 'dynamodb.sqlite'))} })
    console.log(endpoint)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [endpoint] = await once(owner.stdout.setEncoding('utf8'), 'data')
  const alive = () =>
    fetch(endpoint.trim()).then(
      () => true,
      () => false,
    )
  expect(await alive()).toBe(true)
  owner.kill('SIGKILL')
  await expect.poll(alive, { timeout: 5_000 }).toBe(false)
})

test('uses a DynamoDB that answers elsewhere', async () => {
  const engine = await startDynamodb({ filePath: '/nowhere', endpoint: 'http://127.0.0.1:1' })
  expect(engine.endpoint).toBe('http://127.0.0.1:1')
})
