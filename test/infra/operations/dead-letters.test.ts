import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { byCause, putBack, sendBack, takeLetters } from '../../../infra/operations/dead-letters.ts'
import { spanOf } from '../../../infra/operations/stream-letters.ts'
import { sqsDeadLetters } from '../../../shared/store/dead-letters.ts'
import { sqsQueue } from '../../../shared/store/queue.ts'
import { useQueuesAndBuckets } from '../../support/engines.ts'

const { newQueue } = useQueuesAndBuckets()
const SOON = Date.now() + 3_600_000
const failedAt = '2026-11-21T09:00:00.000Z'
const letter = (number: number, cause: string) => ({
  messageId: `m${number}`,
  body: `{"number":${number}}`,
  cause,
  failedAt,
})

async function received(client: SQSClient, QueueUrl: string) {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
  )
  return Messages.map(({ Body, MessageAttributes = {} }) => ({
    Body,
    attributes: Object.keys(MessageAttributes),
  }))
}

test('every letter is listed with its cause, however many there are, and stays when it was only looked at', async () => {
  const { client, url } = newQueue()
  const dead = sqsDeadLetters(client, url, 'ingest')
  for (let number = 0; number < 23; number += 1)
    await dead.bury(letter(number, `Error: no page\u0000 for Երևան`))
  await sqsQueue(client, url).sendAll([{ number: 23 }])
  const letters = await takeLetters(client, url, SOON)
  expect(new Set(letters.map(({ body }) => body)).size).toBe(24)
  expect(letters).toContainEqual(
    expect.objectContaining({
      cause: 'Error: no page\\u0000 for \\u0535\\u0580\\u0587\\u0561\\u0576',
      atIso: failedAt,
    }),
  )
  expect(letters.filter(({ cause }) => cause.startsWith('no cause was kept'))).toHaveLength(1)
  await putBack(client, url, letters)
  expect(await takeLetters(client, url, SOON)).toHaveLength(24)
}, 30_000)

test('a letter goes back to its queue as it was, marked as redriven, and leaves the dead ones', async () => {
  const { client, url } = newQueue()
  const alive = newQueue()
  await sqsDeadLetters(client, url, 'poll').bury(letter(1, 'Error: throttled'))
  const [own] = await takeLetters(client, url, SOON)
  if (own === undefined) throw new Error('there is no letter')
  await sendBack(client, { from: url, to: alive.url, nowIso: failedAt }, own)
  expect(await received(alive.client, alive.url)).toEqual([
    { Body: '{"number":1}', attributes: ['redriven'] },
  ])
  expect(await takeLetters(client, url, SOON)).toEqual([])
}, 30_000)

test('letters that die while others are redriven wait for the next time', async () => {
  const { client, url } = newQueue()
  await sqsDeadLetters(client, url, 'poll').bury(letter(1, 'Error: throttled'))
  expect(await takeLetters(client, url, Date.now() - 60_000)).toEqual([])
}, 30_000)

test('one cause is one line, whatever article or address it happened to', () => {
  const at = (hour: number) => `2026-11-21T0${hour}:00:00.000Z`
  const letters = [
    { cause: 'Error: could not archive text/9f2c4e8a1b7d3f5061728394a5b6c7d8.txt', atIso: at(3) },
    { cause: 'SyntaxError: Unexpected token', atIso: at(1) },
    { cause: 'Error: could not archive text/0123456789abcdef0123456789abcdef.txt', atIso: at(2) },
  ].map((one, index) => ({ ...one, messageId: String(index), receipt: '', body: '' }))
  expect(byCause(letters)).toEqual([
    { cause: 'Error: could not archive text/….txt', count: 2, oldestIso: at(2) },
    { cause: 'SyntaxError: Unexpected token', count: 1, oldestIso: at(1) },
  ])
})

test('a letter of the stream stands for a table and a span, with room for what was linked later', () => {
  const body = JSON.stringify({
    requestContext: { condition: 'RetryAttemptsExhausted' },
    DDBStreamBatchInfo: {
      shardId: 'shardId-1',
      approximateArrivalOfFirstRecord: '2026-11-21T09:00:00Z',
      approximateArrivalOfLastRecord: '2026-11-21T09:10:00Z',
      batchSize: 7,
      streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Articles/stream/2026-11-01T00:00:00.000',
    },
  })
  expect(spanOf(body)).toEqual({
    table: 'Articles',
    fromIso: '2026-11-21T08:00:00.000Z',
    untilIso: '2026-11-21T09:11:00.000Z',
    records: 7,
  })
  expect(() => spanOf('{"entry":{}}')).toThrow()
})
