import type { Article } from '../../shared/article.ts'
import { createClusterer, type Found } from '../../shared/dedup/cluster.ts'
import { generationOf } from '../../shared/dedup/identity.ts'
import type { Verdict } from '../../shared/dedup/verdict.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { Progress } from '../../shared/progress.ts'
import { type Clock, isoTime } from '../../shared/runtime/clock.ts'
import { UNPOLLED } from '../../shared/source-state.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { HashStore } from '../../shared/store/hashes.ts'
import type { Queue } from '../../shared/store/queue.ts'
import type { Sources } from '../../shared/store/sources.ts'
import type { ArchivedDraft } from './archive-batch.ts'
import type { DraftArticle, OnRecord } from './compose-draft.ts'
import type { EntryWithPage } from './fetch-page.ts'
import { judgeDraft } from './judge-draft.ts'
import { newestAt, type Standing } from './newest-at.ts'
import type { Rejected } from './open-entry.ts'
import { type PlanLookDeps, planLook } from './recheck-turn.ts'

export type RecordDeps = PlanLookDeps & {
  sources: Pick<Sources, 'read'>
  articles: Pick<Articles, 'revisions' | 'insert' | 'addSighting' | 'linkDuplicate'>
  hashes: HashStore
  archive: Pick<Archive, 'read'>
  entries: Queue<EntryMessage>
  clock: Clock
}

type Ingested = Extract<Progress, { progress: 'ingested' }>

/** A page that failed is asked for again after these pauses; SQS delays a message by 15 minutes at most. */
const PAGE_RETRY_SECONDS = [60, 300, 900]
/** Writers that race for one article each see what the winner wrote on the next round. */
const MAX_ROUNDS = 5
/** A message this old may come out of the dead letters: SQS then counts its receives afresh. */
const LATE_MS = 3_600_000

/**
 * Writes what the draft turns out to be: a first revision, a next one, a sighting, or nothing.
 * @returns how it ended, as the log tells it.
 * @throws when a table or the queue fails, five writers in a row were quicker, one of them revised the text
 *   meanwhile that this draft has no page for, or two polls at once saw the article differently and neither is
 *   saved yet: the message then comes back.
 */
export async function recordDraft(
  draft: ArchivedDraft | OnRecord | Rejected,
  deps: RecordDeps,
): Promise<Ingested> {
  if (draft.kind === 'rejected') {
    return { progress: 'ingested', sourceId: draft.sourceId, outcome: 'rejected', reason: draft.reason }
  }
  if (draft.kind === 'on-record') return await noteSighting(draft.from.latest, draft.from, deps)
  const ingested = await recordArticle(draft, deps)
  await askAgainLater(draft.from, deps.entries)
  return ingested
}

async function recordArticle(draft: ArchivedDraft, deps: RecordDeps): Promise<Ingested> {
  const { from, evidence } = draft
  let standing: Standing = from
  let { state } = from
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const { articleId, generation, latest } = standing
    const comesBack = pauseSecondsOf(from) !== undefined
    const verdict = await judgeDraft(draft, latest, { state, archive: deps.archive, comesBack })
    if (verdict.kind === 'unsettled')
      throw new Error(`two polls at once saw article ${articleId} differently, and neither is saved yet`)
    if (latest !== undefined && (verdict.kind === 'known' || verdict.kind === 'sighting')) {
      return await noteSighting(latest, from, deps)
    }
    // Without a page the draft keeps a text that is no longer the latest: on redelivery it is composed anew.
    if (keepsOtherText(draft, latest))
      throw new Error(`article ${articleId} was revised while its page could not be had here`)
    const article = placed(draft, standing, verdict)
    const before = verdict.kind === 'replace' ? undefined : latest
    const found = isFirstText(draft, before) ? await findRelease(article, draft.text, deps) : undefined
    const nowMs = deps.clock.nowMs()
    const revision = revisionOf({ article, evidence }, verdict, { latest: before, found, nowMs })
    // Before the row, so that none is ever without its turn; a turn without its row ends by itself.
    await planLook(revision, from.source, deps)
    if ((await deps.articles.insert(revision)).kind === 'inserted') {
      await followUp(revision, found, deps)
      return told(revision.revision === 1 ? 'created' : 'revised', revision, from)
    }
    standing = await newestAt(from.identity, deps.articles, generation)
    state = (await deps.sources.read([article.sourceId]))[0]?.state ?? UNPOLLED
  }
  throw new Error(`article ${standing.articleId} is being written by too many at once`)
}

/** Whether the draft was composed without a page, and upon another revision than what is the latest by now. */
function keepsOtherText({ article, text }: ArchivedDraft, latest: Article | undefined): boolean {
  if (latest === undefined) return text === undefined
  const isKept = text === undefined || article.completeness === 'partial'
  return isKept && latest.completeness === 'full' && article.hashes.text !== latest.hashes.text
}

/** The draft as one of the article that stands at its address, or of the next to stand there. */
function placed(
  { article, from }: ArchivedDraft,
  { articleId, generation, latest }: Standing,
  verdict: Verdict,
): DraftArticle {
  if (verdict.kind === 'replace' && latest !== undefined)
    return {
      ...article,
      articleId: generationOf(from.identity, generation + 1),
      replaces: latest.articleId,
    }
  return { ...article, articleId, ...(latest?.replaces !== undefined && { replaces: latest.replaces }) }
}

