import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Lookup, resolveValue, TemplateFault } from './intrinsics.ts'
import { physicalName } from './names.ts'
import { ofType, type Resource } from './template.ts'

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))

/** Table and GlobalTable say the same where it matters; what has to do with throughput and replicas is left out. */
const TableProperties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema,
  GlobalSecondaryIndexes: z._default(
    z.array(z.object({ IndexName: z.string(), KeySchema, Projection: z.looseObject({}) })),
    [],
  ),
  StreamSpecification: z.optional(z.object({ StreamViewType: z.string() })),
  TimeToLiveSpecification: z.optional(z.object({ Enabled: z.boolean(), AttributeName: z.string() })),
})
export type DeclaredTable = z.infer<typeof TableProperties> & { logicalId: string; name: string }

const QueueProperties = z.object({
  VisibilityTimeout: z.optional(z.number()),
  MessageRetentionPeriod: z.optional(z.number()),
  DelaySeconds: z.optional(z.number()),
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() })),
})
export type DeclaredQueue = z.infer<typeof QueueProperties> & { name: string }

const TopicSubscription = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  FilterPolicy: z.optional(z.unknown()),
  FilterPolicyScope: z.optional(z.string()),
  RawMessageDelivery: z.optional(z.boolean()),
})
export type DeclaredSubscription = z.infer<typeof TopicSubscription>

const RuleProperties = z.object({
  EventBusName: z.string(),
  EventPattern: z.unknown(),
  State: z.optional(z.string()),
  Targets: z._default(z.array(z.looseObject({ Id: z.string(), Arn: z.string() })), []),
})
export type DeclaredRule = { logicalId: string; busName: string; pattern: unknown; targetArns: string[] }

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Timeout: z._default(z.number(), 3),
  MemorySize: z._default(z.number(), 128),
  Environment: z._default(z.object({ Variables: z._default(z.record(z.string(), z.string()), {}) }), {
    Variables: {},
  }),
})
export type DeclaredFunction = {
  arn: string
  /** Short, for people: `ingest`. */
  name: string
  bundlePath: string
  handlerName: string
  timeoutMs: number
  memoryMb: number
  environment: Record<string, string>
}

const MappingProperties = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  BatchSize: z.optional(z.number()),
  MaximumBatchingWindowInSeconds: z._default(z.number(), 0),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  ScalingConfig: z.optional(z.object({ MaximumConcurrency: z.optional(z.number()) })),
  BisectBatchOnFunctionError: z._default(z.boolean(), false),
  // Lambda's own default is -1: until the record leaves the stream.
  MaximumRetryAttempts: z._default(z.number(), -1),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.string() })) })),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
})
export type DeclaredMapping = {
  functionName: string
  sourceArn: string
  batchSize: number
  windowMs: number
  reportsItemFailures: boolean
  maxConcurrency: number
  bisects: boolean
  maxRetries: number
  failureArn: string | undefined
  filters: unknown[]
}

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z.optional(z.string()),
  Target: z.object({ Arn: z.string(), Input: z._default(z.string(), '{}') }),
})
export type DeclaredSchedule = { expression: string; functionArn: string; input: string }

const RouteProperties = z.object({ RouteKey: z.string(), Target: z.string() })
const IntegrationProperties = z.object({
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.optional(z.string()),
})
export type DeclaredRoute = { routeKey: string; functionArn: string }

type Template = ReadonlyMap<string, Resource>

/** Works out only the properties that the schema names, so that what stays in AWS may refer to what is only there. */
function properties<Shape extends z.core.$ZodShape>(
  [logicalId, resource]: [string, Resource],
  schema: z.ZodMiniObject<Shape>,
  lookup: Lookup,
): z.infer<z.ZodMiniObject<Shape>> {
  const wanted = Object.keys(schema.shape).filter(key => key in resource.Properties)
  const values = Object.fromEntries(wanted.map(key => [key, resolveValue(resource.Properties[key], lookup)]))
  const parsed = z.safeParse(schema, values)
  if (parsed.success) return parsed.data
  throw new TemplateFault(
    `this machine cannot read ${resource.Type} ${logicalId}: ${z.prettifyError(parsed.error)}`,
  )
}

export function declaredTables(template: Template, lookup: Lookup): DeclaredTable[] {
  return ofType(template, 'AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(entry => ({
    ...properties(entry, TableProperties, lookup),
    logicalId: entry[0],
    name: physicalName(...entry),
  }))
}

export function declaredQueues(template: Template, lookup: Lookup): DeclaredQueue[] {
  return ofType(template, 'AWS::SQS::Queue').map(entry => ({
    ...properties(entry, QueueProperties, lookup),
    name: physicalName(...entry),
  }))
}

