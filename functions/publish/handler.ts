import * as z from 'zod/mini'
import type { Announcement } from '../../shared/events.ts'
import { type BatchResponse, settleAll } from '../../shared/runtime/batch.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import type { Bus } from '../../shared/store/bus.ts'
import { toldBy } from '../../shared/store/sources.ts'
import { announcementOf, type Origin } from './announcements.ts'
import type { ArticleWatches } from './article-watches.ts'
import { committedChange, StreamEvent, type StreamRecord } from './committed-changes.ts'
import { sourceAnnouncementsOf } from './source-announcements.ts'

export type PublishDeps = { bus: Bus; origin: Origin; watchesOf: ArticleWatches; logger: Logger }

/**
 * Announces every committed revision, and what happened to sources. The tables' streams are the outbox: a row
 * without its event is a record that is still to come. Lambda resumes a stream at the first failed record, so
 * what came after it may be announced again, with the same id.
 */
export function makeHandler({ bus, origin, watchesOf, logger }: PublishDeps) {
  return async (event: unknown): Promise<BatchResponse> => {
    const { Records } = z.parse(StreamEvent, event)
    const readable = await readUpToFirstFailure(Records)
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

  async function readUpToFirstFailure(records: readonly StreamRecord[]) {
    const announcements: { sequenceNumber: string; announcement: Announcement }[] = []
    for (const end of await settleAll(records, announcementsOf)) {
      const sequenceNumber = end.item.dynamodb.SequenceNumber
      if (end.kind === 'failed') {
        logger.error('stream record not understood', end.cause, { sequenceNumber })
        return { announcements, failedAt: sequenceNumber }
      }
      announcements.push(...end.value.map(announcement => ({ sequenceNumber, announcement })))
    }
    return { announcements }
  }

  async function announcementsOf(record: StreamRecord): Promise<Announcement[]> {
    const told = toldBy(record.dynamodb.NewImage)
    if (told !== undefined) return sourceAnnouncementsOf(told, origin)
    const change = committedChange(record)
    if (change === undefined) return []
    return [announcementOf(change, origin, { watches: await watchesOf(change.article) })]
  }
}
