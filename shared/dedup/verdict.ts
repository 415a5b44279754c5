import type { Article, RevisionReason } from '../article.ts'
import { entryOf, orderOf, type SavedState } from './entry-order.ts'

/** What decides whether an article as it is now differs from its record. */
export type Candidate = Pick<
  Article,
  | 'sourceId'
  | 'entrySeenAt'
  | 'pollVersion'
  | 'completeness'
  | 'headline'
  | 'summary'
  | 'publishedAt'
  | 'authors'
  | 'hashes'
>

/**
 * What becomes of an entry: a first revision, a next one, a note that another source carries the article too,
 * or nothing, because the record says all of it. `unsettled`: two polls at once saw the article differently, and
 * which of them is saved is still to come.
 */
export type Verdict =
  | { kind: 'create' }
  | { kind: 'revise'; revision: number; reason: RevisionReason }
  | { kind: 'sighting' }
  | { kind: 'known' }
  | { kind: 'unsettled' }

function sameText(candidate: Candidate, latest: Article): boolean {
  if (candidate.hashes.text === latest.hashes.text) return true
  return candidate.hashes.core !== undefined && candidate.hashes.core === latest.hashes.core
}

/**
 * Judges a candidate against the latest revision of its article. Only the source that brought an article
 * revises it: two feeds that word one headline differently would otherwise revise it in turn for ever. `state` is
 * the source's, read after the latest revision.
 */
export function judge(candidate: Candidate, latest: Article | undefined, state: SavedState): Verdict {
  if (latest === undefined) return { kind: 'create' }
  if (candidate.sourceId !== latest.sourceId) {
    return { kind: latest.seenIn.includes(candidate.sourceId) ? 'known' : 'sighting' }
  }
  const order = orderOf(entryOf(candidate), entryOf(latest), state)
  if (order === 'earlier') return { kind: 'known' }
  if (order === 'unsettled') return { kind: 'unsettled' }
  const revision = latest.revision + 1
  const isCompleted = latest.completeness === 'partial' && candidate.completeness === 'full'
  if (isCompleted) return { kind: 'revise', revision, reason: 'completed' }
  if (!sameText(candidate, latest)) return { kind: 'revise', revision, reason: 'content' }
  const metadata = (of: Candidate) => JSON.stringify([of.headline, of.summary, of.publishedAt, of.authors])
  return metadata(candidate) === metadata(latest)
    ? { kind: 'known' }
    : { kind: 'revise', revision, reason: 'metadata' }
}
