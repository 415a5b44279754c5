import type { Clock } from '../../shared/runtime/clock.ts'

export type FixedClock = Clock & {
  advance: (durationMs: number) => void
}

/**
 * A clock that stands still until a test moves it. A pause ends at once and moves the clock to its end, so
 * two pauses begun together take as long as the longer one.
 */
export function fixedClock(startIso = '2026-11-21T09:00:00.000Z'): FixedClock {
  let nowMs = Date.parse(startIso)
  return {
    nowMs: () => nowMs,
    sleep: async durationMs => {
      const endMs = nowMs + durationMs
      await Promise.resolve()
      nowMs = Math.max(nowMs, endMs)
    },
    advance: durationMs => {
      nowMs += durationMs
    },
  }
}
