import type { ArticleStreamRecord } from '../support/stream-records.ts'
import type { End } from './invocations.ts'
import { failedIds } from './queue-ground.ts'
import type { Timeline } from './timeline.ts'

export type StreamGround = {
  add: (record: ArticleStreamRecord) => void
  /** Records that were given up after eleven attempts. */
  givenUp: readonly ArticleStreamRecord[]
}

const BATCH = 5
const RETRIES = 10
const RETRY_AFTER_MS = 500

type Part = { records: ArticleStreamRecord[]; attempts: number }

/** The stack's filter: new rows, and rows that learn whose copy they are. */
function isWanted({ eventName, dynamodb: { OldImage, NewImage } }: ArticleStreamRecord): boolean {
  const isLinked = OldImage?.duplicateOf === undefined && NewImage?.duplicateOf !== undefined
  return eventName === 'INSERT' || (eventName === 'MODIFY' && isLinked)
}

/**
 * A shard of the table's stream and Lambda's poller of it: in order, resumed at the first record that failed,
 * in halves after a batch that failed as a whole.
 */
export function streamGround(
  timeline: Timeline,
  start: (records: ArticleStreamRecord[], ended: (end: End) => void) => Promise<void>,
): StreamGround {
  const givenUp: ArticleStreamRecord[] = []
  let fresh: ArticleStreamRecord[] = []
  let parts: Part[] = []
  let isBusy = false

  async function deliver(): Promise<void> {
    if (isBusy) return
    if (parts.length === 0) {
      const records = fresh.splice(0, BATCH)
      if (records.length > 0) parts = [{ records, attempts: 0 }]
    }
    const part = parts.shift()
    if (part === undefined) return
    isBusy = true
    await start(part.records, end => {
      isBusy = false
      parts = [...retried(part, end), ...parts]
      timeline.at(timeline.nowMs() + RETRY_AFTER_MS, deliver)
    })
  }

  function retried({ records, attempts }: Part, end: End): Part[] {
    const failed = end.kind === 'answered' ? failedIds(end.answer) : undefined
    const resumeAt = records.findIndex(({ dynamodb }) => failed?.includes(dynamodb.SequenceNumber))
    if (failed !== undefined && resumeAt < 0) return []
    const left = records.slice(Math.max(resumeAt, 0))
    if (attempts >= RETRIES) {
      givenUp.push(...left)
      return []
    }
    const half = Math.ceil(left.length / 2)
    return [left.slice(0, half), left.slice(half)].flatMap(part =>
      part.length > 0 ? [{ records: part, attempts: attempts + 1 }] : [],
    )
  }

  return {
    givenUp,
    add: record => {
      if (!isWanted(record)) return
      fresh = [...fresh, record]
      timeline.at(timeline.nowMs() + RETRY_AFTER_MS, deliver)
    },
  }
}
