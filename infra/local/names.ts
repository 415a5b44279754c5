import { ACCOUNT, REGION } from './aws-json.ts'
import { type Lookup, TemplateFault } from './intrinsics.ts'
import type { Resource } from './template.ts'

/** What only the running engines know. */
export type Engines = {
  /** The origin under which the queues live. */
  queueOrigin: string
  /** By logical id of the table. */
  streamArns: ReadonlyMap<string, string>
  /** Where the HTTP API of this machine answers, if it does. */
  apiOrigin: string
}

const nameProperties = new Map([
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::DynamoDB::GlobalTable', 'TableName'],
  ['AWS::SNS::Topic', 'TopicName'],
  ['AWS::Events::EventBus', 'Name'],
  ['AWS::Lambda::Function', 'FunctionName'],
])

/**
 * A resource's name on this machine: the one the template gives, otherwise its logical id, which stays the same
 * from one start to the next, so that what the data folder holds is found again.
 */
export function physicalName(logicalId: string, { Type, Properties }: Resource): string {
  const given = Properties[nameProperties.get(Type) ?? '']
  if (typeof given === 'string') return given
  // S3 takes lower case only.
  return Type === 'AWS::S3::Bucket' ? logicalId.toLowerCase() : logicalId
}

const pseudoParameters = new Map([
  ['AWS::Region', REGION],
  ['AWS::AccountId', ACCOUNT],
  ['AWS::Partition', 'aws'],
  ['AWS::StackName', 'local'],
  ['AWS::StackId', `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/local/0`],
  ['AWS::URLSuffix', 'amazonaws.com'],
])

type Naming = { ref: (name: string, engines: Engines) => string; arn: (name: string) => string }

const arnOf =
  (service: string, prefix = '') =>
  (name: string) =>
    `arn:aws:${service}:${REGION}:${ACCOUNT}:${prefix}${name}`
const own = (name: string) => name

const namings = new Map<string, Naming>([
  ['AWS::SQS::Queue', { ref: (name, { queueOrigin }) => queueUrl(queueOrigin, name), arn: arnOf('sqs') }],
  ['AWS::DynamoDB::Table', { ref: own, arn: arnOf('dynamodb', 'table/') }],
  ['AWS::DynamoDB::GlobalTable', { ref: own, arn: arnOf('dynamodb', 'table/') }],
  ['AWS::S3::Bucket', { ref: own, arn: name => `arn:aws:s3:::${name}` }],
  ['AWS::SNS::Topic', { ref: arnOf('sns'), arn: arnOf('sns') }],
  ['AWS::Events::EventBus', { ref: own, arn: arnOf('events', 'event-bus/') }],
  ['AWS::Lambda::Function', { ref: own, arn: arnOf('lambda', 'function:') }],
  [
    'AWS::SecretsManager::Secret',
    { ref: arnOf('secretsmanager', 'secret:'), arn: arnOf('secretsmanager', 'secret:') },
  ],
  ['AWS::ApiGatewayV2::Api', { ref: own, arn: own }],
  ['AWS::ApiGatewayV2::Integration', { ref: own, arn: own }],
  ['AWS::IAM::Role', { ref: own, arn: name => `arn:aws:iam::${ACCOUNT}:role/${name}` }],
])

const arnAttributes = new Set(['Arn', 'TopicArn'])
const nameAttributes = new Set(['Name', 'QueueName', 'TopicName'])

/** Answers Ref and Fn::GetAtt with what each resource is called on this machine. */
export function lookupOf(resources: ReadonlyMap<string, Resource>, engines: Engines): Lookup {
  return (logicalId, attribute) => {
    const pseudo = pseudoParameters.get(logicalId)
    if (pseudo !== undefined) return pseudo
    const resource = resources.get(logicalId)
    const naming = namings.get(resource?.Type ?? '')
    if (resource === undefined || naming === undefined) throw unknown(logicalId, attribute, resource)
    const name = physicalName(logicalId, resource)
    if (attribute === undefined) return naming.ref(name, engines)
    if (arnAttributes.has(attribute)) return naming.arn(name)
    if (nameAttributes.has(attribute)) return name
    const special =
      attribute === 'StreamArn' ? engines.streamArns.get(logicalId) : apiAttribute(attribute, engines)
    if (special === undefined) throw unknown(logicalId, attribute, resource)
    return special
  }
}

function apiAttribute(attribute: string, { apiOrigin }: Engines): string | undefined {
  return attribute === 'ApiEndpoint' ? apiOrigin : undefined
}

function unknown(
  logicalId: string,
  attribute: string | undefined,
  resource: Resource | undefined,
): TemplateFault {
  const what = resource === undefined ? 'which is no resource of the template' : `a ${resource.Type}`
  return new TemplateFault(`this machine has no ${attribute ?? 'name'} of ${logicalId}, ${what}`)
}

/** A queue's URL on this machine; the engine goes by the last part alone, so the port may change between starts. */
export function queueUrl(origin: string, name: string): string {
  return `${origin}/${ACCOUNT}/${name}`
}

/** The last part of an ARN: what the resource is called. */
export function nameInArn(arn: string): string {
  return arn.split(/[:/]/).at(-1) ?? arn
}
