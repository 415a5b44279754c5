import type { Clock } from '../../shared/runtime/clock.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { ArticleLists } from '../../shared/store/article-lists.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { Sources } from '../../shared/store/sources.ts'

/** What answering takes: it only ever reads. */
export type QueryDeps = {
  articles: Pick<Articles, 'revisions'>
  lists: ArticleLists
  archive: Pick<Archive, 'read'>
  sources: Pick<Sources, 'read' | 'schedules'>
  clock: Pick<Clock, 'nowMs'>
  logger: Logger
}
