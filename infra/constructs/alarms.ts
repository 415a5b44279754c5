import { Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

export type ImpactAlarmProps = {
  metric: IMetric
  /** Rings from this value on, or, with `rings: 'below'`, under it. */
  threshold: number
  /** `below` watches for silence, so that no data at all rings as well. */
  rings?: 'at-or-above' | 'below'
  evaluationPeriods?: number
  datapointsToAlarm?: number
  /** What people miss while this lasts, and where to look first: the text of the mail at night. */
  impact: string
}

/** A CloudWatch alarm that cannot be made without saying whom it hurts and how. */
export class ImpactAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    const silence = props.rings === 'below'
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      datapointsToAlarm: props.datapointsToAlarm,
      comparisonOperator: silence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: props.impact,
    })
  }
}

/** Where alarms are heard: an SNS topic that an operator subscribes to by mail, chat or pager. */
export class AlarmTopic extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Communiqué alarms', enforceSSL: true })
    // enforceSSL gives the topic a policy of its own, which replaces the default that lets CloudWatch publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }

  /** Sends every alarm that stands below `scope` to the topic, both when it rings and when it is over. */
  hearAll(scope: Construct): void {
    const action = new SnsAction(this.topic)
    for (const construct of scope.node.findAll()) {
      if (!(construct instanceof ImpactAlarm)) continue
      construct.addAlarmAction(action)
      construct.addOkAction(action)
    }
  }
}
