import type { Article } from '../../shared/article.ts'
import { coreWords, sha256 } from '../../shared/dedup/fingerprint.ts'
import { compareRevisions } from '../../shared/dedup/revision.ts'
import { urlKey } from '../../shared/dedup/url.ts'
import { wordsOf } from '../../shared/dedup/words.ts'
import type { Archive } from '../../shared/store/archive.ts'
import { payloadOf } from '../../shared/store/warc-pack.ts'
import type { Fetched, FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import { composeDraft, type Draft, type DraftArticle } from './compose-draft.ts'
import { ACCEPT, type FetchPageDeps, type Page, pageOf } from './fetch-page.ts'
import { type ReadPagesDeps, readKnown } from './read-pages.ts'
import type { OpenRecheck } from './recheck-open.ts'

export type SeePageDeps = FetchPageDeps &
  Pick<ReadPagesDeps, 'furniture'> & { archive: Pick<Archive, 'read'> }

/** What there is at an article's address now, held against its record. */
export type Seen =
  | { kind: 'as-recorded' }
  | { kind: 'gone'; reason: string }
  /** Tells nothing of the article: an error, a wall, another page in its stead. */
  | { kind: 'unclear'; reason: string; restMs?: number | undefined }
  /** `draft` is the revision that the page would be; without a change where only its presence is news. */
  | { kind: 'shown'; draft: Draft; change?: Article['change']; sign: string }

/** Fewer words than this, of a text that had four times as many: a pay wall, a notice, a page that failed. */
const FEW_WORDS = 40
/** Below this another text stands there: its own page's if the title stayed, else not this article's. */
const RESEMBLES = 0.1
/** A redirect that is new leads to the article only if most of the article is there. */
const SAME_ARTICLE = 0.5
/** A host that asked for rest, and a batch that ran out of time. */
const REST_MS = 900_000

/**
 * Asks for the page with the validators of its evidence. What was withdrawn is asked for whole: "not modified"
 * brings nothing that could be restored.
 */
export async function askAgain(
  { source, latest, url }: OpenRecheck,
  deps: FetchPageDeps,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { headers, finalUrl, status } = latest.evidence
  const isComparable = status !== undefined && latest.revisionReason !== 'withdrawn'
  const validators: Validators = {
    ...(headers?.etag !== undefined && { etag: headers.etag }),
    ...(headers?.['last-modified'] !== undefined && { lastModified: headers['last-modified'] }),
    ...(finalUrl !== undefined && { url: finalUrl }),
  }
  return await deps.fetchFrom(source, url, isComparable ? validators : {}, { signal, accept: ACCEPT })
}

/**
 * Holds an answer against the record. Only 404 and 410 say that a page is gone, and not while the source itself
 * fails, for then the whole site is in trouble. A page that merely reads like a 404 says nothing: sites under
 * repair show the same.
 */
export async function seePage(
  open: OpenRecheck,
  answer: FetchOutcome,
  deps: SeePageDeps,
  nowMs: number,
): Promise<Seen> {
  if (answer.kind === 'not-modified') return { kind: 'as-recorded' }
  if (answer.kind === 'gone' || (answer.kind === 'failed' && answer.reason === 'http-404')) {
    const reason = `http-${answer.status}`
    return open.state.health.kind === 'healthy'
      ? { kind: 'gone', reason }
      : { kind: 'unclear', reason: `${reason}, as the source fails` }
  }
  if (answer.kind === 'rate-limited') {
    return { kind: 'unclear', reason: `http-${answer.status}`, restMs: answer.retryAfterMs ?? REST_MS }
  }
  const page = pageOf(answer)
  if (page.kind !== 'page')
    return { kind: 'unclear', reason: page.kind === 'absent' ? page.reason : page.kind }
  const isWithdrawn = open.latest.revisionReason === 'withdrawn'
  if (!isWithdrawn && sha256(page.document.bytes) === open.latest.hashes.raw) return { kind: 'as-recorded' }
  const draft = await composed(open, page, deps, nowMs)
  if (draft.from.page.kind === 'absent') return { kind: 'unclear', reason: draft.from.page.reason }
  return await held(open, page.document, draft, deps)
}

/**
 * The page as a draft, by the same steps as an entry's. The entry in it has no title, so that the draft's headline
 * is the page's own.
 */
async function composed(
  { latest, source, state, url, isRedelivered }: OpenRecheck,
  page: Page,
  deps: Pick<ReadPagesDeps, 'furniture'>,
  nowMs: number,
): Promise<Draft> {
  const { articleId, identityBasis, entrySeenAt: seenAt, hashes } = latest
  const entry = { url, authors: [], categories: [], enclosures: [] }
  const message = { sourceId: source.id, documentUrl: url, seenAt, attempt: 0, entry }
  const identity = { articleId, identityBasis }
  const from = { message, isRedelivered, source, state, entry, entryHash: hashes.entry, page }
  const open = { kind: 'open' as const, ...from, identity, articleId, generation: 0 }
  const draft = await composeDraft(await readKnown(open, deps), nowMs)
  if (draft.kind !== 'draft') throw new Error(`the page of article ${articleId} gave no draft`)
  return draft
}

type Wording = { title: string; text: string; isPage: boolean }

/**
 * What the record says in the terms of the draft: the archived page, read by today's extraction, so that what we
 * read better now is no change of the publisher's. A record whose evidence is no page is taken at its own word.
 */
async function recorded(open: OpenRecheck, deps: SeePageDeps, nowMs: number): Promise<Wording> {
  const { latest, url } = open
  const { key, offset, length, status, contentType, finalUrl = url, headers = {} } = latest.evidence
  if (status === undefined) {
    const text = await deps.archive.read(latest.textKey)
    if (text === undefined) throw new Error(`the archive has nothing at ${latest.textKey}`)
    return { title: latest.headline, text: Buffer.from(text).toString('utf8'), isPage: false }
  }
  const member = await deps.archive.read(key, { offset, length })
  if (member === undefined) throw new Error(`the archive has nothing at ${key}`)
  const document: Fetched = {
    kind: 'fetched',
    status,
    bytes: await payloadOf(member),
    headers,
    ...(contentType !== undefined && { contentType }),
    validators: {},
    finalUrl,
  }
  const { article, text = '' } = await composed(open, { kind: 'page', document }, deps, nowMs)
  return { title: article.headline, text, isPage: true }
}

function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ')
}

