import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { ImpactAlarm } from './alarms.ts'
import { impacts } from './impacts.ts'
import type { LambdaFunction } from './lambda-function.ts'

/** The HTTP door to what is known. Callers sign their requests (IAM, `execute-api:Invoke`). */
export class QueryApi extends Construct {
  readonly url: string

  constructor(scope: Construct, id: string, props: { query: LambdaFunction }) {
    super(scope, id)
    const api = new HttpApi(this, 'Api', {
      description: 'Questions about articles and sources',
      defaultAuthorizer: new HttpIamAuthorizer(),
      createDefaultStage: false,
    })
    const integration = new HttpLambdaIntegration('Query', props.query.lambda)
    // HttpMethod.ANY on a path, not the $default route: a path the router does not know is still a signed request.
    for (const path of ['/', '/{proxy+}']) api.addRoutes({ path, methods: [HttpMethod.ANY], integration })
    const stage = api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            retention: RetentionDays.ONE_MONTH,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.jsonWithStandardFields(),
      },
    })
    this.url = stage.url
    new ImpactAlarm(this, 'Answering5xx', {
      metric: stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      impact: impacts.queryApi,
    })
  }
}
