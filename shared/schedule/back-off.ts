const DAY_MS = 86_400_000

/**
 * Milliseconds until a failing source is asked again: its own shortest interval, doubled with each failure in
 * a row, a day at most. Feeds that fail for weeks do come back, so none is given up. What the publisher asks
 * for (Retry-After) can only lengthen it.
 */
export function backOffMs(failures: number, minIntervalMs: number, askedMs = 0): number {
  const ownMs = minIntervalMs * 2 ** Math.min(Math.max(failures - 1, 0), 20)
  return Math.min(Math.max(ownMs, askedMs), DAY_MS)
}
