import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { readRows } from '../../../shared/store/batch-get.ts'

const dynamo = mockClient(DynamoDBClient)
const client = new DynamoDBClient({ region: 'us-east-1' })

beforeEach(() => dynamo.reset())

const keys = (count: number) => Array.from({ length: count }, (_, index) => ({ id: { N: String(index) } }))
const asked = () =>
  dynamo.commandCalls(BatchGetItemCommand).map(call => call.args[0].input.RequestItems?.rows?.Keys ?? [])

test('asks for a hundred keys a call', async () => {
  dynamo.on(BatchGetItemCommand).callsFake(({ RequestItems }) => ({
    Responses: { rows: RequestItems.rows.Keys },
  }))
  expect(await readRows(client, 'rows', keys(250))).toEqual(keys(250))
  expect(asked().map(({ length }) => length)).toEqual([100, 100, 50])
})

test('asks for nothing when there are no keys', async () => {
  expect(await readRows(client, 'rows', [])).toEqual([])
  expect(asked()).toEqual([])
})

test('asks again for the keys alone that DynamoDB left unread', async () => {
  const [first = {}, second = {}, third = {}] = keys(3)
  dynamo
    .on(BatchGetItemCommand)
    .resolvesOnce({ Responses: { rows: [first] }, UnprocessedKeys: { rows: { Keys: [second, third] } } })
    .resolvesOnce({ Responses: { rows: [third] }, UnprocessedKeys: { rows: { Keys: [second] } } })
    .resolvesOnce({ Responses: { rows: [second] } })
  expect(await readRows(client, 'rows', keys(3))).toEqual([first, third, second])
  expect(asked()).toEqual([keys(3), [second, third], [second]])
})

test('gives up after eight calls, saying how many rows of which table stayed unread', async () => {
  dynamo.on(BatchGetItemCommand).resolves({ UnprocessedKeys: { rows: { Keys: keys(2) } } })
  await expect(readRows(client, 'rows', keys(5))).rejects.toThrow('2 rows of rows unread')
  expect(asked()).toHaveLength(8)
})
