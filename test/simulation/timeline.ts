type Happening = { atMs: number; happen: () => Promise<void> }

/** Virtual time: what is to happen, in the order of its time, and of being told where the times are equal. */
export type Timeline = {
  nowMs: () => number
  at: (timeMs: number, happen: () => Promise<void>) => void
  /** Moves on to the next happening and lets it happen; false when none is left up to that time. */
  next: (untilMs?: number) => Promise<boolean>
  /** Nothing happens until then. */
  skipTo: (timeMs: number) => void
}

export function timelineFrom(startMs: number): Timeline {
  const ahead: Happening[] = []
  let nowMs = startMs

  return {
    nowMs: () => nowMs,
    at: (timeMs, happen) => {
      const atMs = Math.max(timeMs, nowMs)
      let index = ahead.length
      while (index > 0 && (ahead[index - 1]?.atMs ?? 0) > atMs) index -= 1
      ahead.splice(index, 0, { atMs, happen })
    },
    next: async (untilMs = Number.POSITIVE_INFINITY) => {
      if ((ahead[0]?.atMs ?? Number.POSITIVE_INFINITY) > untilMs) return false
      const first = ahead.shift()
      if (first === undefined) return false
      nowMs = first.atMs
      await first.happen()
      return true
    },
    skipTo: timeMs => {
      nowMs = Math.max(nowMs, timeMs)
    },
  }
}
