import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { REDRIVEN } from '../../shared/runtime/batch.ts'

/** A message that waits for a person, as its queue handed it over. */
export type Letter = {
  messageId: string
  receipt: string
  body: string
  cause: string
  /** When it failed for the last time, or else when it was first sent. */
  atIso: string
}

const NO_CAUSE =
  'no cause was kept: its function ended before it could tell one (timeout, memory); see its log'
/** Long enough to list and move them all; a command that dies leaves them as they were. */
const HIDDEN_SECONDS = 300
/** SQS may answer nothing although there is something, more so from a short queue. */
const EMPTY_ANSWERS = 3

/** Receives every letter of a queue that was there before a time, each once; they stay hidden for five minutes. */
export async function takeLetters(client: SQSClient, queueUrl: string, beforeMs: number): Promise<Letter[]> {
  const letters = new Map<string, Letter>()
  for (let empty = 0; empty < EMPTY_ANSWERS; ) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      }),
    )
    const fresh = Messages.filter(({ Attributes }) => Number(Attributes?.SentTimestamp) < beforeMs)
    for (const letter of fresh.map(letterOf)) letters.set(letter.messageId, letter)
    empty = fresh.length === 0 ? empty + 1 : 0
  }
  return [...letters.values()]
}

function letterOf({ MessageId, ReceiptHandle, Body, MessageAttributes, Attributes }: Message): Letter {
  if (MessageId === undefined || ReceiptHandle === undefined || Body === undefined)
    throw new Error('a message without its id, its receipt or its body')
  const text = (name: string) => MessageAttributes?.[name]?.StringValue
  return {
    messageId: MessageId,
    receipt: ReceiptHandle,
    body: Body,
    cause: text('cause') ?? NO_CAUSE,
    atIso: text('failedAt') ?? new Date(Number(Attributes?.SentTimestamp)).toISOString(),
  }
}

/** Sends a letter to the queue it came from, marked as redriven, and only then takes it away: twice does no harm. */
export async function sendBack(
  client: SQSClient,
  { from, to, nowIso }: { from: string; to: string; nowIso: string },
  { body, receipt }: Letter,
): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: to,
      MessageBody: body,
      MessageAttributes: { [REDRIVEN]: { DataType: 'String', StringValue: nowIso } },
    }),
  )
  await takeAway(client, from, { receipt })
}

/** Takes a letter away for good. */
export async function takeAway(
  client: SQSClient,
  queueUrl: string,
  { receipt }: { receipt: string },
): Promise<void> {
  await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receipt }))
}

/** Shows letters again that were only looked at: in a second, for a local engine knows no sooner. */
export async function putBack(
  client: SQSClient,
  queueUrl: string,
  letters: readonly Letter[],
): Promise<void> {
  for (let start = 0; start < letters.length; start += 10) {
    const Entries = letters
      .slice(start, start + 10)
      .map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt, VisibilityTimeout: 1 }))
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }))
  }
}

const MAX_CAUSE_CHARS = 300

/** Causes may be whole documents (a schema's complaints come as JSON over many lines): a list needs their gist. */
function inOneLine(cause: string): string {
  const line = cause.replace(/\s+/g, ' ')
  return line.length > MAX_CAUSE_CHARS ? `${line.slice(0, MAX_CAUSE_CHARS)}…` : line
}

/** Letters by what stopped them, the most frequent cause first; ids and addresses tell letters apart, not causes. */
export function byCause(letters: readonly Letter[]): { cause: string; count: number; oldestIso: string }[] {
  const groups = new Map<string, Letter[]>()
  for (const letter of letters) {
    const kind = inOneLine(letter.cause).replace(/https?:\/\/\S+|\b[0-9a-z]{20,}\b/gi, '…')
    groups.set(kind, [...(groups.get(kind) ?? []), letter])
  }
  return [...groups]
    .map(([cause, own]) => ({
      cause,
      count: own.length,
      oldestIso: own.map(({ atIso }) => atIso).sort()[0] ?? '',
    }))
    .toSorted((one, other) => other.count - one.count)
}
