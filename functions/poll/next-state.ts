import { isDeepStrictEqual } from 'node:util'
import { isoTime } from '../../shared/runtime/clock.ts'
import { backOffMs } from '../../shared/schedule/back-off.ts'
import type { Pace, SourceHealth, SourceState } from '../../shared/source-state.ts'

/** What a poll found out, as far as the next poll needs it. */
export type PollResult =
  | {
      kind: 'read'
      validators: SourceState['validators']
      bodySha256: string | undefined
      seen: SourceState['seen']
      unseen: number
    }
  | { kind: 'unchanged'; validators: SourceState['validators']; askedInFull: boolean }
  | { kind: 'failed'; health: 'failing' | 'gone'; reason: string; askedMs?: number | undefined }

const NEVER = isoTime(0)
/** 410 says that the address is gone for good (RFC 9110 §15.5.11): no request of our own accord follows. */
const UNTIL_SOMEBODY_ASKS = '9999-12-31T00:00:00.000Z'
/** The share of the newest gap in the mean: the pace follows a source within a handful of releases. */
const GAP_WEIGHT = 0.3

function paceAfterNews(pace: Pace, nowMs: number): Pace {
  const lastNewMs = pace.lastNewAt === undefined ? undefined : Date.parse(pace.lastNewAt)
  const gapMs = lastNewMs === undefined ? undefined : Math.max(0, nowMs - lastNewMs)
  const meanGapMs =
    gapMs === undefined
      ? pace.meanGapMs
      : Math.round(
          pace.meanGapMs === undefined ? gapMs : pace.meanGapMs * (1 - GAP_WEIGHT) + gapMs * GAP_WEIGHT,
        )
  return { lastNewAt: isoTime(nowMs), ...(meanGapMs !== undefined && { meanGapMs }) }
}

/**
 * Silence is eight times the usual gap, and five days at least: a source that publishes by the hour on working
 * days is quiet over a long weekend, and with gaps at random one in three thousand is eight times the mean.
 */
const SILENT_GAPS = 8
const SILENT_AT_LEAST_MS = 5 * 86_400_000

function isSilent({ lastNewAt, meanGapMs }: Pace, nowMs: number): boolean {
  if (lastNewAt === undefined || meanGapMs === undefined) return false
  return nowMs - Date.parse(lastNewAt) > Math.max(meanGapMs * SILENT_GAPS, SILENT_AT_LEAST_MS)
}

function healthOf(
  before: SourceHealth,
  kind: SourceHealth['kind'],
  nowMs: number,
  reason?: string,
): SourceHealth {
  const since = before.kind === kind && before.since !== NEVER ? before.since : isoTime(nowMs)
  return { kind, since, ...(reason !== undefined && { reason }) }
}

function stateAfter(
  state: SourceState,
  result: PollResult,
  minIntervalMs: number,
  nowMs: number,
): SourceState {
  if (result.kind === 'failed') {
    const failures = state.failures + 1
    const waitMs = backOffMs(failures, minIntervalMs, result.askedMs)
    const { askedUntil: _, ...own } = state.pace
    const notBefore = result.health === 'gone' ? UNTIL_SOMEBODY_ASKS : isoTime(nowMs + waitMs)
    const asked = result.askedMs === undefined ? {} : { askedUntil: notBefore }
    return {
      ...state,
      failures,
      pace: { ...own, ...asked, notBefore },
      health: healthOf(state.health, result.health, nowMs, result.reason),
    }
  }
  const { notBefore: _, askedUntil: _a, ...pace } = state.pace
  const { silentAt, ...spoken } = state
  const hasNews = result.kind === 'read' && result.unseen > 0
  const silence = !hasNews && isSilent(pace, nowMs) ? { silentAt: silentAt ?? isoTime(nowMs) } : {}
  const recovered = {
    ...spoken,
    ...silence,
    failures: 0,
    pace,
    health: healthOf(state.health, 'healthy', nowMs),
    validators: result.validators,
  }
  if (result.kind === 'unchanged') {
    return result.askedInFull ? { ...recovered, readInFullAt: isoTime(nowMs) } : recovered
  }
  return {
    ...recovered,
    readInFullAt: isoTime(nowMs),
    bodySha256: result.bodySha256,
    seen: result.seen,
    pace: hasNews ? paceAfterNews(pace, nowMs) : pace,
  }
}

function withoutUndefined(state: SourceState): unknown {
  return JSON.parse(JSON.stringify({ ...state, seen: Buffer.from(state.seen).toString('base64') }))
}

/**
 * The state to save after a poll, its version one higher; undefined when nothing in it changed, so that a poll
 * that found nothing costs no write. `minIntervalMs` is the source's own shortest interval.
 */
export function nextState(
  state: SourceState,
  result: PollResult,
  minIntervalMs: number,
  nowMs: number,
): SourceState | undefined {
  const after = stateAfter(state, result, minIntervalMs, nowMs)
  const isFirst = state.version === 0
  return isFirst || !isDeepStrictEqual(withoutUndefined(after), withoutUndefined(state))
    ? { ...after, version: state.version + 1 }
    : undefined
}
