import type { Entry } from '../../shared/feed/model.ts'
import type { SourceState } from '../../shared/source-state.ts'

/** Fewer entries than these say nothing: a document of one or two turns over whole with every release. */
const TELLING_ENTRIES = 5

/**
 * Whether a document has nothing in common with what was seen, so that releases in between may have come and
 * gone. Entries that were all edited at once (a feed that changes its layout) are told apart by their dates: a
 * document that reaches back to before the last news holds what came in between.
 */
export function hasGap(
  entries: readonly Entry[],
  unseen: readonly Entry[],
  { seen, pace }: Pick<SourceState, 'seen' | 'pace'>,
): boolean {
  if (seen.length === 0 || entries.length < TELLING_ENTRIES || unseen.length < entries.length) return false
  const lastNewMs = Date.parse(pace.lastNewAt ?? '')
  return !entries.some(({ publishedAt }) => publishedAt !== undefined && latestMs(publishedAt) < lastNewMs)
}

/** The last moment that a publisher's time can mean: a day without a time may be any part of it. */
function latestMs(publishedAt: string): number {
  return Date.parse(publishedAt) + (publishedAt.includes('T') ? 0 : 86_400_000)
}
