import * as z from 'zod'

/**
 * What Lambda lays down of stream records that it gave up: no record, only where in the stream it was, which the
 * stream forgets after 24 hours.
 */
const StreamLetter = z.object({
  DDBStreamBatchInfo: z.object({
    approximateArrivalOfFirstRecord: z.iso.datetime({ offset: true }),
    approximateArrivalOfLastRecord: z.iso.datetime({ offset: true }),
    batchSize: z.number(),
    streamArn: z.string(),
  }),
})

/** A row is recorded moments before its record arrives, but may learn up to an hour later whose copy it is. */
const BEFORE_MS = 3_600_000
const AFTER_MS = 60_000

/**
 * The table whose records a letter stands for, and the span in which its rows were recorded.
 * @throws when the letter is none of a stream
 */
export function spanOf(body: string): { table: string; fromIso: string; untilIso: string; records: number } {
  const { DDBStreamBatchInfo: info } = StreamLetter.parse(JSON.parse(body))
  return {
    table: /:table\/([^/]+)\//.exec(info.streamArn)?.[1] ?? info.streamArn,
    fromIso: new Date(Date.parse(info.approximateArrivalOfFirstRecord) - BEFORE_MS).toISOString(),
    untilIso: new Date(Date.parse(info.approximateArrivalOfLastRecord) + AFTER_MS).toISOString(),
    records: info.batchSize,
  }
}
