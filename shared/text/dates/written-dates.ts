import { ANY_DATE } from '../../date/date-shapes.ts'
import { type DatePurpose, purposeOf } from './date-speech.ts'

/** A string that has the shape of a date, with what the words around it call it. */
export type WrittenDate = { raw: string; purpose: DatePurpose | undefined }

const BEFORE_CHARS = 40
/** Chinese, Japanese and Korean say behind a date what it is of. */
const EAST_ASIAN = /^\s?[(（]?[\p{Script=Han}\p{Script=Hangul}]+/u
const AFTER_CHARS = 12

/** Strings within a text that have the shape of a date, in order; the first `limit` of them. */
export function writtenDates(text: string, limit: number): WrittenDate[] {
  if (!/\p{Nd}/u.test(text)) return []
  const found: WrittenDate[] = []
  let end = 0
  // matchAll would clone the pattern, which costs more than to run it over a line.
  ANY_DATE.lastIndex = 0
  for (let match = ANY_DATE.exec(text); match; match = ANY_DATE.exec(text)) {
    const [raw] = match
    const before = text.slice(Math.max(end, match.index - BEFORE_CHARS), match.index)
    end = match.index + raw.length
    const after = EAST_ASIAN.exec(text.slice(end, end + AFTER_CHARS))?.[0] ?? ''
    found.push({ raw, purpose: purposeOf(before) ?? purposeOf(after) })
    if (found.length >= limit) break
  }
  return found
}

/** As `writtenDates`, without those of changes. */
export function dateLikeParts(text: string, limit: number): string[] {
  return writtenDates(text, limit)
    .filter(({ purpose }) => purpose !== 'changed')
    .map(({ raw }) => raw)
}

/** As `writtenDates`, without those of changes and of other things. */
export function ownDates(text: string, limit: number): string[] {
  return writtenDates(text, limit)
    .filter(({ purpose }) => purpose === undefined || purpose === 'published')
    .map(({ raw }) => raw)
}

const NUMERIC = /(?<![\d.:/-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?![\d.:/-])/g
const NAMED_DAY_FIRST =
  /(?<!\d\s?)\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6},?\s(?:19|20)\d\d/g
const NAMED_MONTH_FIRST =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d/g

/**
 * Whether the dates of a page say their day or their month first: a number above twelve is a day. Where no number
 * tells, English pages that write "3 October 2023" and never "October 3, 2023" are no Americans'.
 */
export function orderOnPage(text: string): 'dmy' | 'mdy' | undefined {
  let dayFirst = 0
  let monthFirst = 0
  for (const [date] of text.matchAll(NUMERIC)) {
    const [first = 0, second = 0] = date.split(/[./-]/).map(Number)
    if (first > 12 && first < 32 && second < 13) dayFirst++
    if (second > 12 && second < 32 && first < 13) monthFirst++
  }
  if (dayFirst > 0 || monthFirst > 0) {
    return dayFirst > 0 && monthFirst > 0 ? undefined : dayFirst > 0 ? 'dmy' : 'mdy'
  }
  const isNamedDayFirst =
    (text.match(NAMED_DAY_FIRST)?.length ?? 0) >= MIN_NAMED && !text.match(NAMED_MONTH_FIRST)
  return isNamedDayFirst ? 'dmy' : undefined
}

const MIN_NAMED = 2
