/** Time as a value that is passed in: milliseconds since the epoch, and a pause. */
export type Clock = {
  nowMs: () => number
  sleep: (durationMs: number) => Promise<void>
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: durationMs => new Promise(resolve => setTimeout(resolve, durationMs)),
}

/** A time as the records and messages carry it: ISO 8601 in UTC with milliseconds. */
export function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString()
}
