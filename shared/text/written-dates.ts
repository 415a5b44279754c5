import { purposeOf } from './date-speech.ts'

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|\.|º|ª)?`
const WORD = String.raw`[\p{L}][\p{L}\p{M}’'-]{2,14}\.?`
const YEAR = String.raw`(?:19|20)\d\d`
const TIME = String.raw`(?:,?\s{0,2}(?:[|·•–—-]\s?)?(?:at\s|um\s|à\s|в\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?`
const JOIN = String.raw`(?:(?:de|of|di|d['’]|the)\s?)?`
/** Shapes of dates within a sentence; every repetition is bounded, so a search costs what the text is long. */
const SHAPES = [
  String.raw`${YEAR}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?`,
  String.raw`${YEAR}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]`,
  String.raw`${YEAR}\s?년\s?\d{1,2}\s?월\s?\d{1,2}\s?일`,
  String.raw`${YEAR}[./]\s?\d{1,2}[./]\s?\d{1,2}`,
  String.raw`(?<!\d\s?[-–.])\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?(?:${YEAR}|\d{2})${TIME}`,
  String.raw`(?<!\d\s?[-–])${DAY}[\s-]{0,2}${JOIN}${WORD}[,\s-]{1,2}(?:(?:de|del|do)\s)?${YEAR}${TIME}`,
  String.raw`${YEAR}[.,]?\s${WORD}\s\d{1,2}\b\.?`,
  String.raw`${WORD}\s{1,2}${DAY},?\s{1,2}${YEAR}${TIME}`,
]
const DATE = new RegExp(String.raw`(?<![\p{L}\d])(?:${SHAPES.join('|')})(?!\d)`, 'giu')

/** A string that has the shape of a date, with what the words around it call it. */
export type WrittenDate = { raw: string; purpose: 'published' | 'changed' | undefined }

const BEFORE_CHARS = 40
/** Chinese, Japanese and Korean say behind a date what it is of. */
const EAST_ASIAN = /^\s?[(（]?[\p{Script=Han}\p{Script=Hangul}]+/u
const AFTER_CHARS = 12

/** Strings within a text that have the shape of a date, in order; the first `limit` of them. */
export function writtenDates(text: string, limit: number): WrittenDate[] {
  const found: WrittenDate[] = []
  let end = 0
  for (const match of text.matchAll(DATE)) {
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

const NUMERIC = /(?<![\d.:/-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?![\d.:/-])/g

/** Whether the dates of a page say their day or their month first: a number above twelve is a day. */
export function orderOnPage(text: string): 'dmy' | 'mdy' | undefined {
  let dayFirst = 0
  let monthFirst = 0
  for (const [date] of text.matchAll(NUMERIC)) {
    const [first = 0, second = 0] = date.split(/[./-]/).map(Number)
    if (first > 12 && first < 32 && second < 13) dayFirst++
    if (second > 12 && second < 32 && first < 13) monthFirst++
  }
  if (dayFirst === 0 && monthFirst === 0) return undefined
  if (dayFirst > 0 && monthFirst > 0) return undefined
  return dayFirst > 0 ? 'dmy' : 'mdy'
}
