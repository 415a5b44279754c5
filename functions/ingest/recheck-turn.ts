import type { Article } from '../../shared/article.ts'
import type { RecheckMessage } from '../../shared/messages.ts'
import { type Clock, isoTime } from '../../shared/runtime/clock.ts'
import { nextLookMs } from '../../shared/schedule/recheck.ts'
import type { Source } from '../../shared/source.ts'
import type { Rechecks } from '../../shared/store/rechecks.ts'

const SOON_MS = 900_000

export type PlanLookDeps = { rechecks: Pick<Rechecks, 'schedule'>; clock: Clock }

/** A turn to look at an article's page at a time. */
export function turnAt(
  dueMs: number,
  { sourceId, articleId }: Pick<Article, 'sourceId' | 'articleId'>,
): RecheckMessage {
  return { kind: 'recheck', sourceId, articleId, dueAt: isoTime(dueMs) }
}

/**
 * Plans the next look at an article's page, where its source asks for that. Safe to repeat: the same revision names
 * the same time. A record without its page has nothing to compare with.
 */
export async function planLook(
  article: Article,
  source: Source,
  { rechecks, clock }: PlanLookDeps,
): Promise<void> {
  const { url, completeness, sourceId } = article
  if (!source.recheck || sourceId !== source.id || url === undefined || completeness !== 'full') return
  const nowMs = clock.nowMs()
  // The dead letter of a row may come back after its last turn: its page is then looked at once.
  const dueMs = nextLookMs(article, nowMs) ?? nowMs + SOON_MS
  await rechecks.schedule(turnAt(dueMs, article))
}
