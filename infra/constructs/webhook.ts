import { Duration, Validations } from 'aws-cdk-lib'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { ArticleFilter } from './article-filter.ts'
import { impacts } from './impacts.ts'
import { LambdaFunction } from './lambda-function.ts'
import { Subscription } from './subscription.ts'
import { WorkQueue } from './work-queue.ts'

export type WebhookProps = {
  bus: EventBus
  code: Code
  userAgent: string
  /** Where the events are posted: https, at a public address. */
  url: string
  filter: ArticleFilter
  /** On one's own machine alone: http, and any address. */
  allowPrivateNetwork: boolean
}

/** With the pauses between them (10 s, doubled up to an hour) a message is tried for about a day. */
const ATTEMPTS = 30
/** The pauses are half a minute at most on one's own machine: about seven minutes. */
const LOCAL_ATTEMPTS = 20

/**
 * Posts the articles of a filter to a server of the subscriber's, each signed with a secret that is made here
 * (Standard Webhooks), until the server takes it.
 */
export class Webhook extends Construct {
  readonly secret: Secret
  readonly events: WorkQueue

  constructor(scope: Construct, id: string, props: WebhookProps) {
    super(scope, id)
    const { url, userAgent, allowPrivateNetwork } = props
    if (!allowPrivateNetwork && !url.startsWith('https://')) throw new Error(`webhook ${url}: must be https`)
    this.secret = new Secret(this, 'Secret', {
      description: `Signs what is posted to ${new URL(url).host}`,
      // 44 letters and digits are base64 of 33 bytes, a key as Standard Webhooks wants it.
      generateSecretString: { passwordLength: 44, excludePunctuation: true },
    })
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The receiver holds the same secret: it is changed on both sides at once, by their people.',
    })
    const workTimeout = Duration.seconds(30)
    const attempts = allowPrivateNetwork ? LOCAL_ATTEMPTS : ATTEMPTS
    this.events = new WorkQueue(this, 'Events', {
      workTimeout,
      stuckAfter: Duration.hours(6),
      maxReceives: attempts,
      impact: impacts.webhook.events,
    })
    const sender = new LambdaFunction(this, 'Sender', {
      description: 'Posts articles to a subscriber, signed',
      code: props.code,
      timeout: workTimeout,
      environment: {
        WEBHOOK_URL: url,
        WEBHOOK_SECRET_ID: this.secret.secretArn,
        WEBHOOK_QUEUE_URL: this.events.queue.queueUrl,
        MAX_RECEIVES: String(attempts),
        USER_AGENT: userAgent,
        ALLOW_PRIVATE_NETWORK: allowPrivateNetwork ? 'yes' : 'no',
      },
      impact: impacts.webhook.sender,
    })
    this.events.workedBy(sender, { batchSize: 5, maxConcurrency: 2 })
    sender.allow(this.events.queue.queueArn, ['sqs:ChangeMessageVisibility'])
    sender.allow(this.secret.secretArn, ['secretsmanager:GetSecretValue'])
    new Subscription(this, 'Subscription', {
      bus: props.bus,
      filter: props.filter,
      target: new SqsQueue(this.events.queue),
    })
  }
}
