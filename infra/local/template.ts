import * as z from 'zod/mini'
import { TemplateFault } from './intrinsics.ts'

export const Resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
})
export type Resource = z.infer<typeof Resource>

const Template = z.object({ Resources: z.record(z.string(), Resource) })

/**
 * The resources of a synthesised template by logical id.
 * @throws TemplateFault when it holds types that this machine neither runs nor may leave out
 */
export function readTemplate(template: unknown): Map<string, Resource> {
  const resources = new Map(Object.entries(z.parse(Template, template).Resources))
  const strange = [...resources].filter(([, { Type }]) => !runTypes.has(Type) && !leftOutTypes.has(Type))
  if (strange.length === 0) return resources
  const named = strange.map(([id, { Type }]) => `${Type} (${id})`).join(', ')
  throw new TemplateFault(`this machine cannot run ${named}: teach infra/local to, or list it as left out`)
}

const runTypes = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
])

/** Permissions, watching and what only a deployment needs: nothing that moves an article. */
const leftOutTypes = new Set([
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Events::Archive',
  'AWS::Events::EventBusPolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
])

/** The resources of one type. */
export function ofType(resources: ReadonlyMap<string, Resource>, ...types: string[]): [string, Resource][] {
  return [...resources].filter(([, { Type }]) => types.includes(Type))
}
