import * as z from 'zod/mini'
import { isoTime } from '../../shared/runtime/clock.ts'

const DAY_MS = 86_400_000
const MAX_MS = Date.parse('3000-01-01')

const error = 'must be a date such as 2026-11-21 or a time with its offset such as 2026-11-21T08:30:00Z'

/**
 * A day in UTC, or a moment. The plus sign of an offset arrives as a space when a caller forgot to encode it;
 * at that place it can have been nothing else. Seconds may be left out (precision -1).
 */
export const PointInTime = z.pipe(
  z.pipe(
    z.string(),
    z.transform(text => text.replace(/ (\d{2}:\d{2})$/, '+$1')),
  ),
  z
    .union(
      [z.iso.date(), z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
      { error },
    )
    .check(
      z.refine(
        text => Date.parse(text) >= 0 && Date.parse(text) < MAX_MS,
        'must lie between the years 1970 and 2999',
      ),
    ),
)

/** The first moment of a day, or the moment itself, in UTC with milliseconds: comparable with our own times. */
export function startOf(pointInTime: string): string {
  return isoTime(Date.parse(pointInTime))
}

/** The moment at which a day is over, or the moment itself. */
export function endOf(pointInTime: string): string {
  const isDay = pointInTime.length === 'YYYY-MM-DD'.length
  return isoTime(Date.parse(pointInTime) + (isDay ? DAY_MS : 0))
}