/** What an article is a copy of is asked once, of its first full text; its later revisions stay in its cluster. */
function isFirstText({ article, text }: ArchivedDraft, latest: Article | undefined): boolean {
  return text !== undefined && article.completeness === 'full' && latest?.completeness !== 'full'
}

/** What the hashes know of a text. One too short to identify anything is not asked about. */
async function findRelease(
  { articleId, sourceId, url = '', headline, publishedAt, publisher, hashes }: DraftArticle,
  text: string | undefined,
  deps: RecordDeps,
): Promise<Found | undefined> {
  if (text === undefined || hashes.core === undefined) return undefined
  return await createClusterer(deps.hashes).find({
    id: articleId,
    source: sourceId,
    url,
    title: headline,
    text,
    publishedAt,
    isIssuer: publisher.kind !== 'news',
  })
}

function revisionOf(
  { article, evidence }: Pick<ArchivedDraft, 'evidence'> & { article: DraftArticle },
  verdict: Verdict,
  { latest, found, nowMs }: { latest: Article | undefined; found: Found | undefined; nowMs: number },
): Article {
  const changedAt = isoTime(nowMs)
  const duplicateOf = latest?.duplicateOf ?? (found?.kind === 'copy' ? found.cluster.clusterId : undefined)
  return {
    ...article,
    evidence,
    revision: (latest?.revision ?? 0) + 1,
    revisionReason: verdict.kind === 'revise' ? verdict.reason : 'created',
    ...(verdict.kind === 'revise' && verdict.change !== undefined && { change: verdict.change }),
    seenIn: [article.sourceId],
    firstSeenAt: latest?.firstSeenAt ?? changedAt,
    changedAt,
    ...(duplicateOf !== undefined && { duplicateOf }),
  }
}

/** What points to a row by its text, after the row. Safe to repeat: a crash before it is made good on redelivery. */
async function followUp(
  article: Article,
  found: Found | undefined,
  { articles, hashes }: RecordDeps,
): Promise<void> {
  const { articleId, duplicateOf } = article
  const { core } = article.hashes
  if (found === undefined) {
    if (core !== undefined && article.completeness === 'full')
      await hashes.claim(core, articleId, duplicateOf ?? articleId)
    return
  }
  const clusterer = createClusterer(hashes)
  // Before the claims that `record` makes: a redelivery takes them for all being done.
  for (const headId of await clusterer.merge(found))
    if (found.kind === 'copy') await articles.linkDuplicate(headId, found.cluster.clusterId)
  const { relation, clusterId } = await clusterer.record(found)
  if (relation === 'copy' && duplicateOf === undefined) await articles.linkDuplicate(articleId, clusterId)
}

/** Does again what an attempt that ended too early may not have done: the place among copies. */
async function makeGood(latest: Article, deps: RecordDeps): Promise<void> {
  const { core } = latest.hashes
  const holder = core === undefined ? undefined : await deps.hashes.holder(core)
  const isPlaced = holder?.articleId === latest.articleId && holder.clusterId !== undefined
  const bytes = isPlaced || core === undefined ? undefined : await deps.archive.read(latest.textKey)
  const text = bytes && Buffer.from(bytes).toString('utf8')
  await followUp(latest, await findRelease(latest, text, deps), deps)
}

/** Whether another attempt may have ended between the row and what points to it: before this one, or beside it. */
function mayLackFollowUp(latest: Article, { message, isRedelivered, ...from }: EntryWithPage, nowMs: number) {
  const isLate = nowMs - Date.parse(message.seenAt) > LATE_MS
  return isRedelivered || isLate || message.attempt > 0 || latest !== from.latest
}

async function noteSighting(latest: Article, from: EntryWithPage, deps: RecordDeps): Promise<Ingested> {
  if (mayLackFollowUp(latest, from, deps.clock.nowMs())) {
    await makeGood(latest, deps)
    await planLook(latest, from.source, deps)
  }
  if (!latest.seenIn.includes(from.source.id))
    await deps.articles.addSighting(latest.articleId, from.source.id)
  return told('duplicate', latest, from)
}

/** How long until the entry's page is asked for again; undefined when it came, or will not come. */
function pauseSecondsOf({ page, message }: EntryWithPage): number | undefined {
  return page.kind === 'absent' && page.mayCome ? PAGE_RETRY_SECONDS[message.attempt] : undefined
}

/** A record without its page stays partial until the page can be had: the entry goes back to its queue. */
async function askAgainLater(from: EntryWithPage, entries: Queue<EntryMessage>): Promise<void> {
  const pauseSeconds = pauseSecondsOf(from)
  if (pauseSeconds === undefined) return
  await entries.sendAll([{ ...from.message, attempt: from.message.attempt + 1 }], pauseSeconds)
}

function told(outcome: Ingested['outcome'], article: Article, from: EntryWithPage): Ingested {
  const { articleId, revision, completeness, headline, duplicateOf } = article
  return {
    progress: 'ingested',
    sourceId: from.source.id,
    outcome,
    articleId,
    revision,
    completeness,
    headline,
    ...(duplicateOf !== undefined && { duplicateOf }),
    ...(from.page.kind === 'absent' && { reason: from.page.reason }),
  }
}
