import { describe, expect, test } from 'vitest'
import { resourcesOf, rightsOf, synthesised } from './synthesised.ts'

const template = synthesised()

const consumes = (queue: string) =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    action => `sqs:${action} ${queue}`,
  )
const reads = ['Query', 'GetItem', 'BatchGetItem']
const logs = (name: string) => [`logs:CreateLogStream ${name}Logs`, `logs:PutLogEvents ${name}Logs`]
const on = (resource: string, ...actions: string[]) => actions.map(action => `dynamodb:${action} ${resource}`)

describe('each function may do this and nothing else', () => {
  test('plan keeps the sources table and queues polls and looks', () => {
    expect(rightsOf(template, 'Plan')).toEqual(
      [
        ...logs('Plan'),
        ...on('LedgerSources', ...reads, 'PutItem', 'DeleteItem', 'BatchWriteItem'),
        ...on('LedgerSources/index/bySchedule', 'Query'),
        'sqs:SendMessage PollsQueue',
        'sqs:SendMessage EntriesQueue',
      ].sort(),
    )
  })

  test('poll writes a source’s state, queues entries and lays down claims, but reads no object', () => {
    expect(rightsOf(template, 'Poll')).toEqual(
      [
        ...logs('Poll'),
        ...consumes('PollsQueue'),
        ...on('LedgerSources', ...reads, 'PutItem'),
        'sqs:SendMessage EntriesQueue',
        'sqs:SendMessage PollsDeadQueue',
        's3:PutObject ArchiveBucket/claims/*',
      ].sort(),
    )
  })

  test('ingest records articles and their bytes, but deletes nothing and announces nothing', () => {
    expect(rightsOf(template, 'Ingest')).toEqual(
      [
        ...logs('Ingest'),
        ...consumes('EntriesQueue'),
        ...on('LedgerSources', ...reads, 'PutItem'),
        ...on('LedgerArticles', ...reads, 'PutItem', 'UpdateItem'),
        ...on('LedgerHashes', ...reads, 'PutItem', 'UpdateItem', 'ConditionCheckItem'),
        's3:ListBucket ArchiveBucket',
        's3:GetObject ArchiveBucket/claims/*',
        's3:GetObject ArchiveBucket/text/*',
        's3:PutObject ArchiveBucket/raw/*',
        's3:PutObject ArchiveBucket/text/*',
        'sqs:SendMessage EntriesQueue',
        'sqs:SendMessage EntriesDeadQueue',
      ].sort(),
    )
  })

  test('publish reads the streams and the texts that watches look into, points lists to a revision, and speaks', () => {
    expect(rightsOf(template, 'Publish')).toEqual(
      [
        ...logs('Publish'),
        ...on('LedgerArticles', 'UpdateItem'),
        ...on('LedgerArticles.StreamArn', 'DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'),
        ...on('LedgerSources.StreamArn', 'DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'),
        's3:GetObject ArchiveBucket/text/*',
        's3:ListBucket ArchiveBucket',
        'events:PutEvents AnnouncementsBus',
        'sqs:SendMessage OutboxDeadQueue',
        // CDK's SqsDlq adds these two; they only tell about the queue.
        'sqs:GetQueueAttributes OutboxDeadQueue',
        'sqs:GetQueueUrl OutboxDeadQueue',
      ].sort(),
    )
  })

  test('query only reads', () => {
    expect(rightsOf(template, 'Query')).toEqual(
      [
        ...logs('Query'),
        ...on('LedgerArticles', ...reads),
        ...on('LedgerArticles/index/byTime', 'Query'),
        ...on('LedgerArticles/index/bySource', 'Query'),
        ...on('LedgerSources', ...reads),
        ...on('LedgerSources/index/bySchedule', 'Query'),
        's3:ListBucket ArchiveBucket',
        's3:GetObject ArchiveBucket/raw/*',
        's3:GetObject ArchiveBucket/text/*',
      ].sort(),
    )
  })

  test('the clock calls plan and fills its own dead-letter queue', () => {
    expect(rightsOf(template, 'Clock')).toEqual(
      ['lambda:InvokeFunction PlanFunction', 'sqs:SendMessage ClockDeadQueue'].sort(),
    )
  })
})

test('no role borrows a managed policy, and no two functions share a role', () => {
  const roles = resourcesOf(template, 'AWS::IAM::Role')
  expect(roles.filter(({ properties }) => properties.ManagedPolicyArns !== undefined)).toEqual([])
  const functions = resourcesOf(template, 'AWS::Lambda::Function')
  const used = functions.map(({ properties }) => JSON.stringify(properties.Role))
  expect(new Set(used).size).toBe(functions.length)
})

test('no action is a wildcard, on any role', () => {
  const actions = resourcesOf(template, 'AWS::IAM::Policy')
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .flatMap(({ Action }) => Action)
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter(action => action.includes('*'))).toEqual([])
})
