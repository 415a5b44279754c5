import { BatchWriteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import type { RecheckMessage } from '../../../shared/messages.ts'
import { dynamoRechecks } from '../../../shared/store/rechecks.ts'

const dynamo = mockClient(DynamoDBClient)
const rechecks = dynamoRechecks(new DynamoDBClient({ region: 'us-east-1' }), 'sources')

const turn: RecheckMessage = {
  kind: 'recheck',
  sourceId: 's'.repeat(64),
  articleId: 'a'.repeat(32),
  dueAt: '2026-11-21T09:15:00.000Z',
  unconfirmed: { sign: 'f'.repeat(16), revision: 99_999 },
}

beforeEach(() => dynamo.reset())

test('a turn is one write unit to put on the list, and one to take off', async () => {
  dynamo.on(PutItemCommand).resolves({})
  await rechecks.schedule(turn)
  const item = dynamo.commandCalls(PutItemCommand)[0]?.args[0].input.Item
  expect(item).toBeDefined()
  expect(JSON.stringify(item).length).toBeLessThan(1_024)
  // In none of the indexes, each of which would be a write more.
  expect(item).not.toHaveProperty('planned')
})

test('turns leave the list twenty-five a call, and nothing is asked for none', async () => {
  dynamo.on(BatchWriteItemCommand).resolves({})
  await rechecks.remove(Array.from({ length: 60 }, (_, index) => ({ ...turn, articleId: `a${index}` })))
  await rechecks.remove([])
  const sizes = dynamo
    .commandCalls(BatchWriteItemCommand)
    .map(call => call.args[0].input.RequestItems?.sources?.length)
  expect(sizes).toEqual([25, 25, 10])
})

test('a table that fails says whose look is missing, with its cause', async () => {
  const cause = new Error('throttled')
  dynamo.on(PutItemCommand).rejects(cause)
  await expect(rechecks.schedule(turn)).rejects.toMatchObject({
    message: expect.stringContaining(turn.articleId),
    cause,
  })
})

test('a row that is no turn is a surprise', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [{ turn: { M: { kind: { S: 'poll' } } } }] })
  await expect(rechecks.due('2026-11-22T00:00:00.000Z', 10)).rejects.toThrow()
})
