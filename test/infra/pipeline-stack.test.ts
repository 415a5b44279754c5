import { describe, expect, test } from 'vitest'
import {
  IngestConfig,
  PlanConfig,
  PollConfig,
  PublishConfig,
  QueryConfig,
} from '../../shared/runtime/config.ts'
import { named, type Part, type Resource, resourcesOf, synthesised } from './synthesised.ts'

const template = synthesised()
const all = (type: string) => resourcesOf(template, type)
const byName = (resources: Resource[], name: string) =>
  resources.find(({ id }) => named({ Ref: id }) === name)?.properties ?? {}

const queues = all('AWS::SQS::Queue')
const functions = all('AWS::Lambda::Function')
const tables = all('AWS::DynamoDB::GlobalTable')
const mappings = all('AWS::Lambda::EventSourceMapping')
const mappingOf = (name: string) =>
  mappings.find(({ properties }) => named(properties.FunctionName) === name)?.properties ?? {}

/** Whether the resource's policy denies what does not come over TLS. */
function deniesPlainText(policyType: string, target: 'Queues' | 'Bucket' | 'Topics', id: string): boolean {
  return all(policyType).some(
    ({ properties }) =>
      [properties[target]].flat().some(reference => reference.Ref === id) &&
      properties.PolicyDocument.Statement.some(
        (statement: Part) =>
          statement.Effect === 'Deny' && statement.Condition?.Bool?.['aws:SecureTransport'] === 'false',
      ),
  )
}

describe('queues', () => {
  const working = queues.filter(({ properties }) => properties.RedrivePolicy !== undefined)

  test('are encrypted and refuse plain text', () => {
    expect(queues).toHaveLength(7)
    for (const { id, properties } of queues) {
      expect(properties.SqsManagedSseEnabled, id).toBe(true)
      expect(deniesPlainText('AWS::SQS::QueuePolicy', 'Queues', id), id).toBe(true)
    }
  })

  test('that are worked off hand over to dead letters after five receives, which outlive them', () => {
    expect(working.map(({ id }) => named({ Ref: id })).sort()).toEqual(['EntriesQueue', 'PollsQueue'])
    for (const { properties } of working) {
      expect(properties.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5)
      const dead = byName(queues, named(properties.RedrivePolicy.deadLetterTargetArn))
      expect(dead.MessageRetentionPeriod).toBe(14 * 24 * 3600)
      expect(properties.MessageRetentionPeriod).toBeLessThanOrEqual(7 * 24 * 3600)
    }
  })

  test('stay invisible six times as long as their worker may take', () => {
    for (const name of ['Polls', 'Entries']) {
      const mapping = mappings.find(
        ({ properties }) => named(properties.EventSourceArn) === `${name}Queue`,
      )?.properties
      const { Timeout } = byName(functions, named(mapping?.FunctionName))
      expect(byName(queues, `${name}Queue`).VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout)
    }
  })

  test('bound how many workers run at once and take back single messages', () => {
    expect(mappingOf('PollFunction')).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 5 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    expect(mappingOf('IngestFunction')).toMatchObject({
      BatchSize: 20,
      MaximumBatchingWindowInSeconds: 1,
      ScalingConfig: { MaximumConcurrency: 10 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })
})

describe('the outbox', () => {
  const mapping = mappingOf('PublishFunction')

  test('cannot be blocked by one record', () => {
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
    })
    expect(named(mapping.DestinationConfig.OnFailure.Destination)).toBe('OutboxDeadQueue')
  })

  test('hears of new rows and of learnt copies, not of bookkeeping', () => {
    expect(
      mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ).toEqual([
      { eventName: ['INSERT'] },
      {
        eventName: ['MODIFY'],
        dynamodb: {
          OldImage: { duplicateOf: { S: [{ exists: false }] } },
          NewImage: { duplicateOf: { S: [{ exists: true }] } },
        },
      },
    ])
  })
})

describe('functions', () => {
  test('run on Node 24 and ARM within a stated time, and keep their logs for 30 days', () => {
    expect(functions).toHaveLength(5)
    for (const { id, properties } of functions) {
      expect(properties, id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
      expect(properties.Timeout, id).toBeGreaterThanOrEqual(15)
      const logGroup = byName(all('AWS::Logs::LogGroup'), named(properties.LoggingConfig.LogGroup))
      expect(logGroup.RetentionInDays, id).toBe(30)
    }
  })

  test.each([
    ['Plan', PlanConfig],
    ['Poll', PollConfig],
    ['Ingest', IngestConfig],
    ['Publish', PublishConfig],
    ['Query', QueryConfig],
  ])('%s is told exactly what its settings ask for', (name, config) => {
    const { Variables } = byName(functions, `${name}Function`).Environment
    expect(Object.keys(Variables).sort()).toEqual(Object.keys(config.shape).sort())
  })
})

describe('the clock', () => {
  const [schedule] = all('AWS::Scheduler::Schedule').map(({ properties }) => properties)

  test('calls plan on every minute with the minute it is for', () => {
    expect(schedule).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}' },
    })
    expect(named(schedule?.Target.Arn)).toBe('PlanFunction')
  })

  test('gives up early on a minute that cannot be delivered, and keeps it as a dead letter', () => {
    expect(schedule?.Target.RetryPolicy.MaximumRetryAttempts).toBeLessThanOrEqual(3)
    expect(named(schedule?.Target.DeadLetterConfig.Arn)).toBe('ClockDeadQueue')
  })
})

