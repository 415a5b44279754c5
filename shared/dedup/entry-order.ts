import type { Article } from '../article.ts'
import { placeIn } from './seen-window.ts'

/** An entry as a poll of its source saw it. */
export type SeenEntry = { entryHash: string; seenAt: string; pollVersion?: number | undefined }

/** How far the polls of a source are saved: the version, and the fingerprints of entries seen, newest first. */
export type SavedState = { version: number; seen: Uint8Array }

/** How an entry stands to another of the same article and source. `unsettled`: the source's next state will tell. */
export type EntryOrder = 'earlier' | 'same' | 'later' | 'unsettled'

/** The entry that a revision was built from. */
export function entryOf(
  article: Pick<Article, 'entrySeenAt' | 'pollVersion'> & { hashes: { entry: string } },
): SeenEntry {
  const { hashes, entrySeenAt, pollVersion } = article
  return { entryHash: hashes.entry, seenAt: entrySeenAt, pollVersion }
}

function byTime(entry: SeenEntry, other: SeenEntry): EntryOrder {
  return entry.seenAt < other.seenAt ? 'earlier' : entry.seenAt > other.seenAt ? 'later' : 'same'
}

/**
 * Whether an entry was seen before or after another. Workers' clocks may be minutes apart, so the version decides
 * that its poll was to save: a poll of a greater version read what one of a smaller had saved. Of two polls made
 * from one version only one is saved, and its window has what it saw: what the window lacks is what the other
 * saw. Where it has both, they stood in one document, the newer above. Time decides only where no version can.
 *
 * `state` is the source's, read after both entries were known.
 */
export function orderOf(entry: SeenEntry, other: SeenEntry, state: SavedState): EntryOrder {
  const [own, others] = [entry.pollVersion, other.pollVersion]
  // Queued or recorded before versions were kept; or the state began anew, so that its versions say nothing.
  if (own === undefined || others === undefined || Math.max(own, others) > state.version + 1)
    return byTime(entry, other)
  if (own !== others) return own < others ? 'earlier' : 'later'
  if (entry.entryHash === other.entryHash) return 'same'
  if (own > state.version) return 'unsettled'
  const [place, othersPlace] = [placeIn(state.seen, entry.entryHash), placeIn(state.seen, other.entryHash)]
  if (place === undefined && othersPlace === undefined) return byTime(entry, other)
  if (place === undefined || othersPlace === undefined) return place === undefined ? 'earlier' : 'later'
  return place > othersPlace ? 'earlier' : 'later'
}
