export type DatePrecision = 'second' | 'minute' | 'date'

/** A date as it stands on paper. Without `hour` only the day is known; without `offsetMinutes` it counts as UTC. */
export type CivilDate = {
  year: number
  month: number
  day: number
  hour?: number | undefined
  minute?: number | undefined
  second?: number | undefined
  offsetMinutes?: number | undefined
}
/** `iso` is in UTC; `offsetMinutes` is there when another zone was written, and leads back to the day as written. */
export type ParsedDate = { iso: string; precision: DatePrecision; offsetMinutes?: number }

const MINUTE_MS = 60_000
const MAX_OFFSET_MINUTES = 15 * 60

/** Two-digit years up to 69 belong to this century (POSIX). */
export const fullYear = (year: number, digits: number): number =>
  digits > 2 ? year : year + (year < 70 ? 2_000 : 1_900)

/** Whether the calendar has this day: there is no 31 November. */
export const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9_999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysIn = (year: number, month: number): number =>
  month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0))
    ? 29
    : (DAYS_IN_MONTH[month - 1] ?? 0)

/** Milliseconds at the start of a day; years below 100 are taken as written. */
export const utcMs = (year: number, month: number, day: number): number =>
  year > 99 ? Date.UTC(year, month - 1, day) : new Date(0).setUTCFullYear(year, month - 1, day)

/**
 * ISO 8601 for a civil date, in UTC; undefined for a day or hour that does not exist. 24:00 is the next day,
 * a 60th second the next minute. Zero values of programming languages (year 1, the epoch) are no dates.
 */
export const toParsedDate = (civil: CivilDate): ParsedDate | undefined => {
  const { year, month, day, hour, minute = 0, second = 0, offsetMinutes = 0 } = civil
  if (!isDay(year, month, day)) return undefined
  const dayMs = utcMs(year, month, day)
  if (hour === undefined)
    return dayMs === ZERO_YEAR ? undefined : { iso: isoSeconds(dayMs).slice(0, 10), precision: 'date' }
  const isMidnight = hour === 24 && minute === 0 && second === 0
  if (
    (hour > 23 && !isMidnight) ||
    minute > 59 ||
    second > 60 ||
    Math.abs(offsetMinutes) > MAX_OFFSET_MINUTES
  )
    return undefined
  const ms = dayMs + (hour * 60 + minute - offsetMinutes) * MINUTE_MS + second * 1_000
  if (ms === 0 || ms === ZERO_YEAR) return undefined
  const precision = civil.second === undefined ? 'minute' : 'second'
  return { iso: isoSeconds(ms), precision, ...(offsetMinutes !== 0 && { offsetMinutes }) }
}

/** A parsed date as its publisher's clock showed it: `2026-11-21T23:30:00+04:00`, the day alone where no more is known. */
export const localIso = ({ iso, precision, offsetMinutes = 0 }: ParsedDate): string => {
  if (precision === 'date' || offsetMinutes === 0) return iso
  const distance = Math.abs(offsetMinutes)
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${two(Math.trunc(distance / 60))}:${two(distance % 60)}`
  return isoSeconds(Date.parse(iso) + offsetMinutes * MINUTE_MS).replace('Z', offset)
}

const ZONED = /T.+[+-]\d{2}:\d{2}$/

/** An ISO 8601 time moved to UTC; what has no offset, as a day alone has none, stays as it is. */
export const utcIso = (time: string): string => (ZONED.test(time) ? isoSeconds(Date.parse(time)) : time)

const ZERO_YEAR = -62_135_596_800_000

/** `toISOString` without milliseconds, at a third of its cost. */
const isoSeconds = (ms: number): string => {
  const date = new Date(ms)
  const day = `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return `${day}T${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}Z`
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
