import type { DateHints } from '../date/written-date.ts'

const NUMERIC = /(?<!\d)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)/

/**
 * Whether day or month comes first in the dates of one list, which nobody writes in two ways: a number above 12
 * shows it; without any, the one order in which the list is sorted, newest first, or in which it spans days and not
 * months (12/11, 11/11, 10/11). Undefined when nothing tells.
 */
export const orderOfDates = (rawDates: string[]): DateHints['order'] => {
  const dates = rawDates.flatMap(raw => {
    const [, first, second, year] = NUMERIC.exec(raw.slice(0, 200)) ?? []
    return year === undefined ? [] : [{ first: Number(first), second: Number(second), year: Number(year) }]
  })
  const isDayFirst = dates.some(date => date.first > 12)
  const isMonthFirst = dates.some(date => date.second > 12)
  if (isDayFirst || isMonthFirst) return isDayFirst === isMonthFirst ? undefined : isDayFirst ? 'dmy' : 'mdy'
  const dayFirst = daysOf(dates.map(date => [date.year, date.second, date.first]))
  const monthFirst = daysOf(dates.map(date => [date.year, date.first, date.second]))
  const [isDaySorted, isMonthSorted] = [isNewestFirst(dayFirst), isNewestFirst(monthFirst)]
  if (isDaySorted !== isMonthSorted) return isDaySorted ? 'dmy' : 'mdy'
  if (!isDaySorted) return undefined
  if (spanOf(dayFirst) * 4 < spanOf(monthFirst)) return 'dmy'
  return spanOf(monthFirst) * 4 < spanOf(dayFirst) ? 'mdy' : undefined
}

/** Numbers that sort and differ as the days do, months counted as 31 days. */
const daysOf = (dates: number[][]): number[] =>
  dates.map(([year = 0, month = 0, day = 0]) => (year * 12 + month) * 31 + day)

const spanOf = (days: number[]): number => (days[0] ?? 0) - (days.at(-1) ?? 0)

/** Two dates are sorted one time in two by chance, so fewer than three say nothing. */
const isNewestFirst = (days: number[]): boolean =>
  new Set(days).size >= 3 && days.every((day, at) => at === 0 || day <= (days[at - 1] ?? day))
