import { localIso } from '../../date/calendar.ts'
import { parseDate } from '../../date/parse-date.ts'

export type DatePrecision = 'second' | 'minute' | 'date'
export type DateBasis = 'selector' | 'jsonld' | 'meta' | 'markup' | 'url' | 'text'
/** A date with the publisher's own day: `2026-11-21T23:30:00+04:00`, or the day alone. */
export type FoundDate = { iso: string; precision: DatePrecision; basis: DateBasis }
export type DateReading = NonNullable<Parameters<typeof parseDate>[1]> & {
  /** The year in the address of the page: an archive's may be older than the web. */
  urlYear?: string | undefined
}

/** Nothing on the web is older; what claims to be is a default value of some editor. */
const EARLIEST = '1990-01-01'
const LATEST_YEAR = 2100

/** Whether an article can be of this day: of the web's years, or of the year that its own address names. */
export function isPossible(iso: string, urlYear: string | undefined): boolean {
  return (iso >= EARLIEST || iso.slice(0, 4) === urlYear) && Number(iso.slice(0, 4)) < LATEST_YEAR
}

/** The first of some strings that reads as a date which can be. */
export function firstDate(
  values: Iterable<string | null | undefined>,
  basis: DateBasis,
  reading: DateReading,
): FoundDate | undefined {
  for (const value of values) {
    const parsed = value ? parseDate(value, reading) : undefined
    if (parsed && isPossible(parsed.iso, reading.urlYear)) {
      return { iso: localIso(parsed), precision: parsed.precision, basis }
    }
  }
  return undefined
}

const DAY_MS = 86_400_000

/** Whole days from the day of `b` to that of `a`, each by its own clock. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS)
}

/** Whether a date lies in a month or year, or within a day of it: publishers' clocks differ. */
export function isWithin(iso: string, period: string): boolean {
  const ms = Date.parse(iso.slice(0, 10))
  return [0, -1, 1].some(days => new Date(ms + days * DAY_MS).toISOString().startsWith(period))
}

/**
 * A time that a page states in UTC while its address has the day before or after, by the clock of its place: the same
 * moment with the nearest offset that puts it on that day. As it is when no place on earth has one.
 */
export function onDayOf(found: FoundDate, day: string): FoundDate {
  const days = daysBetween(day, found.iso)
  if (!found.iso.endsWith('Z') || Math.abs(days) !== 1) return found
  const hour = Number(found.iso.slice(11, 13))
  const offsetHours = days < 0 ? -(hour + 1) : 24 - hour
  if (offsetHours < -12 || offsetHours > 14) return found
  return { ...found, iso: localIso({ ...found, offsetMinutes: offsetHours * 60 }) }
}
