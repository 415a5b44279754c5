import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** A message that failed for the last time, with what stopped it. */
export type DeadLetter = { messageId: string; body: string; cause: string; failedAt: string }

/** Where messages wait for a person. A redrive policy alone would move them there without a word of why. */
export type DeadLetters = { bury: (letter: DeadLetter) => Promise<void> }

/** SQS counts a message's attributes into its size; the log has the whole of it. */
const MAX_CAUSE_CHARS = 2_000

/** Characters that SQS, or an engine in its place, does not take in an attribute. */
function asciiText(text: string): string {
  return text.replace(
    /[^\t\n\r -~]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A dead-letter queue in SQS: the cause and the rest stand as attributes beside the message as it was. */
export function sqsDeadLetters(client: SQSClient, queueUrl: string, functionName: string): DeadLetters {
  const text = (value: string) => ({ DataType: 'String', StringValue: asciiText(value) })
  return {
    bury: async ({ messageId, body, cause, failedAt }) => {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: body,
          MessageAttributes: {
            cause: text(cause.slice(0, MAX_CAUSE_CHARS)),
            failedAt: text(failedAt),
            function: text(functionName),
            // By this id the function's log tells of the earlier attempts.
            messageId: text(messageId),
          },
        }),
      )
    },
  }
}
