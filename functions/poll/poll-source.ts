import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { unseenEntries } from '../../shared/dedup/seen-window.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { Progress } from '../../shared/progress.ts'
import { type Clock, isoTime } from '../../shared/runtime/clock.ts'
import { durationMs } from '../../shared/schedule/duration.ts'
import type { Source } from '../../shared/source.ts'
import { type SourceState, UNPOLLED } from '../../shared/source-state.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { Queue } from '../../shared/store/queue.ts'
import type { KnownSource, Sources } from '../../shared/store/sources.ts'
import type { FetchCall } from '../../shared/web/fetch.ts'
import type { Fetched, FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import { hasGap } from './gap.ts'
import { happeningsOf } from './happenings.ts'
import { nextState, type PollResult } from './next-state.ts'
import { queueEntries, sharedNames } from './queue-entries.ts'
import { type ReadDocument, readDocument, type WithoutDocument } from './read-document.ts'

export type PollSourceDeps = {
  /** Asks politely: one request at a time to a host, public addresses only unless the source says otherwise. */
  fetchFrom: (source: Source, url: string, validators: Validators, call: FetchCall) => Promise<FetchOutcome>
  sources: Pick<Sources, 'saveState'>
  entries: Queue<EntryMessage>
  archive: Pick<Archive, 'put'>
  clock: Clock
}

type Polled = Extract<Progress, { progress: 'polled' }>
/** What the poll found, for the state, and how it is told. */
type Finding = { result: PollResult; isGap?: boolean } & Pick<
  Polled,
  'outcome' | 'reason' | 'entries' | 'queued'
>

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5'
/** Some servers answer "not modified" for ever (a Last-Modified in 2041 was seen): once a day ask in full. */
const IN_FULL_EVERY_MS = 86_400_000

function isTurnForWholeBody(state: SourceState, nowMs: number): boolean {
  return state.readInFullAt === undefined || nowMs - Date.parse(state.readInFullAt) >= IN_FULL_EVERY_MS
}

function unanswered(
  outcome: Polled['outcome'],
  reason: string,
  health: 'failing' | 'gone' = 'failing',
  askedMs?: number,
): Finding {
  return { outcome, reason, entries: 0, queued: 0, result: { kind: 'failed', health, reason, askedMs } }
}

/**
 * What an answer without a document means for the source.
 * @throws when it was cut off by this poll's own deadline, which says nothing about the publisher.
 */
function withoutDocument(answer: WithoutDocument): Finding {
  switch (answer.kind) {
    case 'gone':
      return unanswered('gone', 'http-410', 'gone')
    case 'rate-limited':
      return unanswered('limited', `http-${answer.status}`, 'failing', answer.retryAfterMs)
    case 'blocked':
      return unanswered('refused', `${answer.reason} (http-${answer.status})`)
    case 'refused':
      return unanswered('refused', `${answer.reason}: ${answer.detail}`)
    case 'moved':
      return unanswered('unreachable', `redirect-${answer.reason}`)
    case 'failed':
      if (answer.reason === 'aborted') throw new Error('the poll ran out of time before this source answered')
      return unanswered('unreachable', `${answer.reason}: ${answer.detail}`)
  }
}

/** What keeps a document from being read, with what to look at. */
const UNREADABLE: Record<string, string> = {
  empty: 'the document is empty',
  'web-page': 'the address answers a web page and no feed; its head may name the feed (link rel="alternate")',
  'login-page': 'the address asks for a login',
  'bot-wall': 'a bot wall was served in the document’s stead',
  'no-entries': 'no entry was found; the layout may have changed, or the list needs selectors',
  'bad-selector': 'a selector of the source cannot be used',
}

function inWords(reason: string): string {
  const words = UNREADABLE[reason]
  return words === undefined ? reason : `${reason}: ${words}`
}

function unchanged(validators: Validators, askedInFull: boolean): Finding {
  return {
    outcome: 'unchanged',
    entries: 0,
    queued: 0,
    result: { kind: 'unchanged', validators, askedInFull },
  }
}

function resting(source: Source, { health }: SourceState, until: string): Polled {
  const told = { progress: 'polled', sourceId: source.id, entries: 0, queued: 0 } as const
  if (health.kind === 'gone') return { ...told, outcome: 'gone', reason: health.reason }
  return { ...told, outcome: 'limited', reason: `rests until ${until}, because of ${health.reason}` }
}

/**
 * Polls one source, unless it rests: asks, reads, queues what it has not seen, and saves its state last.
 * @returns how it went, as the log tells it.
 * @throws when the queue or the table failed: the source is then polled again.
 */
export async function pollSource(
  known: KnownSource,
  deps: PollSourceDeps,
  { signal, onRequest = false }: { signal: AbortSignal; onRequest?: boolean | undefined },
): Promise<Polled> {
  const { source, state = UNPOLLED } = known
  const nowMs = deps.clock.nowMs()
  const restsUntil = onRequest ? state.pace.askedUntil : state.pace.notBefore
  // The message was sent before the rest began: delivered again, or back for the sake of another source in it.
  if (restsUntil !== undefined && nowMs < Date.parse(restsUntil))
    return resting(known.source, state, restsUntil)
  const askedInFull = isTurnForWholeBody(state, nowMs)
  const ask = (url: string, validators: Validators) =>
    deps.fetchFrom(source, url, validators, { signal, accept: ACCEPT })

  const answer = await ask(source.url, askedInFull ? {} : state.validators)
  const finding = await findingOf(answer)
  const next = nextState(state, finding.result, durationMs(source.schedule.minInterval), nowMs)
  const { result: _, isGap, ...told } = finding
  const happenings =
    next && happeningsOf(source, { before: state, after: next, gapOf: isGap ? told.entries : 0, nowMs })
  const saved = next && (await deps.sources.saveState(source.id, next, happenings))
  const outcome = saved?.kind === 'superseded' ? 'superseded' : told.outcome
  return { progress: 'polled', sourceId: source.id, ...told, outcome }

  async function findingOf(answered: FetchOutcome): Promise<Finding> {
    if (answered.kind === 'not-modified') return unchanged(answered.validators, askedInFull)
    if (answered.kind !== 'fetched') return withoutDocument(answered)
    if (sha256(answered.bytes) === state.bodySha256) return unchanged(answered.validators, askedInFull)
    const document = await readDocument(source, answered, url => ask(url, {}))
    if (document.kind === 'unanswered') return withoutDocument(document.answer)
    if (document.kind === 'unreadable') return unanswered('unreadable', inWords(document.reason))
    return await queueUnseen(answered, document)
  }

  async function queueUnseen(answered: Fetched, { entries, bodySha256 }: ReadDocument): Promise<Finding> {
    const { unseen, window } = unseenEntries(entries, state.seen)
    const from = {
      sourceId: source.id,
      documentUrl: answered.finalUrl,
      seenAt: isoTime(nowMs),
      pollVersion: state.version + 1,
    }
    await queueEntries(unseen, { ...from, shared: sharedNames(entries) }, deps)
    return {
      outcome: unseen.length > 0 ? 'read' : 'unchanged',
      entries: entries.length,
      queued: unseen.length,
      isGap: hasGap(entries, unseen, state),
      result: {
        kind: 'read',
        validators: bodySha256 === undefined ? {} : answered.validators,
        bodySha256,
        seen: window,
        unseen: unseen.length,
      },
    }
  }
}