/** The names of all resources of a type that need nothing but to exist: buckets, topics, buses. */
export function declaredNames(template: Template, type: string): string[] {
  return ofType(template, type).map(entry => physicalName(...entry))
}

export function declaredSubscriptions(template: Template, lookup: Lookup): DeclaredSubscription[] {
  return ofType(template, 'AWS::SNS::Subscription').map(entry => properties(entry, TopicSubscription, lookup))
}

export function declaredRules(template: Template, lookup: Lookup): DeclaredRule[] {
  return ofType(template, 'AWS::Events::Rule').flatMap(entry => {
    const { EventBusName, EventPattern, State, Targets } = properties(entry, RuleProperties, lookup)
    if (State === 'DISABLED') return []
    const reshaping = Targets.find(
      target => 'InputTransformer' in target || 'InputPath' in target || 'Input' in target,
    )
    if (reshaping !== undefined)
      throw new TemplateFault(`the rule ${entry[0]} reshapes events, which this machine cannot`)
    const targetArns = Targets.map(({ Arn }) => Arn)
    return [{ logicalId: entry[0], busName: EventBusName, pattern: EventPattern, targetArns }]
  })
}

/** @param assetsPath where the app wrote each bundle as `asset.<hash>` */
export function declaredFunctions(
  template: Template,
  lookup: Lookup,
  assetsPath: string,
): DeclaredFunction[] {
  return ofType(template, 'AWS::Lambda::Function').map(entry => {
    const { Code, Handler, Timeout, MemorySize, Environment } = properties(entry, FunctionProperties, lookup)
    const [file, handlerName] = Handler.split('.')
    if (file === undefined || handlerName === undefined)
      throw new TemplateFault(`${entry[0]} has no handler like index.handler`)
    return {
      arn: lookup(entry[0], 'Arn'),
      name: shortName(entry[0]),
      bundlePath: join(assetsPath, `asset.${Code.S3Key.replace(/\.zip$/, '')}`, `${file}.mjs`),
      handlerName,
      timeoutMs: Timeout * 1000,
      memoryMb: MemorySize,
      environment: Environment.Variables,
    }
  })
}

/** `PipelineIngestFunction7E0A5B91` → `ingest`: CDK ends a logical id with eight characters of a hash. */
function shortName(logicalId: string): string {
  const words = logicalId.replace(/[0-9A-F]{8}$/, '').replace(/Function$/, '')
  return words.match(/[A-Z]?[a-z0-9]+$/)?.[0].toLowerCase() ?? logicalId
}

export function declaredMappings(template: Template, lookup: Lookup): DeclaredMapping[] {
  return ofType(template, 'AWS::Lambda::EventSourceMapping').map(entry => {
    const mapping = properties(entry, MappingProperties, lookup)
    return {
      functionName: mapping.FunctionName,
      sourceArn: mapping.EventSourceArn,
      batchSize: mapping.BatchSize ?? (mapping.EventSourceArn.includes(':sqs:') ? 10 : 100),
      windowMs: mapping.MaximumBatchingWindowInSeconds * 1000,
      reportsItemFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      maxConcurrency: mapping.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
      bisects: mapping.BisectBatchOnFunctionError,
      maxRetries:
        mapping.MaximumRetryAttempts === -1 ? Number.POSITIVE_INFINITY : mapping.MaximumRetryAttempts,
      failureArn: mapping.DestinationConfig?.OnFailure?.Destination,
      filters: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern)),
    }
  })
}

export function declaredSchedules(template: Template, lookup: Lookup): DeclaredSchedule[] {
  return ofType(template, 'AWS::Scheduler::Schedule').flatMap(entry => {
    const { ScheduleExpression, State, Target } = properties(entry, ScheduleProperties, lookup)
    if (State === 'DISABLED') return []
    return [{ expression: ScheduleExpression, functionArn: Target.Arn, input: Target.Input }]
  })
}

/** The HTTP API's routes with the function that answers each. */
export function declaredRoutes(template: Template, lookup: Lookup): DeclaredRoute[] {
  const integrations = new Map(
    ofType(template, 'AWS::ApiGatewayV2::Integration').map(entry => [
      physicalName(...entry),
      properties(entry, IntegrationProperties, lookup).IntegrationUri,
    ]),
  )
  return ofType(template, 'AWS::ApiGatewayV2::Route').map(entry => {
    const { RouteKey, Target } = properties(entry, RouteProperties, lookup)
    const functionArn = integrations.get(Target.replace('integrations/', ''))
    if (functionArn === undefined)
      throw new TemplateFault(`the route ${RouteKey} leads to ${Target}, which is not there`)
    return { routeKey: RouteKey, functionArn }
  })
}
