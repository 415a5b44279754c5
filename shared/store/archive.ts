import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'

/** Where bytes lie: content-addressed, so writing the same object twice changes nothing. */
export type Archive = {
  put: (object: { key: string; bytes: Uint8Array; contentType: string }) => Promise<void>
  /** The object's bytes, or a range of them; undefined when there is no such object. */
  read: (key: string, range?: { offset: number; length: number }) => Promise<Uint8Array | undefined>
}

/** S3 answers 412 to If-None-Match: * when the key exists: with content-addressed keys that is the same bytes. */
function isAlreadyThere(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412
}

/**
 * The archive in an S3 bucket.
 * @throws what the client throws for anything but "already there" and "not there"; a 409 (two writers of one
 * key at once) is among them and is repaired by the retry of the message.
 */
export function s3Archive(client: S3Client, bucket: string): Archive {
  return {
    put: async ({ key, bytes, contentType }) => {
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
        if (!isAlreadyThere(error)) throw new Error(`could not archive ${key}`, { cause: error })
      }
    },
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
