import type { CivilDate } from './calendar.ts'
import { fullYear, isDay } from './calendar.ts'

const TIME = String.raw`(?:[T\s]\s?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,12})?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?Z?)?`
const FULL = new RegExp(String.raw`^(\d{4})-?0?(\d{2})-?(\d{2})${TIME}$`, 'i')
const SHAPES: [RegExp, (match: string[]) => CivilDate | undefined][] = [
  [/^(\d{4})$/, ([, y]) => monthOf(y, '1')],
  [/^(\d{4})-(\d{2})$/, ([, y, m]) => monthOf(y, m)],
  [/^(\d{4})-?(\d{3})$/, ([, y, ordinal]) => ordinalOf(y, ordinal)],
  [/^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i, ([, y, week, weekday]) => weekOf(y, week, weekday)],
  [/^(\d{2})-?(\d{2})-?(\d{2})$/, ([, y, m, d]) => shortDay(y, m, d)],
  [/^(\d{2})-?(\d{3})$/, ([, y, ordinal]) => ordinalOf(y, ordinal)],
  [/^-(\d{2})-?(\d{2})$/, ([, y, m]) => monthOf(y, m)],
]

/**
 * Dates of ISO 8601 and W3CDTF, also without hyphens, as ordinal or week date, or cut to the month or year (whose
 * first day then stands for it). RFC 3339 §5.6 is the usual case.
 */
export const parseIsoDate = (text: string): CivilDate | undefined => {
  const full = FULL.exec(text)
  if (full) return fullDate(full)
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(text)
    if (match) return read([...match])
  }
  return undefined
}

const fullDate = ([, year, month, day, hour, minute, second, zone]: RegExpExecArray): CivilDate => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
  hour: hour === undefined ? undefined : Number(hour),
  minute: minute === undefined ? undefined : Number(minute),
  second: second === undefined ? undefined : Number(second),
  offsetMinutes: zone === undefined ? undefined : isoOffset(zone),
})

/** Minutes east of UTC of `Z`, `+02`, `+0200` or `+02:00`; a `Z` behind an offset adds nothing. */
const isoOffset = (zone: string): number => {
  const digits = zone.replace(/\D/g, '')
  const minutes = Number(digits.slice(0, 2) || 0) * 60 + Number(digits.slice(2) || 0)
  return zone.startsWith('-') ? -minutes : minutes
}

const yearOf = (year = ''): number => fullYear(Number(year), year.length)

const monthOf = (year: string | undefined, month: string | undefined): CivilDate => ({
  year: yearOf(year),
  month: Number(month),
  day: 1,
})

const shortDay = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CivilDate | undefined => {
  const civil = { year: yearOf(year), month: Number(month), day: Number(day) }
  return isDay(civil.year, civil.month, civil.day) ? civil : undefined
}

const ordinalOf = (year: string | undefined, ordinal: string | undefined): CivilDate | undefined => {
  const days = Number(ordinal)
  return days >= 1 && days <= 366 ? dayAt(Date.UTC(yearOf(year), 0, days)) : undefined
}

const weekOf = (year: string | undefined, week: string | undefined, weekday = '1'): CivilDate | undefined => {
  const fourth = new Date(Date.UTC(yearOf(year), 0, 4))
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7)
  const weeks = Number(week)
  return weeks >= 1 && weeks <= 53
    ? dayAt(Date.UTC(yearOf(year), 0, monday + (weeks - 1) * 7 + Number(weekday) - 1))
    : undefined
}

const dayAt = (ms: number): CivilDate => {
  const date = new Date(ms)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
