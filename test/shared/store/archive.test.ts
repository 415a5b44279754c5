import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { s3Archive } from '../../../shared/store/archive.ts'

const s3 = mockClient(S3Client)
const archive = s3Archive(new S3Client({ region: 'us-east-1' }), 'archive-bucket')
const object = { key: 'text/ab.txt', bytes: Buffer.from('Ferry'), contentType: 'text/plain; charset=utf-8' }

beforeEach(() => s3.reset())

function answered(httpStatusCode: number, name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode } })
}

test('puts an object only where none lies yet', async () => {
  s3.on(PutObjectCommand).resolves({})
  await archive.put(object)
  expect(s3.commandCalls(PutObjectCommand).map(call => call.args[0].input)).toEqual([
    {
      Bucket: 'archive-bucket',
      Key: 'text/ab.txt',
      Body: object.bytes,
      ContentType: 'text/plain; charset=utf-8',
      IfNoneMatch: '*',
    },
  ])
})

test('an object that lies there already was put before: 412 is success', async () => {
  s3.on(PutObjectCommand).rejects(answered(412, 'PreconditionFailed'))
  await expect(archive.put(object)).resolves.toBeUndefined()
})

test('two writers of one key at once, 409: the put is tried again, four times at most', async () => {
  const conflict = answered(409, 'ConditionalRequestConflict')
  s3.on(PutObjectCommand)
    .rejectsOnce(conflict)
    .rejectsOnce(conflict)
    .rejects(answered(412, 'PreconditionFailed'))
  await expect(archive.put(object)).resolves.toBeUndefined()
  expect(s3.commandCalls(PutObjectCommand)).toHaveLength(3)
  s3.reset()
  s3.on(PutObjectCommand).rejects(conflict)
  await expect(archive.put(object)).rejects.toMatchObject({ cause: conflict })
  expect(s3.commandCalls(PutObjectCommand)).toHaveLength(4)
})

test('every other refusal throws with the key and the cause', async () => {
  for (const refusal of [answered(403, 'AccessDenied'), answered(503, 'SlowDown')]) {
    s3.on(PutObjectCommand).rejects(refusal)
    await expect(archive.put(object)).rejects.toMatchObject({
      message: expect.stringContaining('text/ab.txt'),
      cause: refusal,
    })
  }
})

test('a range is asked for by its first and its last byte', async () => {
  s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'gone', $metadata: {} }))
  await archive.read('raw/ab.warc.gz', { offset: 100, length: 50 })
  await archive.read('raw/ab.warc.gz')
  expect(s3.commandCalls(GetObjectCommand).map(call => call.args[0].input)).toEqual([
    { Bucket: 'archive-bucket', Key: 'raw/ab.warc.gz', Range: 'bytes=100-149' },
    { Bucket: 'archive-bucket', Key: 'raw/ab.warc.gz', Range: undefined },
  ])
})

test('only NoSuchKey means that nothing lies there; a refusal throws with the key and the cause', async () => {
  s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'gone', $metadata: {} }))
  expect(await archive.read('text/ab.txt')).toBeUndefined()
  const refusal = answered(403, 'AccessDenied')
  s3.on(GetObjectCommand).rejects(refusal)
  await expect(archive.read('text/ab.txt')).rejects.toMatchObject({
    message: expect.stringContaining('text/ab.txt'),
    cause: refusal,
  })
})
