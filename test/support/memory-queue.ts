import { asciiJson, type Queue } from '../../shared/store/queue.ts'

/** A message as it lies in the queue: its body as it was sent, and what a reader makes of it. */
export type Sent<Message> = { body: string; message: Message; delaySeconds: number }
export type MemoryQueue<Message> = Queue<Message> & {
  /** Everything that was ever sent and not taken, in order. */
  sent: readonly Sent<Message>[]
  /** Empties the queue. */
  takeAll: () => Sent<Message>[]
}

const MAX_BODY_BYTES = 1_048_576
const MAX_DELAY_SECONDS = 900

/** A queue that forgets itself, with the limits of SQS. What JSON cannot carry does not arrive. */
export function memoryQueue<Message>(): MemoryQueue<Message> {
  const sent: Sent<Message>[] = []
  return {
    sent,
    takeAll: () => sent.splice(0),
    sendAll: async (messages, delaySeconds = 0) => {
      if (delaySeconds > MAX_DELAY_SECONDS)
        throw new Error(`SQS delays by 900 s at most, not ${delaySeconds}`)
      for (const body of messages.map(asciiJson)) {
        if (body.length > MAX_BODY_BYTES)
          throw new Error(`the queue refused a message of ${body.length} bytes`)
        sent.push({ body, message: JSON.parse(body), delaySeconds })
      }
    },
  }
}

/** What Lambda hands to a queue's worker; message ids are `message-1` and so on in the order given. */
export function queueEvent(bodies: readonly string[], receiveCount = 1) {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index + 1}`,
      receiptHandle: `receipt-${index + 1}`,
      body,
      attributes: { ApproximateReceiveCount: String(receiveCount) },
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue',
      awsRegion: 'us-east-1',
    })),
  }
}
