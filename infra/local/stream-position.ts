import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'

const Saved = z.object({ streamArn: z.string(), shards: z.record(z.string(), z.string()) })

/** How far a stream has been worked off, shard by shard, kept on disk. */
export type StreamPosition = {
  of: (shardId: string) => string | undefined
  /** Returns when the position is on disk; a kill at any moment leaves the old one or the new one. */
  advance: (shardId: string, sequenceNumber: string) => void
}

/** Opens the position of a stream. A table made anew has a new stream, for which an old position means nothing. */
export function openStreamPosition(path: string, streamArn: string): StreamPosition {
  const saved = existsSync(path) ? z.parse(Saved, JSON.parse(readFileSync(path, 'utf8'))) : undefined
  const shards = saved?.streamArn === streamArn ? saved.shards : {}
  return {
    of: shardId => shards[shardId],
    advance: (shardId, sequenceNumber) => {
      shards[shardId] = sequenceNumber
      writeFileSync(`${path}.new`, JSON.stringify({ streamArn, shards }))
      renameSync(`${path}.new`, path)
    },
  }
}
