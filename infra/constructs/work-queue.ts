import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { MAX_RECEIVES } from '../../shared/messages.ts'
import { ImpactAlarm } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { LambdaFunction } from './lambda-function.ts'

export type WorkQueueProps = {
  /** The longest that one batch may take: the timeout of the function that works on it. */
  workTimeout: Duration
  /** From this age of the oldest message on, the queue counts as stuck. */
  stuckAfter: Duration
  /** After so many receives without success a message is a dead letter; 5 unless said otherwise. */
  maxReceives?: number
  impact: { dead: string; stuck: string }
}

/** A queue that a function works off: its dead letters, its alarms, and how messages come back. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly dead: Queue

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id)
    this.dead = new DeadLetterQueue(this, 'Dead', { impact: props.impact.dead }).queue
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the work's timeout, as Lambda asks: an invocation may be throttled and retried within it.
      visibilityTimeout: Duration.seconds(6 * props.workTimeout.toSeconds()),
      // Half of the dead letters' 14 days: a message keeps its first timestamp when it moves there.
      retentionPeriod: Duration.days(7),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: props.maxReceives ?? MAX_RECEIVES },
    })
    new ImpactAlarm(this, 'Stuck', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: props.stuckAfter.toSeconds(),
      evaluationPeriods: 2,
      impact: props.impact.stuck,
    })
  }

  /**
   * Lets `worker` work the queue off, at most `maxConcurrency` batches at a time. Only the messages that a
   * batch response names come back; after its last try the worker itself lays one with the dead letters, beside
   * its cause, which the queue's redrive policy does not know. That policy is for workers that die on the way.
   */
  workedBy(
    worker: LambdaFunction,
    options: { batchSize: number; batchingWindow?: Duration; maxConcurrency: number },
  ): void {
    worker.lambda.addEnvironment('DEAD_LETTERS_URL', this.dead.queueUrl)
    worker.allow(this.dead.queueArn, ['sqs:SendMessage'])
    worker.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: options.batchSize,
        maxBatchingWindow: options.batchingWindow,
        maxConcurrency: options.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    )
  }
}
