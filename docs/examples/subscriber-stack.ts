import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { FilterOrPolicy, SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

export type SubscriberProps = StackProps & {
  /** The pipeline's outputs BusArn and ArticlesTopicArn. */
  busArn: string
  articlesTopicArn: string
  mail: string
}

/** A stack of your own that subscribes to a pipeline which somebody else deployed: by a rule and by the topic. */
export class SubscriberStack extends Stack {
  constructor(scope: Construct, id: string, props: SubscriberProps) {
    super(scope, id, props)
    const undelivered = new Queue(this, 'Undelivered', {
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
    })

    // A rule on the bus: what Armenia's government publishes in English, into a queue.
    new Rule(this, 'ArmeniasGovernment', {
      eventBus: EventBus.fromEventBusArn(this, 'Bus', props.busArn),
      eventPattern: {
        source: ['communique'],
        detailType: ['Article Published', 'Article Updated'],
        detail: { data: { country: ['AM'], kind: ['government'], language: [{ prefix: 'en' }] } },
      },
      targets: [
        new SqsQueue(new Queue(this, 'Articles', { enforceSSL: true }), { deadLetterQueue: undelivered }),
      ],
    })

    // The topic, filtered on the message's body: first announcements by mail, one watch into a queue.
    const topic = Topic.fromTopicArn(this, 'Topic', props.articlesTopicArn)
    const words = (...allowlist: string[]) =>
      FilterOrPolicy.filter(SubscriptionFilter.stringFilter({ allowlist }))
    const data = (fields: Record<string, FilterOrPolicy>) => ({
      detail: FilterOrPolicy.policy({ data: FilterOrPolicy.policy(fields) }),
    })
    topic.addSubscription(
      new EmailSubscription(props.mail, {
        filterPolicyWithMessageBody: {
          'detail-type': words('Article Published'),
          ...data({ country: words('AM') }),
        },
      }),
    )
    topic.addSubscription(
      new SqsSubscription(new Queue(this, 'Ferries', { enforceSSL: true }), {
        rawMessageDelivery: true,
        filterPolicyWithMessageBody: data({ watches: words('ferries') }),
        deadLetterQueue: undelivered,
      }),
    )
  }
}
