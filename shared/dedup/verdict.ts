import type { Article, ChangeKind, RevisionReason } from '../article.ts'
import { entryOf, orderOf, type SavedState } from './entry-order.ts'
import { compareRevisions, type Wording } from './revision.ts'
import { wordsOf } from './words.ts'

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

/** What a revision changes of the one before. */
export type Change = { kind: ChangeKind; fields: string[] }

/**
 * What becomes of an entry: a first revision, a next one, the first of another article at the same address, a note
 * that another source carries the article too, or nothing, because the record says all of it. `unsettled`: two
 * polls at once saw the article differently, and which of them is saved is still to come.
 */
export type Verdict =
  | { kind: 'create' }
  | { kind: 'revise'; reason: RevisionReason; change?: Change }
  | { kind: 'replace' }
  | { kind: 'sighting' }
  | { kind: 'known' }
  | { kind: 'unsettled' }

/**
 * Judges a candidate against the latest revision of its article, as far as that takes no comparison of what they
 * say. Only the source that brought an article revises it: two feeds that word one headline differently would
 * otherwise revise it in turn for ever. `state` is the source's, read after the latest revision.
 */
export function judge(
  candidate: Candidate,
  latest: Article | undefined,
  state: SavedState,
): Verdict | { kind: 'compare'; with: Article } {
  if (latest === undefined) return { kind: 'create' }
  if (candidate.sourceId !== latest.sourceId) {
    return { kind: latest.seenIn.includes(candidate.sourceId) ? 'known' : 'sighting' }
  }
  const order = orderOf(entryOf(candidate), entryOf(latest), state)
  if (order === 'earlier') return { kind: 'known' }
  if (order === 'unsettled') return { kind: 'unsettled' }
  const isCompleted = latest.completeness === 'partial' && candidate.completeness === 'full'
  return isCompleted ? { kind: 'revise', reason: 'completed' } : { kind: 'compare', with: latest }
}

/** Whether the hashes leave open if two texts differ in a word: then both texts must be compared. */
export function mayDifferInText({ hashes }: Candidate, latest: Article): boolean {
  // The same bytes may be read as another text: what is known of a source's furniture grows. That is no edit.
  if (hashes.raw === latest.hashes.raw || hashes.text === latest.hashes.text) return false
  return hashes.core === undefined || hashes.core !== latest.hashes.core
}

function sameWords(one: string | undefined, other: string | undefined): boolean {
  return wordsOf(one ?? '').join(' ') === wordsOf(other ?? '').join(' ')
}

function changedFields(candidate: Candidate, latest: Article): string[] {
  const isSame = {
    summary: sameWords(candidate.summary, latest.summary),
    publishedAt: candidate.publishedAt === latest.publishedAt,
    authors: sameWords(candidate.authors.join('; '), latest.authors.join('; ')),
  }
  return Object.entries(isSame).flatMap(([field, same]) => (same ? [] : [field]))
}

/**
 * Compares what a candidate says with what the latest revision said: a difference in furniture, typography or letter
 * case is none. `texts` are both texts where the hashes leave open if they differ.
 */
export function judgeWording(
  candidate: Candidate,
  latest: Article,
  texts: { before: string; after: string } = { before: '', after: '' },
): Verdict {
  const before: Wording = { title: latest.headline, text: texts.before }
  const { kind, isTitleChanged, isTextChanged } = compareRevisions(before, {
    title: candidate.headline,
    text: texts.after,
  })
  // Texts too short to be told apart by their words are no proof of another article.
  const areTelling = candidate.hashes.core !== undefined && latest.hashes.core !== undefined
  if (kind === 'replaced' && areTelling) return { kind: 'replace' }
  const fields = [
    ...(isTitleChanged ? ['headline'] : []),
    ...(isTextChanged ? ['text'] : []),
    ...changedFields(candidate, latest),
  ]
  if (fields.length === 0) return { kind: 'known' }
  const reason = isTextChanged ? 'content' : 'metadata'
  const isMaterial = kind === 'material' || kind === 'replaced'
  return { kind: 'revise', reason, change: { kind: isMaterial ? 'material' : 'minor', fields } }
}
