import type { Article, RevisionReason } from '../article.ts'

/** What decides whether an article as it is now differs from its record. */
export type Candidate = Pick<
  Article,
  'sourceId' | 'entrySeenAt' | 'completeness' | 'headline' | 'summary' | 'publishedAt' | 'authors' | 'hashes'
>

/**
 * What becomes of an entry: a first revision, a next one, a note that another source carries the article too,
 * or nothing, because the record says all of it.
 */
export type Verdict =
  | { kind: 'create' }
  | { kind: 'revise'; revision: number; reason: RevisionReason }
  | { kind: 'sighting' }
  | { kind: 'known' }

function sameText(candidate: Candidate, latest: Article): boolean {
  if (candidate.hashes.text === latest.hashes.text) return true
  return candidate.hashes.core !== undefined && candidate.hashes.core === latest.hashes.core
}

/**
 * Judges a candidate against the latest revision of its article. Only the source that brought an article
 * revises it: two feeds that word one headline differently would otherwise revise it in turn for ever.
 */
export function judge(candidate: Candidate, latest: Article | undefined): Verdict {
  if (latest === undefined) return { kind: 'create' }
  if (candidate.sourceId !== latest.sourceId) {
    return { kind: latest.seenIn.includes(candidate.sourceId) ? 'known' : 'sighting' }
  }
  // Times of one clock, our own: the poll that saw the later state of the entry is right.
  if (candidate.entrySeenAt < latest.entrySeenAt) return { kind: 'known' }
  const revision = latest.revision + 1
  const isCompleted = latest.completeness === 'partial' && candidate.completeness === 'full'
  if (isCompleted) return { kind: 'revise', revision, reason: 'completed' }
  if (!sameText(candidate, latest)) return { kind: 'revise', revision, reason: 'content' }
  const metadata = (of: Candidate) => JSON.stringify([of.headline, of.summary, of.publishedAt, of.authors])
  return metadata(candidate) === metadata(latest)
    ? { kind: 'known' }
    : { kind: 'revise', revision, reason: 'metadata' }
}
