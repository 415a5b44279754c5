import * as z from 'zod/mini'

const millisecondsPerUnit = new Map([
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/** A span of time as people write it: `5m`, `6h`, `1d`. No seconds: the schedule itself ticks once a minute. */
export const Duration = z.string().check(
  z.regex(/^[1-9][0-9]{0,3}[mhd]$/, {
    error: 'must be a whole number of minutes, hours or days: 5m, 6h, 1d',
  }),
)
export type Duration = z.infer<typeof Duration>

/** Milliseconds in a duration such as `5m`. Throws a RangeError for text that the Duration schema refuses. */
export function durationMs(duration: Duration): number {
  const perUnitMs = millisecondsPerUnit.get(duration.slice(-1))
  const count = Number(duration.slice(0, -1))
  if (perUnitMs === undefined || !Number.isInteger(count) || count < 1) {
    throw new RangeError(`not a duration: ${JSON.stringify(duration)}`)
  }
  return count * perUnitMs
}
