import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { type Clock, systemClock } from '../runtime/clock.ts'
import { pauseAfter } from './pause.ts'

/** Where bytes lie: content-addressed, so writing the same object twice changes nothing. */
export type Archive = {
  put: (object: { key: string; bytes: Uint8Array; contentType: string }) => Promise<void>
  /** The object's bytes, or a range of them; undefined when there is no such object. */
  read: (key: string, range?: { offset: number; length: number }) => Promise<Uint8Array | undefined>
}

const MAX_ATTEMPTS = 4

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
}

/**
 * The archive in an S3 bucket.
 * @throws what the client throws for anything but "already there" and "not there"; two writers of one key at once
 * (409) only after four attempts.
 */
export function s3Archive(client: S3Client, bucket: string, clock: Clock = systemClock): Archive {
  async function put(object: Parameters<Archive['put']>[0], attempt = 1): Promise<void> {
    const { key, bytes, contentType } = object
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          IfNoneMatch: '*',
        }),
      )
    } catch (error) {
      const status = statusOf(error)
      // The key exists: with content-addressed keys that is the same bytes, perhaps put by the client's own first try.
      if (status === 412) return
      // S3 asks to try again; whoever was quicker has the key by then.
      if (status !== 409 || attempt === MAX_ATTEMPTS)
        throw new Error(`could not archive ${key}`, { cause: error })
      await pauseAfter(attempt, clock)
      await put(object, attempt + 1)
    }
  }

  return {
    put: object => put(object),
    read: async (key, range) => {
      try {
        const found = await client.send(
          new GetObjectCommand({
            Bucket: bucket,
            Key: key,
            Range: range && `bytes=${range.offset}-${range.offset + range.length - 1}`,
          }),
        )
        return await found.Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw new Error(`could not read ${key} from the archive`, { cause: error })
      }
    },
  }
}
