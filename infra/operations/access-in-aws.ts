import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { type Reached, StackNames } from './pipeline-access.ts'

/** Reaches a stage by the outputs of its stack, with whatever credentials and region this terminal has. */
export async function accessInAws(stage: string): Promise<Reached> {
  const stackName = `Communique-${stage}`
  const outputs = await outputsOf(stackName)
  if (typeof outputs === 'string') return { kind: 'refused', reason: outputs }
  const names = StackNames.safeParse(outputs)
  if (!names.success) {
    const missing = names.error.issues.map(({ path }) => path.join('.')).join(', ')
    return {
      kind: 'refused',
      reason: `the stack ${stackName} has no output ${missing}: deploy this version first`,
    }
  }
  const clients = {
    dynamodb: new DynamoDBClient(WIRE_PATIENCE),
    s3: new S3Client(WIRE_PATIENCE),
    sqs: new SQSClient(WIRE_PATIENCE),
    eventBridge: new EventBridgeClient(WIRE_PATIENCE),
  }
  const close = async () => {
    for (const client of Object.values(clients)) client.destroy()
  }
  // What a bus has taken cannot be asked of it.
  return { kind: 'reached', access: { names: names.data, ...clients, announcedIds: undefined, close } }
}

async function outputsOf(stackName: string): Promise<Record<string, string | undefined> | string> {
  try {
    const client = new CloudFormationClient(WIRE_PATIENCE)
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }))
    client.destroy()
    const outputs = Stacks[0]?.Outputs ?? []
    return Object.fromEntries(outputs.map(({ OutputKey = '', OutputValue }) => [OutputKey, OutputValue]))
  } catch (error) {
    if (error instanceof CloudFormationServiceException)
      return `AWS says of the stack ${stackName}: ${error.message}`
    const isUnsigned =
      error instanceof Error && /Credentials|Region is missing/.test(`${error.name} ${error.message}`)
    if (isUnsigned)
      return `no AWS credentials or no region: sign in (aws sso login, AWS_PROFILE) and set AWS_REGION`
    throw error
  }
}