async function held(open: OpenRecheck, document: Fetched, draft: Draft, deps: SeePageDeps): Promise<Seen> {
  const { latest } = open
  const { article, text = '' } = draft
  const isBack = latest.revisionReason === 'withdrawn'
  const isSameText = article.hashes.core !== undefined && article.hashes.core === latest.hashes.core
  if (isSameText && sameWords(article.headline, latest.headline)) {
    return isBack ? shown(open, draft, { fields: [] }) : { kind: 'as-recorded' }
  }
  const before = await recorded(open, deps, Date.parse(latest.evidence.fetchedAt))
  const now = { title: before.isPage ? article.headline : before.title, text }
  const comparison = compareRevisions(before, now)
  const doubt = doubtAbout(open, document, { ...comparison, wordCount: article.wordCount })
  if (doubt !== undefined) return { kind: 'unclear', reason: doubt }
  // A headline that a feed words differently than the page is the feed's to change.
  const isHeadlineChanged = comparison.isTitleChanged && sameWords(before.title, latest.headline)
  const fields = [...(isHeadlineChanged ? ['headline'] : []), ...(comparison.isTextChanged ? ['text'] : [])]
  if (fields.length === 0 && !isBack) return { kind: 'as-recorded' }
  return shown(open, draft, { fields, kind: comparison.kind === 'minor' ? 'minor' : 'material' })
}

/** Why a page that answers 200 is not taken for the article, if it is not. */
function doubtAbout(
  { latest, url }: OpenRecheck,
  document: Fetched,
  seen: { resemblance: number; isTitleChanged: boolean; wordCount: number },
): string | undefined {
  const { resemblance, isTitleChanged, wordCount } = seen
  if (wordCount < FEW_WORDS && wordCount * 4 < latest.wordCount) return 'most of the text is missing'
  if (resemblance < RESEMBLES && isTitleChanged) return 'another text stands there'
  const isElsewhere = urlKey(document.finalUrl) !== urlKey(latest.evidence.finalUrl ?? url)
  return isElsewhere && resemblance < SAME_ARTICLE ? 'redirected to another page' : undefined
}

/** What only its feed can say stays as it is on record. */
function fromRecord(latest: Article): DraftArticle {
  const { revision, revisionReason, seenIn, firstSeenAt, changedAt, duplicateOf, evidence, ...said } = latest
  const { change, dateline, attribution, modifiedAt, ...kept } = said
  return kept
}

function shown(
  { latest }: OpenRecheck,
  draft: Draft,
  { kind = 'material', fields }: { kind?: 'minor' | 'material'; fields: string[] },
): Seen {
  const { completeness, excerpt, textKey, wordCount, repairs, extraction, hashes } = draft.article
  const { dateline, attribution, modifiedAt } = draft.article
  const headline = fields.includes('headline') ? draft.article.headline : latest.headline
  const article: DraftArticle = {
    ...fromRecord(latest),
    ...{ completeness, excerpt, textKey, wordCount, repairs, extraction, headline },
    ...(dateline !== undefined && { dateline }),
    ...(attribution !== undefined && { attribution }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    hashes: { ...hashes, title: sha256(headline), entry: latest.hashes.entry },
  }
  return {
    kind: 'shown',
    draft: { ...draft, article },
    ...(fields.length > 0 && { change: { kind, fields } }),
    sign: sha256(JSON.stringify([wordsOf(headline), coreWords(draft.text ?? '')])).slice(0, 16),
  }
}
