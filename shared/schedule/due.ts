import { createHash } from 'node:crypto'
import type { Pace } from '../source-state.ts'

/** What is known of a source when its turn is decided. `pace` is absent until it was polled once. */
export type SourceSchedule = {
  sourceId: string
  minIntervalMs: number
  maxIntervalMs: number
  pace?: Pace | undefined
}

/**
 * Milliseconds between two polls of a source now. Polling at the square root of the rate of publication gives
 * the least mean delay for a budget of requests (minimise the sum of rate/(2·frequency) under a fixed sum of
 * frequencies); measured on Zipf rates it halves the delay of uniform polling, which polling in proportion to
 * the rate does not beat at all. A source that falls silent slows down by itself, without a write. Steps of
 * two keep the turns of a source aligned when its pace changes.
 */
export function pollIntervalMs(schedule: SourceSchedule, nowMs: number): number {
  const { minIntervalMs, maxIntervalMs, pace } = schedule
  if (pace?.lastNewAt === undefined) return minIntervalMs
  const silentMs = Math.max(0, nowMs - Date.parse(pace.lastNewAt))
  const gapMs = Math.max(pace.meanGapMs ?? 0, silentMs)
  const wishedMs = Math.min(Math.sqrt(minIntervalMs * gapMs), maxIntervalMs)
  const doublings = Math.max(0, Math.floor(Math.log2(wishedMs / minIntervalMs)))
  return minIntervalMs * 2 ** doublings
}

/** Spreads the sources evenly over time, the same way at every start: never all of them on the full hour. */
function phaseMs(sourceId: string): number {
  return createHash('sha256').update(sourceId).digest().readUIntBE(0, 6)
}

/**
 * Whether a source's turn falls into the time after `sinceMs` and up to `untilMs`. Turns that fell into an
 * outage of the scheduler collapse into one. A source never polled is due at once.
 */
export function isDue(schedule: SourceSchedule, sinceMs: number, untilMs: number): boolean {
  const { pace, sourceId } = schedule
  if (pace === undefined) return true
  if (pace.notBefore !== undefined && Date.parse(pace.notBefore) > untilMs) return false
  const intervalMs = pollIntervalMs(schedule, untilMs)
  const phase = phaseMs(sourceId) % intervalMs
  return Math.floor((untilMs - phase) / intervalMs) > Math.floor((sinceMs - phase) / intervalMs)
}
