import type { LineDates } from './date-lines.ts'
import { publishedStatements } from './date-statements.ts'
import type { DateSources } from './dates.ts'
import { classedDates, type MarkedDate } from './marked-dates.ts'
import { type DateBasis, type DateReading, type FoundDate, firstDate, isWithin } from './stated-date.ts'
import { yearlessDates } from './yearless-dates.ts'

/** The first date of a page that lies in the month or year of its address, days without a year among them. */
export function firstWithin(
  period: string,
  { page, meta, data, title }: DateSources,
  marked: readonly MarkedDate[],
  lines: LineDates,
  reading: DateReading,
): FoundDate | undefined {
  const near = lines.near()
  const year = period.slice(0, 4)
  const yearless = (text: string) => yearlessDates(text, year)
  const values: [DateBasis, () => (string | undefined)[]][] = [
    ['jsonld', () => [data?.published]],
    ['meta', () => [...publishedStatements(meta)]],
    ['markup', () => marked.flatMap(({ stated, shown }) => [...stated, shown])],
    ['text', () => [...near.spoken, ...near.bare, ...near.spokenLater]],
    ['markup', () => classedDates(page, title)],
    ['text', () => near.bareLater],
    ['text', () => near.lines.flatMap(yearless)],
    ['markup', () => classedDates(page, title, yearless)],
    ['text', lines.anywhere],
  ]
  for (const [basis, read] of values) {
    for (const value of read()) {
      const found = firstDate([value], basis, reading)
      if (found && isWithin(found.iso, period)) return found
    }
  }
  return undefined
}
