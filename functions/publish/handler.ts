import * as z from 'zod/mini'
import type { Announcement } from '../../shared/events.ts'
import { type BatchResponse, settleAll } from '../../shared/runtime/batch.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { Bus } from '../../shared/store/bus.ts'
import { toldBy } from '../../shared/store/sources.ts'
import { announceBatch } from './announce-batch.ts'
import { announcementOf, type Origin } from './announcements.ts'
import type { ArticleWatches } from './article-watches.ts'
import { committedChange, StreamEvent, type StreamRecord } from './committed-changes.ts'
import { showInLists } from './show-in-lists.ts'
import { sourceAnnouncementsOf } from './source-announcements.ts'

export type PublishDeps = {
  articles: Pick<Articles, 'pointToLatest'>
  bus: Bus
  origin: Origin
  watchesOf: ArticleWatches
  logger: Logger
}

/**
 * Does what follows from every committed revision: lists show it, and then the bus hears of it, so that who is
 * told finds it there; and announces what happened to sources. The tables' streams are the outbox: what was not
 * done yet is a record that is still to come. Lambda resumes a stream at the first failed record, so what came
 * after it may be done again: announced with the same id.
 */
export function makeHandler({ articles, bus, origin, watchesOf, logger }: PublishDeps) {
  return async (event: unknown): Promise<BatchResponse> => {
    const { Records } = z.parse(StreamEvent, event)
    const composed = await settleAll(Records, announcementsOf)
    const announced = await announceBatch(composed, bus)

    for (const end of announced) {
      const { SequenceNumber: sequenceNumber } = end.item.dynamodb
      if (end.kind === 'failed') logger.error('stream record failed', end.cause, { sequenceNumber })
      else
        for (const { detailType, event } of end.value)
          logger.progress({ progress: 'announced', id: event.id, detailType })
    }
    const failure = announced.find(({ kind }) => kind === 'failed')
    return { batchItemFailures: failure ? [{ itemIdentifier: failure.item.dynamodb.SequenceNumber }] : [] }
  }

  async function announcementsOf(record: StreamRecord): Promise<Announcement[]> {
    const told = toldBy(record.dynamodb.NewImage)
    if (told !== undefined) return sourceAnnouncementsOf(told, origin)
    const change = committedChange(record)
    if (change === undefined) return []
    await showInLists(change, articles)
    return [announcementOf(change, origin, { watches: await watchesOf(change.article) })]
  }
}
