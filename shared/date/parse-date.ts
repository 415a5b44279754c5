import type { ParsedDate } from './calendar.ts'
import { toParsedDate } from './calendar.ts'
import { parseIsoDate } from './iso-date.ts'
import { inOurCalendar } from './other-calendars.ts'
import type { DateHints } from './written-date.ts'
import { parseWrittenDate } from './written-date.ts'

/** Longer strings are sentences, not dates. */
const MAX_LENGTH = 120
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const RFC_822 =
  /^(?:[a-z]{3}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? (?:GMT|UTC|Z|([+-])(\d{2})(\d{2}))$/i

/**
 * Reads a date as publishers write it: RFC 822 and 3339, W3CDTF, Unix seconds, dates in words and numbers in
 * some fifty languages. The answer is ISO 8601 in UTC, `2026-11-21` where no time is given, and does not depend on
 * the zone of this machine. Without a zone the time counts as UTC; without a hint `04/05` with slashes is April.
 * Undefined for what is no date: nothing is guessed, never `now`.
 */
export const parseDate = (raw: string, hints: DateHints = {}): ParsedDate | undefined => {
  if (raw.length > MAX_LENGTH * 4) return undefined
  const usual = parseRfc822(raw) ?? parseIsoDate(raw)
  if (usual) return toParsedDate(usual)
  const language = /[۰-۹]/.test(raw) ? 'fa' : hints.language
  const text = inOurCalendar(normalised(raw), language)
  if (text.length < 4 || text.length > MAX_LENGTH || !/\d/.test(text)) return undefined
  const civil = parseRfc822(text) ?? parseIsoDate(text)
  if (civil) return toParsedDate(civil)
  const epoch = parseEpoch(text)
  if (epoch) return epoch
  const written = parseWrittenDate(text, hints)
  return written && toParsedDate(written)
}

/** Digits of other scripts become ours, odd spaces plain ones, `T` before a time a space. */
const normalised = (raw: string): string => {
  const text = raw.trim()
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : ourDigits(text.normalize('NFC'))
  return plain
    .replace(/[\u200c-\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(\d)T(\d)/, '$1 $2')
    .trim()
}

const ourDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--
    return String(code - zero)
  })

const parseRfc822 = (text: string) => {
  const match = RFC_822.exec(text)
  const month = match ? MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1 : 0
  if (!match || month === 0) return undefined
  const [, day, , year, hour, minute, second, sign, offsetHours, offsetMinutes] = match
  const offset = Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)
  return {
    year: Number(year),
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? undefined : Number(second),
    offsetMinutes: sign === '-' ? -offset : offset,
  }
}

/** Seconds or milliseconds since 1970, of the years 1990 to 2100. */
const parseEpoch = (text: string): ParsedDate | undefined => {
  if (!/^\d{9,10}(?:\.\d{1,9})?$|^\d{12,13}$/.test(text)) return undefined
  const seconds =
    text.split('.')[0]?.length === 12 || text.length === 13 ? Number(text) / 1_000 : Number(text)
  if (seconds < 631_152_000 || seconds > 4_102_444_800) return undefined
  return {
    iso: new Date(Math.floor(seconds) * 1_000).toISOString().replace('.000Z', 'Z'),
    precision: 'second',
  }
}
