import { createHash } from 'node:crypto'

export type Violation = { promise: string; detail: string }

/** What happened in a run, line by line, and which promises it broke. */
export type Diary = {
  lines: readonly string[]
  violations: readonly Violation[]
  note: (who: string, what: string) => void
  broken: (promise: string, detail: string) => void
  /** Equal for two runs that went the same way, step by step. */
  fingerprint: () => string
}

export function diaryBy(nowMs: () => number): Diary {
  const lines: string[] = []
  const violations: Violation[] = []
  const note = (who: string, what: string) => {
    lines.push(`${new Date(nowMs()).toISOString().slice(5, 23)} ${who.padEnd(12)} ${what}`)
  }
  return {
    lines,
    violations,
    note,
    broken: (promise, detail) => {
      if (violations.some(known => known.promise === promise && known.detail === detail)) return
      violations.push({ promise, detail })
      note('!', `BROKEN ${promise}: ${detail}`)
    },
    fingerprint: () => createHash('sha256').update(lines.join('\n')).digest('hex'),
  }
}
