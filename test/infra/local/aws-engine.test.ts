import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { type AwsEngine, startAwsEngine } from '../../../infra/local/aws-engine.ts'
import { queueUrl } from '../../../infra/local/names.ts'
import { queueClient } from '../../../infra/local/queue-client.ts'
import { scratchFolder } from './scratch.ts'

const deadArn = 'arn:aws:sqs:us-east-1:000000000000:dead'

async function queueIn(engine: AwsEngine, name = 'work') {
  engine.ensureQueue({ name: 'dead' })
  engine.ensureQueue({
    name: 'work',
    VisibilityTimeout: 600,
    RedrivePolicy: { deadLetterTargetArn: deadArn, maxReceiveCount: 1 },
  })
  return queueClient(engine.endpoint, queueUrl(engine.endpoint, name))
}

const request = { max: 10, waitSeconds: 0, signal: new AbortController().signal }

test('a message that was being worked on when the process died is visible at once, its receive uncounted', async () => {
  const path = await scratchFolder()
  const before = await startAwsEngine(path)
  const queue = await queueIn(before)
  await queue.sendJson({ a: '🐝' })
  expect(await queue.receive(request)).toHaveLength(1)
  expect(await queue.receive(request)).toHaveLength(0)
  await before.close()

  const after = await startAwsEngine(path)
  const [message] = await (await queueIn(after)).receive(request)
  expect(message).toMatchObject({
    Body: '{"a":"\\ud83d\\udc1d"}',
    Attributes: { ApproximateReceiveCount: '1' },
  })
  await after.close()
})

test('a message that keeps failing goes to the dead letters', async () => {
  const engine = await startAwsEngine(await scratchFolder())
  const queue = await queueIn(engine)
  await queue.sendJson('bad')
  for (const message of await queue.receive(request)) await queue.showAgainIn(message, 0)
  expect(await queue.pending()).toBe(1)
  expect(await queue.receive({ ...request, waitSeconds: 2 })).toEqual([])
  const dead = await queueIn(engine, 'dead')
  expect(await dead.receive(request)).toMatchObject([{ Body: '"bad"' }])
  await engine.close()
}, 15_000)

test('deletes a whole batch, however long', async () => {
  const engine = await startAwsEngine(await scratchFolder())
  const queue = await queueIn(engine)
  for (let count = 0; count < 12; count += 1) await queue.sendJson(count)
  const messages = [...(await queue.receive(request)), ...(await queue.receive(request))]
  expect(messages).toHaveLength(12)
  await queue.remove(messages)
  expect(await queue.pending()).toBe(0)
  await engine.close()
})

test('keeps large objects with their description over a restart', async () => {
  const path = await scratchFolder()
  const client = (endpoint: string) =>
    new S3Client({
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    })
  const Body = Buffer.alloc(13 * 1024 * 1024, 'x')
  const before = await startAwsEngine(path)
  before.ensureBucket('archive')
  await client(before.endpoint).send(
    new PutObjectCommand({ Bucket: 'archive', Key: 'raw/é.warc', Body, ContentType: 'application/warc' }),
  )
  await before.close()

  const after = await startAwsEngine(path)
  after.ensureBucket('archive')
  const found = await client(after.endpoint).send(
    new GetObjectCommand({ Bucket: 'archive', Key: 'raw/é.warc', Range: 'bytes=5-9' }),
  )
  expect(found.ContentType).toBe('application/warc')
  expect(await found.Body?.transformToString()).toBe('xxxxx')
  await after.close()
}, 20_000)

test('carries an event from a topic to the queue that is subscribed to it', async () => {
  const engine = await startAwsEngine(await scratchFolder())
  const queue = await queueIn(engine)
  const TopicArn = 'arn:aws:sns:us-east-1:000000000000:articles'
  engine.ensureTopic('articles')
  engine.ensureSubscription({
    TopicArn,
    Protocol: 'sqs',
    Endpoint: 'arn:aws:sqs:us-east-1:000000000000:work',
  })
  await engine.publish(TopicArn, '{"id":"a#1"}')
  const [message] = await queue.receive(request)
  expect(JSON.parse(message?.Body ?? '{}')).toMatchObject({ Message: '{"id":"a#1"}' })
  await expect(engine.publish(`${TopicArn}-not`, 'x')).rejects.toThrow('refused an event')
  await engine.close()
})

test('listens on loopback only', async () => {
  const engine = await startAwsEngine(await scratchFolder())
  expect(engine.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await engine.close()
})