describe('what holds data', () => {
  test('tables and indexes have the keys by which the functions ask', () => {
    const keysOf = (name: string) => {
      const { KeySchema, GlobalSecondaryIndexes = [] } = byName(tables, `Ledger${name}`)
      const names = (schema: Part[]) => schema.map(({ AttributeName }) => AttributeName)
      const indexes = GlobalSecondaryIndexes.map((index: Part) => [
        index.IndexName,
        [names(index.KeySchema), index.Projection.NonKeyAttributes],
      ])
      return { table: names(KeySchema), ...Object.fromEntries(indexes) }
    }
    expect(keysOf('Sources')).toEqual({
      table: ['sourceId', 'part'],
      bySchedule: [['planned', 'sourceId'], ['schedule']],
    })
    expect(keysOf('Articles')).toEqual({
      table: ['articleId', 'revision'],
      byTime: [
        ['timeline', 'changedKey'],
        ['latestRevision', 'language', 'country'],
      ],
      bySource: [['sourceKey', 'changedKey'], ['latestRevision']],
    })
    expect(keysOf('Hashes')).toEqual({ table: ['hash'] })
    expect(byName(tables, 'LedgerHashes').TimeToLiveSpecification).toEqual({
      AttributeName: 'expiresAt',
      Enabled: true,
    })
    expect(byName(tables, 'LedgerArticles').StreamSpecification).toEqual({
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    })
  })

  test('tables can be restored and cannot be deleted by accident', () => {
    expect(tables).toHaveLength(3)
    for (const { id, properties, deletionPolicy } of tables) {
      expect(deletionPolicy, id).toBe('Retain')
      expect(properties.Replicas, id).toEqual([
        expect.objectContaining({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ])
    }
  })

  test('buckets are closed to the public, refuse plain text and stay when the stack goes', () => {
    const buckets = all('AWS::S3::Bucket')
    expect(buckets).toHaveLength(2)
    for (const { id, properties, deletionPolicy } of buckets) {
      expect(properties.PublicAccessBlockConfiguration, id).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
      expect(deniesPlainText('AWS::S3::BucketPolicy', 'Bucket', id), id).toBe(true)
      expect(deletionPolicy, id).toBe('Retain')
    }
  })

  test('the archive keeps texts and raw bytes for ever, and claims longer than any message lives', () => {
    const { LifecycleConfiguration, VersioningConfiguration, LoggingConfiguration } = byName(
      all('AWS::S3::Bucket'),
      'ArchiveBucket',
    )
    expect(VersioningConfiguration.Status).toBe('Enabled')
    expect(LoggingConfiguration).toBeDefined()
    const expiring = LifecycleConfiguration.Rules.filter(
      (rule: Record<string, unknown>) => rule.ExpirationInDays !== undefined,
    )
    expect(expiring).toMatchObject([{ Prefix: 'claims/', ExpirationInDays: 15 }])
    expect(LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      }),
    )
  })

  test('is all that stays when the stack goes', () => {
    const staying = Object.values<Part>(template.toJSON().Resources).filter(
      ({ DeletionPolicy }) => DeletionPolicy === 'Retain',
    )
    expect(staying.map(({ Type }) => Type).sort()).toEqual([
      'AWS::DynamoDB::GlobalTable',
      'AWS::DynamoDB::GlobalTable',
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
    ])
  })

  // CloudFormation takes a renamed resource for a new one: the old table would stay behind, full and unused.
  test('never changes the name by which CloudFormation knows it', () => {
    const kept = [...tables, ...all('AWS::S3::Bucket'), ...all('AWS::Events::EventBus')]
    expect(kept.map(({ id }) => id).sort()).toMatchInlineSnapshot(`
      [
        "PipelineAnnouncementsBus588FC050",
        "PipelineArchiveAccessLogsA6BC6E16",
        "PipelineArchiveBucketD058960A",
        "PipelineLedgerArticlesCE126722",
        "PipelineLedgerHashes68901343",
        "PipelineLedgerSourcesD6B58CA9",
      ]
    `)
  })
})

