import * as z from 'zod/mini'
import { callEngine } from './aws-json.ts'
import { nameInArn, queueUrl } from './names.ts'

const Received = z.object({
  Messages: z._default(
    z.array(
      z.object({
        MessageId: z.string(),
        ReceiptHandle: z.string(),
        Body: z.string(),
        MD5OfBody: z.string(),
        Attributes: z._default(z.record(z.string(), z.string()), {}),
        MessageAttributes: z._default(z.record(z.string(), z.looseObject({ DataType: z.string() })), {}),
      }),
    ),
    [],
  ),
})
export type QueueMessage = z.infer<typeof Received>['Messages'][number]

const Depth = z.object({
  Attributes: z.object({
    ApproximateNumberOfMessages: z.coerce.number(),
    ApproximateNumberOfMessagesNotVisible: z.coerce.number(),
  }),
})
const Deleted = z.object({
  Failed: z._default(z.array(z.object({ Id: z.string(), Code: z.optional(z.string()) })), []),
})

export type QueueClient = {
  /** At most 10 messages; waits up to 20 seconds for the first. */
  receive: (request: { max: number; waitSeconds: number; signal: AbortSignal }) => Promise<QueueMessage[]>
  remove: (messages: readonly QueueMessage[]) => Promise<void>
  /** Hides a received message for so many seconds, at least one: the engine cannot show it again at once. */
  showAgainIn: (message: QueueMessage, seconds: number) => Promise<void>
  sendJson: (value: unknown) => Promise<void>
  /** Messages that are waiting or being worked on, without those whose delay is not over. */
  pending: () => Promise<number>
}

/** A queue of the local engine, by SQS's own protocol. */
export function queueClient(endpoint: string, queueUrl: string): QueueClient {
  const call = (action: string, input: object, signal?: AbortSignal) =>
    callEngine(endpoint, `AmazonSQS.${action}`, { QueueUrl: queueUrl, ...input }, signal)
  return {
    receive: async ({ max, waitSeconds, signal }) => {
      const request = {
        MaxNumberOfMessages: Math.min(max, 10),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }
      return z.parse(Received, await call('ReceiveMessage', request, signal)).Messages
    },
    remove: async messages => {
      for (let start = 0; start < messages.length; start += 10) {
        const entries = messages.slice(start, start + 10)
        const Entries = entries.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }))
        const { Failed } = z.parse(Deleted, await call('DeleteMessageBatch', { Entries }))
        if (Failed[0] !== undefined)
          throw new Error(`${Failed.length} finished messages stay in the queue: ${Failed[0].Code}`)
      }
    },
    showAgainIn: async ({ ReceiptHandle }, seconds) => {
      await call('ChangeMessageVisibility', { ReceiptHandle, VisibilityTimeout: Math.max(1, seconds) })
    },
    sendJson: async value => {
      await call('SendMessage', { MessageBody: asciiJson(value) })
    },
    pending: async () => {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible']
      const { Attributes } = z.parse(Depth, await call('GetQueueAttributes', { AttributeNames }))
      return Attributes.ApproximateNumberOfMessages + Attributes.ApproximateNumberOfMessagesNotVisible
    },
  }
}

/** The queue of an ARN. */
export function queueOf(endpoint: string, arn: string): QueueClient {
  return queueClient(endpoint, queueUrl(endpoint, nameInArn(arn)))
}

/** The engine refuses characters beyond the BMP in a body, which SQS takes. */
function asciiJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped)
}
