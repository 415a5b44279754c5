import * as z from 'zod/mini'
import type { BatchResponse } from '../../shared/runtime/batch.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import type { Bus } from '../../shared/store/bus.ts'
import { announcementOf, type Origin } from './announcements.ts'
import { committedChange, StreamEvent, type StreamRecord } from './committed-changes.ts'

export type PublishDeps = { bus: Bus; origin: Origin; logger: Logger }

/**
 * Announces every committed revision. The table's stream is the outbox: a row without its event is a record
 * that is still to come. Lambda resumes a stream at the first failed record, so what came after it may be
 * announced again, with the same id.
 */
export function makeHandler({ bus, origin, logger }: PublishDeps) {
  return async (event: unknown): Promise<BatchResponse> => {
    const { Records } = z.parse(StreamEvent, event)
    const readable = readUpToFirstFailure(Records)
    const outcomes = await bus.announceAll(readable.announcements.map(({ announcement }) => announcement))

    const refused = readable.announcements.flatMap(({ sequenceNumber, announcement }, index) => {
      const outcome = outcomes[index]
      const { detailType, event: announced } = announcement
      if (outcome?.kind === 'announced') {
        logger.progress({ progress: 'announced', id: announced.id, detailType })
        return []
      }
      const reason = outcome?.reason ?? 'the bus gave no answer'
      logger.error('event refused', new Error(reason), { eventId: announced.id, sequenceNumber })
      return [sequenceNumber]
    })
    const resumeAt = refused[0] ?? readable.failedAt
    return { batchItemFailures: resumeAt === undefined ? [] : [{ itemIdentifier: resumeAt }] }
  }

  function readUpToFirstFailure(records: readonly StreamRecord[]) {
    const announcements: { sequenceNumber: string; announcement: ReturnType<typeof announcementOf> }[] = []
    for (const record of records) {
      const sequenceNumber = record.dynamodb.SequenceNumber
      try {
        const change = committedChange(record)
        if (change !== undefined)
          announcements.push({ sequenceNumber, announcement: announcementOf(change, origin) })
      } catch (error) {
        logger.error('stream record not understood', error, { sequenceNumber })
        return { announcements, failedAt: sequenceNumber }
      }
    }
    return { announcements }
  }
}
