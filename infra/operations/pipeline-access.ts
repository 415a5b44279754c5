import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'

/** The outputs of the stack that operating a pipeline needs; the stack makes each under this name. */
export const StackNames = z.object({
  ArticlesTableName: z.string(),
  ArchiveBucketName: z.string(),
  BusName: z.string(),
  EventSourceUrn: z.string(),
  PollsQueueUrl: z.string(),
  PollsDeadLettersUrl: z.string(),
  EntriesQueueUrl: z.string(),
  EntriesDeadLettersUrl: z.string(),
  OutboxDeadLettersUrl: z.string(),
  /** Where the stack posts to a webhook. */
  WebhookQueueUrl: z.optional(z.string()),
  WebhookDeadLettersUrl: z.optional(z.string()),
})
export type StackNames = z.infer<typeof StackNames>

/** A pipeline within reach: its names, and clients that lead to it. */
export type PipelineAccess = {
  names: StackNames
  dynamodb: DynamoDBClient
  s3: S3Client
  sqs: SQSClient
  eventBridge: EventBridgeClient
  /** The ids of all events that were announced, where that can be known. */
  announcedIds: (() => Promise<ReadonlySet<string>>) | undefined
  close: () => Promise<void>
}

export type Reached = { kind: 'reached'; access: PipelineAccess } | { kind: 'refused'; reason: string }
