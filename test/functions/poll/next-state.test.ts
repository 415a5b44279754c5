import { describe, expect, it } from 'vitest'
import { nextState, type PollResult } from '../../../functions/poll/next-state.ts'
import { type SourceState, UNPOLLED } from '../../../shared/source-state.ts'

const MINUTE_MS = 60_000
const noon = Date.parse('2026-11-21T12:00:00.000Z')
const read: PollResult = {
  kind: 'read',
  validators: { etag: '"1"' },
  bodySha256: 'aa',
  seen: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  unseen: 3,
}

function stateAfter(state: SourceState, result: PollResult, nowMs = noon): SourceState {
  const next = nextState(state, result, 5 * MINUTE_MS, nowMs)
  if (next === undefined) throw new Error('expected a state to save')
  return next
}

describe('the state after a poll', () => {
  const healthy = stateAfter(UNPOLLED, read)

  it('holds the validators, the window and the time of the news', () => {
    expect(healthy).toMatchObject({
      version: 1,
      validators: { etag: '"1"' },
      bodySha256: 'aa',
      pace: { lastNewAt: '2026-11-21T12:00:00.000Z' },
      health: { kind: 'healthy', since: '2026-11-21T12:00:00.000Z' },
    })
  })

  it('is not written when nothing changed', () => {
    const unchanged: PollResult = { kind: 'unchanged', validators: { etag: '"1"' }, askedInFull: false }
    expect(nextState(healthy, unchanged, 5 * MINUTE_MS, noon + MINUTE_MS)).toBeUndefined()
  })

  it('is written when a server rotates its ETag, or every later request would be unconditional', () => {
    const rotated: PollResult = { kind: 'unchanged', validators: { etag: '"2"' }, askedInFull: false }
    expect(stateAfter(healthy, rotated).validators).toEqual({ etag: '"2"' })
  })

  it('notes once a day that the body was asked for in full', () => {
    const inFull: PollResult = { kind: 'unchanged', validators: { etag: '"1"' }, askedInFull: true }
    expect(stateAfter(healthy, inFull, noon + 86_400_000).readInFullAt).toBe('2026-11-22T12:00:00.000Z')
  })

  it('keeps validators and window through failures, backs off, and recovers', () => {
    const down: PollResult = { kind: 'failed', health: 'failing', reason: 'timeout' }
    const failing = stateAfter(stateAfter(healthy, down), down)
    expect(failing).toMatchObject({
      failures: 2,
      validators: { etag: '"1"' },
      pace: { notBefore: '2026-11-21T12:10:00.000Z' },
      health: { kind: 'failing', reason: 'timeout' },
    })
    const back = stateAfter(failing, { kind: 'unchanged', validators: { etag: '"1"' }, askedInFull: false })
    expect(back.failures).toBe(0)
    expect(back.pace.notBefore).toBeUndefined()
    expect(back.health).toEqual({ kind: 'healthy', since: '2026-11-21T12:00:00.000Z' })
  })

  it('says since when a source fails, not when it failed last', () => {
    const down: PollResult = { kind: 'failed', health: 'failing', reason: 'dns' }
    const first = stateAfter(healthy, down, noon)
    expect(stateAfter(first, down, noon + 60 * MINUTE_MS).health.since).toBe('2026-11-21T12:00:00.000Z')
  })

  it('honours what a busy server asks for', () => {
    const busy: PollResult = {
      kind: 'failed',
      health: 'failing',
      reason: 'http-429',
      askedMs: 60 * MINUTE_MS,
    }
    expect(stateAfter(healthy, busy).pace.notBefore).toBe('2026-11-21T13:00:00.000Z')
  })

  it('learns the usual gap between two releases', () => {
    const again = stateAfter(healthy, { ...read, bodySha256: 'bb' }, noon + 100 * MINUTE_MS)
    expect(again.pace.meanGapMs).toBe(100 * MINUTE_MS)
    const later = stateAfter(again, { ...read, bodySha256: 'cc' }, noon + 110 * MINUTE_MS)
    expect(later.pace.meanGapMs).toBe(73 * MINUTE_MS)
  })

  describe('of a source that falls silent', () => {
    const HOUR_MS = 60 * MINUTE_MS
    const hourly = stateAfter(healthy, { ...read, bodySha256: 'bb' }, noon + HOUR_MS)
    const unchanged: PollResult = { kind: 'unchanged', validators: { etag: '"1"' }, askedInFull: false }
    const hoursLater = (hours: number, state = hourly, result: PollResult = unchanged) =>
      nextState(state, result, 5 * MINUTE_MS, noon + HOUR_MS + hours * HOUR_MS)

    it('says so once, after five days when it usually speaks by the hour', () => {
      expect(hoursLater(5 * 24)).toBeUndefined()
      const silent = hoursLater(5 * 24 + 1)
      expect(silent?.silentAt).toBe('2026-11-26T14:00:00.000Z')
      expect(hoursLater(6 * 24, silent)).toBeUndefined()
    })

    it('waits for eight of its usual gaps when it speaks once a day', () => {
      const daily = { ...hourly, pace: { ...hourly.pace, meanGapMs: 24 * HOUR_MS } }
      expect(hoursLater(8 * 24, daily)).toBeUndefined()
      expect(hoursLater(8 * 24 + 1, daily)?.silentAt).toBeDefined()
    })

    it('forgets it with the next news, and keeps it through a failure', () => {
      const silent = hoursLater(5 * 24 + 1) ?? hourly
      const down: PollResult = { kind: 'failed', health: 'failing', reason: 'dns' }
      expect(hoursLater(6 * 24, silent, down)?.silentAt).toBe(silent.silentAt)
      expect(hoursLater(6 * 24, silent, { ...read, bodySha256: 'cc' })).not.toHaveProperty('silentAt')
    })

    it('says nothing of a source whose pace it does not know yet', () => {
      expect(nextState(healthy, unchanged, 5 * MINUTE_MS, noon + 90 * 24 * HOUR_MS)).toBeUndefined()
    })
  })
})
