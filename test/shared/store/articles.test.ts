import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { rowOf } from '../../../shared/store/article-row.ts'
import { dynamoArticles } from '../../../shared/store/articles.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'

const dynamo = mockClient(DynamoDBClient)
const articles = dynamoArticles(new DynamoDBClient({ region: 'us-east-1' }), 'articles')
const article = anArticle()

beforeEach(() => dynamo.reset())

const refusedBy = (Item?: ReturnType<typeof rowOf>) =>
  new ConditionalCheckFailedException({ message: 'refused', $metadata: {}, ...(Item && { Item }) })
const inputs = () => dynamo.calls().map(call => call.args[0].input)

test('a revision is put only where its number is free, and a refusal shows the row that is there', async () => {
  dynamo.on(PutItemCommand).resolves({})
  expect(await articles.insert(article)).toEqual({ kind: 'inserted' })
  expect(inputs()).toEqual([
    {
      TableName: 'articles',
      Item: rowOf(article),
      ConditionExpression: 'attribute_not_exists(articleId)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  ])
})

test('a refusal by our own row, whose answer was lost, is success; by any other row the number is taken', async () => {
  const learnt = { latestRevision: { N: '2' }, duplicateOf: { S: 'original' } }
  dynamo.on(PutItemCommand).rejects(refusedBy({ ...rowOf(article), ...learnt }))
  expect(await articles.insert(article)).toEqual({ kind: 'inserted' })

  const sameMillisecond = { ...article, evidence: { ...article.evidence, offset: 9 } }
  const otherMillisecond = { ...article, changedAt: '2026-11-21T09:00:00.001Z' }
  for (const other of [sameMillisecond, otherMillisecond]) {
    dynamo.on(PutItemCommand).rejects(refusedBy(rowOf(other)))
    expect(await articles.insert(article)).toEqual({ kind: 'taken' })
  }
  dynamo.on(PutItemCommand).rejects(refusedBy())
  expect(await articles.insert(article)).toEqual({ kind: 'taken' })
})

test('a table that fails throws, naming the revision and the cause', async () => {
  const cause = new Error('throttled')
  dynamo.on(PutItemCommand).rejects(cause)
  await expect(articles.insert(article)).rejects.toMatchObject({
    message: expect.stringContaining(`${article.articleId}#1`),
    cause,
  })
})

test('the head is updated only where it is, and only with news', async () => {
  dynamo.on(UpdateItemCommand).resolves({})
  await articles.pointToLatest('a', 3)
  await articles.addSighting('a', 'coast-radio')
  await articles.linkDuplicate('a', 'original')
  const Key = { articleId: { S: 'a' }, revision: { N: '1' } }
  expect(inputs()).toEqual([
    {
      TableName: 'articles',
      Key,
      UpdateExpression: 'SET latestRevision = :revision',
      ConditionExpression:
        'attribute_exists(articleId) AND (attribute_not_exists(latestRevision) OR latestRevision < :revision)',
      ExpressionAttributeValues: { ':revision': { N: '3' } },
    },
    {
      TableName: 'articles',
      Key,
      UpdateExpression: 'ADD alsoSeenIn :sources',
      ConditionExpression: 'attribute_exists(articleId)',
      ExpressionAttributeValues: { ':sources': { SS: ['coast-radio'] } },
    },
    {
      TableName: 'articles',
      Key,
      UpdateExpression: 'SET duplicateOf = :duplicateOf, linked = :linked',
      ConditionExpression: 'attribute_exists(articleId) AND attribute_not_exists(duplicateOf)',
      ExpressionAttributeValues: { ':duplicateOf': { S: 'original' }, ':linked': { S: 'later' } },
    },
  ])
})

test('a head that knows already is no failure; a table that fails is, with its cause', async () => {
  dynamo.on(UpdateItemCommand).rejects(refusedBy())
  await expect(articles.linkDuplicate('a', 'original')).resolves.toBeUndefined()
  const cause = new Error('throttled')
  dynamo.on(UpdateItemCommand).rejects(cause)
  await expect(articles.pointToLatest('a', 2)).rejects.toMatchObject({
    message: expect.stringContaining('article a'),
    cause,
  })
})

test('revisions are read consistently, newest first, to the last page, where the head is', async () => {
  const head = { ...rowOf(article), alsoSeenIn: { SS: ['coast-radio'] } }
  const next = aRevisionOf(article)
  const place = { articleId: { S: article.articleId }, revision: { N: '2' } }
  dynamo
    .on(QueryCommand)
    .resolvesOnce({ Items: [rowOf(next)], LastEvaluatedKey: place })
    .resolvesOnce({ Items: [head] })
  const seenIn = [...article.seenIn, 'coast-radio']
  expect(await articles.revisions(article.articleId)).toEqual([
    { ...next, seenIn },
    { ...article, seenIn },
  ])
  expect(dynamo.commandCalls(QueryCommand).map(call => call.args[0].input)).toMatchObject([
    { ScanIndexForward: false, ConsistentRead: true },
    { ScanIndexForward: false, ConsistentRead: true, ExclusiveStartKey: place },
  ])
})
