import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, test } from 'vitest'
import { asciiJson, inBatches, sqsQueue } from '../../../shared/store/queue.ts'

const sqs = mockClient(SQSClient)
const queue = sqsQueue<unknown>(new SQSClient({ region: 'us-east-1' }), 'https://queue.example/entries')

beforeEach(() => sqs.reset())

const sentBodies = () =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(call => (call.args[0].input.Entries ?? []).map(({ MessageBody }) => MessageBody))
const failure = (Id: string, SenderFault: boolean) => ({ Id, SenderFault, Code: 'InternalError' })

describe('a batch', () => {
  test('holds ten messages at most, in order', () => {
    const bodies = Array.from({ length: 25 }, (_, index) => String(index))
    const batches = inBatches(bodies)
    expect(batches.map(({ length }) => length)).toEqual([10, 10, 5])
    expect(batches.flat()).toEqual(bodies)
  })

  test('holds 250,000 bytes at most, and a larger message travels alone', () => {
    const [small, large, huge] = ['s'.repeat(1_000), 'l'.repeat(249_000), 'h'.repeat(300_000)]
    expect(inBatches([small, large, small, huge, small])).toEqual([[small, large], [small], [huge], [small]])
  })

  test('of nothing is none', () => {
    expect(inBatches([])).toEqual([])
  })
})

test('a body is ASCII whatever it says, and says it still', () => {
  const message = { text: '⛴️ Паром 渡轮 "\n\u007f\ud83d' }
  const body = asciiJson(message)
  expect(body).toMatch(/^[ -~]+$/)
  expect(JSON.parse(body)).toEqual(message)
})

test('messages are sent with the delay asked for', async () => {
  sqs.on(SendMessageBatchCommand).resolves({})
  await queue.sendAll([{ a: 1 }, { b: 2 }], 60)
  expect(sqs.commandCalls(SendMessageBatchCommand).map(call => call.args[0].input)).toEqual([
    {
      QueueUrl: 'https://queue.example/entries',
      Entries: [
        { Id: '0', MessageBody: '{"a":1}', DelaySeconds: 60 },
        { Id: '1', MessageBody: '{"b":2}', DelaySeconds: 60 },
      ],
    },
  ])
})

test('messages that alone failed are sent again alone', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce({ Failed: [failure('1', false), failure('2', true)] })
    .resolvesOnce({ Failed: [failure('2', false)] })
    .resolvesOnce({ Failed: [] })
  await queue.sendAll(['a', 'b', 'c'])
  expect(sentBodies()).toEqual([['"a"', '"b"', '"c"'], ['"b"', '"c"'], ['"c"']])
})

test('a message that fails four times is told, and the batches after it are not sent', async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Failed: [failure('3', false)] })
  const messages = Array.from({ length: 12 }, (_, index) => index)
  await expect(queue.sendAll(messages)).rejects.toThrow('refused 1 of 10 messages: InternalError')
  expect(sentBodies().slice(1)).toEqual([['3'], ['3'], ['3']])
})

test('a message that the queue calls faulty is not sent again', async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Failed: [failure('0', true)] })
  await expect(queue.sendAll(['a'])).rejects.toThrow('refused 1 of 1')
  expect(sentBodies()).toHaveLength(1)
})
