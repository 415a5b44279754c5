import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  type ScheduleTargetConfig,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { ImpactAlarm } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { LambdaFunction } from './lambda-function.ts'

export type EveryMinuteProps = {
  worker: LambdaFunction
  impact: { dead: string; stalled: string }
}

/** Calls a function on every whole minute with `{ scheduledAt }`, the minute it is called for (ISO 8601). */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, { worker, impact }: EveryMinuteProps) {
    super(scope, id)
    const { lambda } = worker
    // Scheduler calls asynchronously: a call that was accepted and then failed would come again minutes later,
    // when the next minute has made up for it already.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(2) })
    const { queue: dead } = new DeadLetterQueue(this, 'Dead', { impact: impact.dead })
    const role = new Role(this, 'Role', {
      description: 'Lets the schedule call its function and nothing else',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    // Spelt out, because CDK's LambdaInvoke target would allow every version and alias of the function too.
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }),
    )
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead.queueArn] }))
    const target: ScheduleTargetConfig = {
      arn: lambda.functionArn,
      role,
      input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 120 },
      deadLetterConfig: { arn: dead.queueArn },
    }
    new Schedule(this, 'Schedule', {
      description: 'Every minute, on the minute',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      timeWindow: TimeWindow.off(),
      target: { bind: () => target },
    })
    new ImpactAlarm(this, 'Stalled', {
      metric: lambda.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      rings: 'below',
      evaluationPeriods: 2,
      impact: impact.stalled,
    })
  }
}
