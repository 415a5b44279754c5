import type { Article } from '../../shared/article.ts'
import { isoTime } from '../../shared/runtime/clock.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { HashStore } from '../../shared/store/hashes.ts'
import { type ArchiveDeps, archiveBatch } from './archive-batch.ts'
import type { Draft } from './compose-draft.ts'
import type { OpenRecheck } from './recheck-open.ts'
import type { Seen } from './recheck-page.ts'

export type RecordSightDeps = ArchiveDeps & {
  articles: Pick<Articles, 'insert'>
  hashes: Pick<HashStore, 'claim'>
}

type Says = Omit<Article, 'revision' | 'changedAt' | 'seenIn' | 'firstSeenAt'>

/** The revision that follows the latest; what it says is given. Who else carries the article, its head knows. */
function followingOf({ revision, firstSeenAt, sourceId }: Article, says: Says, nowMs: number): Article {
  return { ...says, revision: revision + 1, seenIn: [sourceId], firstSeenAt, changedAt: isoTime(nowMs) }
}

/** Text and evidence stay: what was published once is what was withdrawn. */
function withdrawnOf(latest: Article, reason: string, nowMs: number): Article {
  const { change: _, ...says } = latest
  const extraction = { ...latest.extraction, note: reason }
  return followingOf(latest, { ...says, revisionReason: 'withdrawn', extraction }, nowMs)
}

async function shownOf(
  latest: Article,
  { draft, change }: Extract<Seen, { kind: 'shown' }>,
  deps: ArchiveDeps,
  nowMs: number,
): Promise<Article> {
  const { article, evidence } = await archived(draft, deps)
  const { duplicateOf } = latest
  const says: Says = {
    ...article,
    ...(change !== undefined && { change }),
    ...(duplicateOf !== undefined && { duplicateOf }),
    evidence,
    revisionReason: latest.revisionReason === 'withdrawn' ? 'restored' : 'content',
  }
  return followingOf(latest, says, nowMs)
}

async function archived(draft: Draft, deps: ArchiveDeps) {
  const [end] = await archiveBatch([{ kind: 'done', item: draft, value: draft }], deps)
  if (end?.kind !== 'done') throw new Error('the page could not be archived', { cause: end?.cause })
  if (!('evidence' in end.value)) throw new Error('the archive gave no evidence')
  return end.value
}

/** The exact hash of a text, after the row that has it. Safe to repeat. */
export async function claimText(
  { articleId, duplicateOf, hashes }: Article,
  store: Pick<HashStore, 'claim'>,
): Promise<void> {
  if (hashes.core !== undefined) await store.claim(hashes.core, articleId, duplicateOf ?? articleId)
}

/**
 * Records what two looks saw: archive, then the row, then what points to it. Of two that record one sight one
 * succeeds.
 * @returns the revision; undefined when somebody else revised the article meanwhile.
 */
export async function recordSight(
  { latest }: OpenRecheck,
  seen: Extract<Seen, { kind: 'gone' | 'shown' }>,
  deps: RecordSightDeps,
  nowMs: number,
): Promise<Article | undefined> {
  const revision =
    seen.kind === 'gone' ? withdrawnOf(latest, seen.reason, nowMs) : await shownOf(latest, seen, deps, nowMs)
  if ((await deps.articles.insert(revision)).kind === 'taken') return undefined
  await claimText(revision, deps.hashes)
  return revision
}
