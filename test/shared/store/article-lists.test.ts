import { BatchGetItemCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { dynamoArticleLists } from '../../../shared/store/article-lists.ts'
import { changedKey, keyAttributes, rowOf } from '../../../shared/store/article-row.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'

const dynamo = mockClient(DynamoDBClient)
const lists = dynamoArticleLists(new DynamoDBClient({ region: 'us-east-1' }), 'articles')
const first = anArticle()
const second = aRevisionOf(first)

beforeEach(() => dynamo.reset())

/** A row as an index projects it: the keys, and where the latest revision lies. */
function indexRow(article = first, latestRevision?: number) {
  return {
    ...keyAttributes(article),
    changedKey: { S: changedKey(article) },
    ...(latestRevision !== undefined && { latestRevision: { N: String(latestRevision) } }),
  }
}

const queries = () => dynamo.commandCalls(QueryCommand).map(call => call.args[0].input)
const reads = () => dynamo.commandCalls(BatchGetItemCommand).map(call => call.args[0].input)

test('the index by time gives the order, the table the head and the latest revision, each once', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [indexRow(first, 2)] })
  dynamo.on(BatchGetItemCommand).resolves({ Responses: { articles: [rowOf(second), rowOf(first)] } })
  expect(await lists.newest({ limit: 5 })).toEqual({ articles: [second] })
  expect(queries()).toEqual([
    {
      TableName: 'articles',
      IndexName: 'byTime',
      KeyConditionExpression: 'timeline = :partition AND changedKey BETWEEN :since AND :before',
      ExpressionAttributeValues: {
        ':partition': { S: 'all' },
        ':since': { S: '0' },
        ':before': { S: '9' },
      },
      ScanIndexForward: false,
      Limit: 100,
    },
  ])
  expect(reads()).toEqual([
    {
      RequestItems: {
        articles: { Keys: [keyAttributes(first), keyAttributes(second)], ConsistentRead: true },
      },
    },
  ])
})

test('one source is read from the index by source, between the nearer of cursor and bound', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [] })
  const query = { sourceId: 'harbour', sinceIso: '2026-11-01', limit: 5 }
  await lists.newest({ ...query, before: '2026-11-20#a#1', untilIso: '2026-11-21' })
  await lists.newest({ ...query, before: '2026-11-22#a#1', untilIso: '2026-11-21' })
  expect(queries()).toMatchObject([
    {
      IndexName: 'bySource',
      ExpressionAttributeValues: {
        ':partition': { S: 'harbour' },
        ':since': { S: '2026-11-01' },
        ':before': { S: '2026-11-20#a#1' },
      },
    },
    { ExpressionAttributeValues: { ':before': { S: '2026-11-21' } } },
  ])
})

test('a span that ends before it begins is not asked for: DynamoDB refuses it', async () => {
  expect(await lists.newest({ sinceIso: '2026-11-22', untilIso: '2026-11-21', limit: 5 })).toEqual({
    articles: [],
  })
  expect(queries()).toEqual([])
})

test('a pointer to a revision that cannot be read shows the first', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [indexRow(first, 2)] })
  dynamo.on(BatchGetItemCommand).resolves({ Responses: { articles: [rowOf(first)] } })
  expect((await lists.newest({ limit: 5 })).articles).toEqual([first])
})

test('a search that finds nothing gives up after twenty pages, with the cursor where it stopped', async () => {
  let page = 0
  dynamo.on(QueryCommand).callsFake(() => {
    page += 1
    const changedAt = new Date(Date.parse('2026-11-21T09:00:00Z') - page * 1_000).toISOString()
    return { Items: [indexRow({ ...second, changedAt })], LastEvaluatedKey: { any: { S: 'key' } } }
  })
  expect(await lists.newest({ limit: 5 })).toEqual({
    articles: [],
    next: `2026-11-21T08:59:40.000Z#${first.articleId}#2`,
  })
  expect(queries()).toHaveLength(20)
  expect(queries()[1]?.ExpressionAttributeValues?.[':before']).toEqual({
    S: `2026-11-21T08:59:59.000Z#${first.articleId}#2`,
  })
})

test('changes are read forward from the cursor, one more than asked for, and never in a backward range', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [] })
  const untilIso = '2026-11-21T09:00:00.000Z'
  await lists.changes({ after: '2026-11-20#a#1', untilIso, limit: 10 })
  await lists.changes({ after: '2026-11-22#a#1', untilIso, limit: 10 })
  await lists.changes({ untilIso, limit: 10 })
  const range = (after: string) => ({
    ':timeline': { S: 'all' },
    ':after': { S: after },
    ':until': { S: untilIso },
  })
  expect(queries()).toEqual(
    ['2026-11-20#a#1', untilIso, '0'].map(after => ({
      TableName: 'articles',
      IndexName: 'byTime',
      KeyConditionExpression: 'timeline = :timeline AND changedKey BETWEEN :after AND :until',
      ExpressionAttributeValues: range(after),
      Limit: 11,
    })),
  )
})
