import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { ImpactAlarm } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { LambdaFunction } from './lambda-function.ts'

export type OutboxProps = {
  articles: TableV2
  worker: LambdaFunction
  impact: { dead: string; late: string }
}

/**
 * The articles table's stream as an outbox: what is committed reaches the worker, in the order of each
 * article's revisions. New rows count, and rows that have learnt which article they copy; other changes are
 * bookkeeping.
 */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, { articles, worker, impact }: OutboxProps) {
    super(scope, id)
    const streamArn = articles.tableStreamArn
    if (streamArn === undefined) throw new Error(`${articles.node.path} has no stream to read`)
    const { queue: dead } = new DeadLetterQueue(this, 'Dead', { impact: impact.dead })
    // The ARN of the stream for all four actions: CDK's grantStreamRead asks for ListStreams on every table.
    worker.allow(streamArn, [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ])
    new EventSourceMapping(this, 'Mapping', {
      target: worker.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      parallelizationFactor: 2,
      reportBatchItemFailures: true,
      // Without these three one poisonous record would block its shard until the stream forgets it after 24 h,
      // and everything behind it.
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(dead),
      filters: [
        FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') }),
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('MODIFY'),
          // exists works on leaves only: the attribute's type is the leaf.
          dynamodb: { NewImage: { duplicateOf: { S: FilterRule.exists() } } },
        }),
      ],
    })
    new ImpactAlarm(this, 'Late', {
      metric: worker.lambda.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toMilliseconds(),
      evaluationPeriods: 2,
      impact: impact.late,
    })
  }
}
