import { Duration } from 'aws-cdk-lib'
import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { EVENT_SOURCE } from '../../shared/events.ts'
import { ImpactAlarm } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { impacts } from './impacts.ts'

/**
 * Where articles are announced: a bus for rules that filter, with 90 days to replay, and a topic that carries
 * every event to those who just want them all by mail, HTTPS or into a queue.
 */
export class ArticleBus extends Construct {
  readonly bus: EventBus
  readonly topic: Topic

  constructor(scope: Construct, id: string, props: { busName: string }) {
    super(scope, id)
    const eventPattern = { source: [EVENT_SOURCE] }
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: props.busName,
      description: 'Articles of governments and news outlets, as CloudEvents',
    })
    this.bus.archive('Archive', {
      description: 'Every article event of 90 days, to be replayed to a new or mended subscriber',
      eventPattern,
      retention: Duration.days(90),
    })
    this.topic = new Topic(this, 'Topic', { displayName: 'Communiqué articles', enforceSSL: true })
    const undelivered = new DeadLetterQueue(this, 'Undelivered', {
      impact: impacts.announcements.undelivered,
    })
    new Rule(this, 'EveryEvent', {
      description: 'Every article event to the articles topic',
      eventBus: this.bus,
      eventPattern,
      targets: [
        new SnsTopic(this.topic, {
          deadLetterQueue: undelivered.queue,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    })
    new ImpactAlarm(this, 'Silent', {
      metric: this.topic.metricNumberOfMessagesPublished({ period: Duration.hours(6), statistic: 'Sum' }),
      threshold: 1,
      rings: 'below',
      evaluationPeriods: 4,
      impact: impacts.announcements.silent,
    })
  }
}
