import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { dynamoHashes } from '../../../shared/store/hashes.ts'

const dynamo = mockClient(DynamoDBClient)
const hashes = dynamoHashes(new DynamoDBClient({ region: 'us-east-1' }), 'hashes')

beforeEach(() => dynamo.reset())

test('the holder is read consistently: a copy may follow its original within one batch', async () => {
  dynamo.on(GetItemCommand).resolves({ Item: { hash: { S: 'h' }, articleId: { S: 'original' } } })
  expect(await hashes.holder('h')).toEqual({ articleId: 'original' })
  expect(dynamo.commandCalls(GetItemCommand)[0]?.args[0].input).toEqual({
    TableName: 'hashes',
    Key: { hash: { S: 'h' } },
    ConsistentRead: true,
  })
})

test('a claim is put only where none is, and a refusal shows the one that is there', async () => {
  dynamo.on(PutItemCommand).resolves({})
  expect(await hashes.claim('h', 'copy')).toEqual({ kind: 'claimed' })
  expect(dynamo.commandCalls(PutItemCommand)[0]?.args[0].input).toEqual({
    TableName: 'hashes',
    Item: { hash: { S: 'h' }, articleId: { S: 'copy' } },
    ConditionExpression: 'attribute_not_exists(#hash)',
    ExpressionAttributeNames: { '#hash': 'hash' },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
})

test('a claim whose row names no article, and a table that fails, are surprises', async () => {
  dynamo
    .on(PutItemCommand)
    .rejectsOnce(new ConditionalCheckFailedException({ message: 'refused', $metadata: {} }))
    .rejectsOnce(new Error('throttled'))
  await expect(hashes.claim('h', 'copy')).rejects.toThrow('names no article')
  await expect(hashes.claim('h', 'copy')).rejects.toThrow('throttled')
})
