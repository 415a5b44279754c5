import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** Messages that were received and are not done: how long until they are shown again. */
export type HiddenMessages = { hide: (receiptHandle: string, seconds: number) => Promise<void> }

/** Those of an SQS queue, which hides a message for at most 12 hours. */
export function sqsHiddenMessages(client: SQSClient, queueUrl: string): HiddenMessages {
  return {
    hide: async (ReceiptHandle, VisibilityTimeout) => {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout }),
      )
    },
  }
}