describe('announcements', () => {
  test('can be replayed for 90 days, and reach every subscriber of the topic or a dead-letter queue', () => {
    expect(all('AWS::Events::Archive').map(({ properties }) => properties)).toMatchObject([
      { RetentionDays: 90, EventPattern: { source: ['communique'] } },
    ])
    const [rule] = all('AWS::Events::Rule').map(({ properties }) => properties)
    expect(rule?.EventPattern).toEqual({ source: ['communique'] })
    expect(rule?.Targets).toHaveLength(1)
    expect(named(rule?.Targets[0].Arn)).toBe('AnnouncementsTopic')
    expect(named(rule?.Targets[0].DeadLetterConfig.Arn)).toBe('AnnouncementsUndeliveredQueue')
  })

  test('topics refuse plain text', () => {
    const topics = all('AWS::SNS::Topic')
    expect(topics).toHaveLength(2)
    for (const { id } of topics) expect(deniesPlainText('AWS::SNS::TopicPolicy', 'Topics', id), id).toBe(true)
  })
})

describe('the API', () => {
  test('asks for a signature on every path', () => {
    const routes = all('AWS::ApiGatewayV2::Route').map(({ properties }) => properties)
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(['ANY /', 'ANY /{proxy+}'])
    expect(routes.map(({ AuthorizationType }) => AuthorizationType)).toEqual(['AWS_IAM', 'AWS_IAM'])
    expect(all('AWS::ApiGatewayV2::Integration').map(({ properties }) => properties)).toMatchObject([
      { PayloadFormatVersion: '2.0' },
    ])
  })

  test('is throttled and logs who came', () => {
    expect(all('AWS::ApiGatewayV2::Stage').map(({ properties }) => properties)).toMatchObject([
      {
        StageName: '$default',
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
        AccessLogSettings: { Format: expect.stringContaining('requestId') },
      },
    ])
  })
})

describe('alarms', () => {
  const alarms = all('AWS::CloudWatch::Alarm')
  const watched = (metric: string, dimension: string) =>
    alarms
      .filter(({ properties }) => properties.MetricName === metric)
      .map(({ properties }) =>
        named(properties.Dimensions.find((one: { Name: string }) => one.Name === dimension).Value),
      )
      .sort()

  test('say whom they hurt, and are heard when they ring and when they are over', () => {
    for (const { id, properties } of alarms) {
      expect(properties.AlarmDescription, id).toMatch(/^[A-Z].{40,}\.$/)
      expect(properties.AlarmActions.map(named), id).toEqual(['AlarmsTopic'])
      expect(properties.OKActions.map(named), id).toEqual(['AlarmsTopic'])
    }
  })

  test('watch every dead-letter queue from the first message on', () => {
    const dead = queues.filter(({ properties }) => properties.RedrivePolicy === undefined)
    expect(watched('ApproximateNumberOfMessagesVisible', 'QueueName')).toEqual(
      dead.map(({ id }) => `${named({ Ref: id })}.QueueName`).sort(),
    )
  })

  test('watch every worked queue’s oldest message and every function’s errors', () => {
    expect(watched('ApproximateAgeOfOldestMessage', 'QueueName')).toEqual([
      'EntriesQueue.QueueName',
      'PollsQueue.QueueName',
    ])
    expect(watched('Errors', 'FunctionName')).toEqual(functions.map(({ id }) => named({ Ref: id })).sort())
    expect(watched('IteratorAge', 'FunctionName')).toEqual(['PublishFunction'])
  })

  test('ring on silence: when the clock stops, and when nothing is announced', () => {
    const onSilence = alarms.filter(({ properties }) => properties.TreatMissingData === 'breaching')
    expect(onSilence.map(({ properties }) => properties.MetricName).sort()).toEqual([
      'Invocations',
      'NumberOfMessagesPublished',
    ])
    for (const { properties } of onSilence) {
      expect(properties).toMatchObject({ ComparisonOperator: 'LessThanThreshold', Threshold: 1 })
    }
  })
})
