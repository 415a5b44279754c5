import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { UNPOLLED } from '../../../shared/source-state.ts'
import { dynamoSources, toldBy } from '../../../shared/store/sources.ts'
import { aSource } from '../../support/samples.ts'

const dynamo = mockClient(DynamoDBClient)
const sources = dynamoSources(new DynamoDBClient({ region: 'us-east-1' }), 'sources')

beforeEach(() => dynamo.reset())

test('schedules are read from their index to its last page', async () => {
  const schedule = { minIntervalMs: 300_000, maxIntervalMs: 3_600_000 }
  const row = (sourceId: string) => marshall({ sourceId, part: 'source', schedule })
  const place = { sourceId: { S: 'a' } }
  dynamo
    .on(QueryCommand)
    .resolvesOnce({ Items: [row('a')], LastEvaluatedKey: place })
    .resolvesOnce({ Items: [row('b'), marshall({ sourceId: 'b', part: 'state', schedule: {} })] })
  expect(await sources.schedules()).toEqual([
    { sourceId: 'a', ...schedule },
    { sourceId: 'b', ...schedule, pace: {} },
  ])
  expect(dynamo.commandCalls(QueryCommand).map(call => call.args[0].input)).toMatchObject([
    { TableName: 'sources', IndexName: 'bySchedule' },
    { ExclusiveStartKey: place },
  ])
})

test('a state is saved on the condition that the version before it is the stored one, or none', async () => {
  dynamo.on(PutItemCommand).resolves({})
  const state = { ...UNPOLLED, version: 7 }
  expect(await sources.saveState('harbour', state)).toEqual({ kind: 'saved' })
  const input = dynamo.commandCalls(PutItemCommand)[0]?.args[0].input
  expect(input).toMatchObject({
    ConditionExpression: 'attribute_not_exists(version) OR version = :before',
    ExpressionAttributeValues: { ':before': { N: '6' } },
  })
  expect(input?.Item).toMatchObject({
    sourceId: { S: 'harbour' },
    part: { S: 'state' },
    version: { N: '7' },
  })
})

test('what happened is written in the same item as the state, from which the stream tells it', async () => {
  dynamo.on(PutItemCommand).resolves({})
  const { name, url, publisher } = aSource()
  const at = '2026-11-21T09:00:00.000Z'
  const happenings = [{ kind: 'gap-detected', at, name, url, publisher, entries: 20 }] as const
  await sources.saveState('harbour', { ...UNPOLLED, version: 8 }, happenings)
  const [told] = dynamo.commandCalls(PutItemCommand)
  expect(toldBy(told?.args[0].input.Item)).toEqual({ sourceId: 'harbour', version: 8, happenings })

  await sources.saveState('harbour', { ...UNPOLLED, version: 9 })
  expect(toldBy(dynamo.commandCalls(PutItemCommand)[1]?.args[0].input.Item)).toBeUndefined()
})

test('only a failed condition is superseded; a table that fails throws with its cause', async () => {
  const cause = new Error('throttled')
  dynamo
    .on(PutItemCommand)
    .rejectsOnce(new ConditionalCheckFailedException({ message: 'refused', $metadata: {} }))
    .rejectsOnce(cause)
  const state = { ...UNPOLLED, version: 1 }
  expect(await sources.saveState('harbour', state)).toEqual({ kind: 'superseded' })
  await expect(sources.saveState('harbour', state)).rejects.toMatchObject({
    message: expect.stringContaining('harbour'),
    cause,
  })
})

test('a row that is not one of ours is a surprise, not a source', async () => {
  const Item = marshall({ sourceId: 'harbour', part: 'source', source: { ...aSource(), kind: 'carrier' } })
  dynamo.on(BatchGetItemCommand).resolves({ Responses: { sources: [Item] } })
  await expect(sources.read(['harbour'])).rejects.toThrow()
})
