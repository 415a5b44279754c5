import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, pollIntervalMs, type SourceSchedule } from '../../../shared/schedule/due.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const noon = Date.parse('2026-11-21T12:00:00Z')

function schedule(overrides: Partial<SourceSchedule> = {}): SourceSchedule {
  return {
    sourceId: 'ministry',
    minIntervalMs: 5 * MINUTE_MS,
    maxIntervalMs: 6 * HOUR_MS,
    pace: {},
    ...overrides,
  }
}

function turns(of: SourceSchedule, minutes: number): number {
  let count = 0
  for (let minute = 0; minute < minutes; minute += 1) {
    const untilMs = noon + minute * MINUTE_MS
    if (isDue(of, untilMs - MINUTE_MS, untilMs)) count += 1
  }
  return count
}

describe('whose turn it is', () => {
  it('takes a source that was never polled at once', () => {
    expect(isDue(schedule({ pace: undefined }), noon - MINUTE_MS, noon)).toBe(true)
  })

  it('gives a source without history its turn once every shortest interval', () => {
    expect(turns(schedule(), 60)).toBe(12)
  })

  it('collapses the turns of an outage into one', () => {
    expect(isDue(schedule(), noon - 3 * HOUR_MS, noon)).toBe(true)
  })

  it('asks nobody before the time that a back-off or the publisher set', () => {
    const pace = { notBefore: new Date(noon + 1).toISOString() }
    expect(isDue(schedule({ pace }), noon - HOUR_MS, noon)).toBe(false)
    expect(isDue(schedule({ pace }), noon - HOUR_MS, noon + MINUTE_MS)).toBe(true)
  })

  it('spreads a thousand sources over the minutes of their interval', () => {
    const perMinute = Array.from({ length: 5 }, (_, minute) => {
      const untilMs = noon + minute * MINUTE_MS
      return Array.from({ length: 1_000 }, (_, index) => schedule({ sourceId: `source-${index}` })).filter(
        each => isDue(each, untilMs - MINUTE_MS, untilMs),
      ).length
    })
    expect(Math.max(...perMinute)).toBeLessThan(300)
    expect(perMinute.reduce((sum, count) => sum + count)).toBe(1_000)
  })
})

describe('how often a source is polled', () => {
  it('slows down with the square root of the silence', () => {
    const pace = { lastNewAt: new Date(noon - 16 * 5 * MINUTE_MS).toISOString() }
    expect(pollIntervalMs(schedule({ pace }), noon)).toBe(4 * 5 * MINUTE_MS)
  })

  it('keeps to the bounds of the source', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * HOUR_MS }), silentMs => {
        const pace = { lastNewAt: new Date(noon - silentMs).toISOString(), meanGapMs: silentMs / 2 }
        const intervalMs = pollIntervalMs(schedule({ pace }), noon)
        expect(intervalMs).toBeGreaterThanOrEqual(5 * MINUTE_MS)
        expect(intervalMs).toBeLessThanOrEqual(6 * HOUR_MS)
      }),
    )
  })
})
