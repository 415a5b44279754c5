import { type EventBus, type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { type ArticleFilter, articlePattern } from './article-filter.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { impacts } from './impacts.ts'

export type SubscriptionProps = { bus: EventBus; filter: ArticleFilter; target: IRuleTarget }

/**
 * A rule that hands the articles of a filter to a target. What the target does not take within a day waits in a
 * dead-letter queue, unless the target brings its own.
 */
export class Subscription extends Construct {
  constructor(scope: Construct, id: string, { bus, filter, target }: SubscriptionProps) {
    super(scope, id)
    const { queue: dead } = new DeadLetterQueue(this, 'Undelivered', { impact: impacts.subscription })
    const rule = new Rule(this, 'Rule', { eventBus: bus, eventPattern: articlePattern(filter) })
    rule.addTarget({
      bind: (bound, targetId) => {
        const config = target.bind(bound, targetId)
        return { ...config, deadLetterConfig: config.deadLetterConfig ?? { arn: dead.queueArn } }
      },
    })
    dead.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [dead.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    )
  }
}
