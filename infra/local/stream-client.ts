import * as z from 'zod/mini'
import { callEngine, EngineFault } from './aws-json.ts'

/** A change of a table. Only what the pump needs is looked at; the rest is handed on as it came. */
export const StreamRecord = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.optional(z.number()),
  }),
})
export type StreamRecord = z.infer<typeof StreamRecord>

const Description = z.object({
  StreamDescription: z.object({
    Shards: z._default(z.array(z.object({ ShardId: z.string() })), []),
    LastEvaluatedShardId: z.optional(z.string()),
  }),
})
const Iterator = z.object({ ShardIterator: z.string() })
const Page = z.object({
  Records: z._default(z.array(StreamRecord), []),
  NextShardIterator: z.optional(z.string()),
})

export type StreamPage = { records: StreamRecord[]; next: string | undefined }

export type StreamClient = {
  shardIds: () => Promise<string[]>
  /** Where to read on: after a sequence number, or from the oldest record that the stream still has. */
  iterator: (shardId: string, afterSequenceNumber: string | undefined) => Promise<string>
  read: (iterator: string, limit: number) => Promise<StreamPage>
}

/** A table's stream, by DynamoDB Streams' own protocol. */
export function streamClient(endpoint: string, streamArn: string): StreamClient {
  const call = (action: string, input: object) =>
    callEngine(endpoint, `DynamoDBStreams_20120810.${action}`, input)
  const iterator: StreamClient['iterator'] = async (ShardId, SequenceNumber) => {
    const place =
      SequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber }
    try {
      return z.parse(Iterator, await call('GetShardIterator', { StreamArn: streamArn, ShardId, ...place }))
        .ShardIterator
    } catch (error) {
      // After more than a day's pause the place itself may be gone; what the stream still has comes after it.
      const trimmed = error instanceof EngineFault && error.code === 'TrimmedDataAccessException'
      if (trimmed && SequenceNumber !== undefined) return iterator(ShardId, undefined)
      throw error
    }
  }
  return {
    shardIds: async () => {
      const ids: string[] = []
      let from: string | undefined
      do {
        const page = { StreamArn: streamArn, ...(from && { ExclusiveStartShardId: from }) }
        const { StreamDescription } = z.parse(Description, await call('DescribeStream', page))
        ids.push(...StreamDescription.Shards.map(({ ShardId }) => ShardId))
        from = StreamDescription.LastEvaluatedShardId
      } while (from !== undefined)
      return ids
    },
    iterator,
    read: async (ShardIterator, Limit) => {
      const { Records, NextShardIterator } = z.parse(Page, await call('GetRecords', { ShardIterator, Limit }))
      return { records: Records, next: NextShardIterator }
    },
  }
}
