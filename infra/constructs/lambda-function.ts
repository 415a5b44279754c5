import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, type Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { ImpactAlarm } from './alarms.ts'

export type LambdaFunctionProps = {
  description: string
  code: Code
  timeout: Duration
  memoryMb?: number
  environment: Record<string, string>
  /** What people miss while the function fails; the text of its error alarm. */
  impact: string
}

/**
 * The only place that knows the runtime. Each function has a role and a log group of its own, and the role
 * may do nothing but write there until `allow` says more.
 */
export class LambdaFunction extends Construct {
  readonly lambda: Lambda
  readonly #role: Role

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // A role given from outside keeps CDK from attaching AWSLambdaBasicExecutionRole, which may write to every log group.
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: props.description,
    })
    logGroup.grantWrite(this.#role)
    this.lambda = new Lambda(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      timeout: props.timeout,
      memorySize: props.memoryMb ?? 256,
      environment: props.environment,
      role: this.#role,
      logGroup,
    })
    new ImpactAlarm(this, 'Failing', {
      metric: this.lambda.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      // One crash is retried by whatever called; two five-minute spans out of three are a state.
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      impact: props.impact,
    })
  }

  /** Lets the function perform exactly these actions on exactly these resources (ARNs). */
  allow(resources: string | string[], actions: string[]): void {
    this.#role.addToPolicy(new PolicyStatement({ actions, resources: [resources].flat() }))
  }
}
