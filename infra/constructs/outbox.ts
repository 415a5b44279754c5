import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import {
  EventSourceMapping,
  type EventSourceMappingProps,
  FilterCriteria,
  FilterRule,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { ImpactAlarm } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { LambdaFunction } from './lambda-function.ts'

export type OutboxProps = {
  articles: TableV2
  sources: TableV2
  worker: LambdaFunction
  impact: { dead: string; late: string }
}

/**
 * The streams of the articles and the sources table as an outbox: what is committed reaches the worker, in the
 * order of each article's revisions and each source's states. New rows count, rows that learn which article they
 * copy, and states that tell something; other changes are bookkeeping.
 */
export class Outbox extends Construct {
  readonly dead: Queue

  constructor(scope: Construct, id: string, { articles, sources, worker, impact }: OutboxProps) {
    super(scope, id)
    this.dead = new DeadLetterQueue(this, 'Dead', { impact: impact.dead }).queue
    const onFailure = new SqsDlq(this.dead)
    new EventSourceMapping(this, 'Mapping', {
      ...mapping(streamOf(articles, worker), worker, onFailure),
      parallelizationFactor: 2,
      filters: [
        FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') }),
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('MODIFY'),
          // exists works on leaves only: the attribute's type is the leaf. What a copy's row learns afterwards
          // would start the worker for nothing.
          dynamodb: {
            OldImage: { duplicateOf: { S: FilterRule.notExists() } },
            NewImage: { duplicateOf: { S: FilterRule.exists() } },
          },
        }),
      ],
    })
    new EventSourceMapping(this, 'Sources', {
      ...mapping(streamOf(sources, worker), worker, onFailure),
      filters: [FilterCriteria.filter({ dynamodb: { NewImage: { outbox: { S: FilterRule.exists() } } } })],
    })
    new ImpactAlarm(this, 'Late', {
      metric: worker.lambda.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toMilliseconds(),
      evaluationPeriods: 2,
      impact: impact.late,
    })
  }
}

/** The ARN of a table's stream, which the worker may read from here on. */
function streamOf(table: TableV2, worker: LambdaFunction): string {
  const streamArn = table.tableStreamArn
  if (streamArn === undefined) throw new Error(`${table.node.path} has no stream to read`)
  // The ARN of the stream for all four actions: CDK's grantStreamRead asks for ListStreams on every table.
  worker.allow(streamArn, [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ])
  return streamArn
}

function mapping(eventSourceArn: string, worker: LambdaFunction, onFailure: SqsDlq): EventSourceMappingProps {
  return {
    target: worker.lambda,
    eventSourceArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    reportBatchItemFailures: true,
    // Without these three one poisonous record would block its shard until the stream forgets it after 24 h,
    // and everything behind it.
    bisectBatchOnError: true,
    retryAttempts: 10,
    onFailure,
  }
}
