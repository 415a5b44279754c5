import type { CivilDate } from './calendar.ts'
import { fullYear, isDay, utcMs } from './calendar.ts'
import { takeTime } from './time-of-day.ts'
import { readWord } from './words.ts'
import { zoneAt } from './zones.ts'

export type DateHints = { language?: string | undefined; order?: 'dmy' | 'mdy' | 'ymd' | undefined }

type Found = {
  numbers: string[]
  separators: string[]
  month?: number | undefined
  monthAt: number
  weekday?: number | undefined
}

/**
 * A date in words or numbers, in any language whose names are known: `Fri, 21 Nov 2026 09:00 ET`,
 * `21 de noviembre de 2026`, `21.11.2026 - 9:00`, `2026년 11월 21일`. A word that is not known makes it unreadable.
 */
export const parseWrittenDate = (text: string, hints: DateHints): CivilDate | undefined => {
  const korean = /[년월일]|오전|오후/.test(text)
  const { time, rest } = takeTime(text)
  const found = collect(withoutNotes(rest), hints.language)
  const day =
    found && (found.month === undefined ? numericDay(found, hints, TWELVE_HOURS.test(text)) : namedDay(found))
  if (!day) return undefined
  const civil: CivilDate = { ...day, hour: time?.hour, minute: time?.minute, second: time?.second }
  if (time?.zone) {
    const offset = time.zone.offsetMinutes(civil)
    return offset === undefined ? undefined : { ...civil, offsetMinutes: offset }
  }
  return korean && time ? { ...civil, offsetMinutes: 540 } : civil
}

/** The months of the Levant whose names are two words. */
const LEVANTINE: Readonly<Record<string, string>> = {
  'كانون الثاني': 'يناير',
  'تشرين الأول': 'أكتوبر',
  'تشرين الثاني': 'نوفمبر',
  'كانون الأول': 'ديسمبر',
}

/** Without remarks in brackets, ordinal endings, and the signs that East Asian dates carry. */
const withoutNotes = (text: string): string =>
  text
    .replace(/(كانون|تشرين) (الأول|الثاني)/u, (_, name, which) => LEVANTINE[`${name} ${which}`] ?? '')
    .replace(/(\d{1,2})\s?(?:tháng|thg)\s?(\d{1,2}),?\s(?:năm\s)?(\d{4})/iu, '$3-$2-$1')
    .replace(/(?:วัน\p{Script=Thai}{1,20}?)?ที่\s/u, ' ')
    .replace(/\([^()]{0,60}\)|（[^（）]{0,20}）/g, ' ')
    .replace(/[^()]{0,60}\)\s?$/, remark => (/\d/.test(remark) ? remark : ' '))
    .replace(/(?:星期|周|週|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일/g, ' ')
    .replace(/(\d)\s?[年月년월]\s?/g, '$1-')
    .replace(/(\d)\s?[日일號号]/g, '$1 ')
    .replace(/(\d)(?:st|nd|rd|th|er|ème|e|o|º|ª|°|-?го|-?ті|-?е)(?![\p{L}\d])/giu, '$1')

const collect = (text: string, language: string | undefined): Found | undefined => {
  const found: Found = { numbers: [], separators: [], monthAt: -1 }
  let separator = ''
  for (const [token] of text.matchAll(/\d+|[\p{L}\p{M}][\p{L}\p{M}.'’׳״॰]*|[^\d\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(token)) {
      if (token.length > 4) return undefined
      found.separators.push(separator.trim())
      found.numbers.push(token)
      separator = ''
    } else if (!/^[\p{L}\p{M}]/u.test(token)) {
      if (/[:+]/.test(token) && found.numbers.length > 0) return undefined
      separator += token
    } else if (!takeWord(token, language, found)) return undefined
  }
  return found
}

/** The last month named is the month: in `mar. 3 nov. 2026` the first is a Tuesday. */
const takeWord = (token: string, language: string | undefined, found: Found): boolean => {
  const word = readWord(token, language)
  if (
    word.month !== undefined &&
    !(word.weekday !== undefined && found.numbers.length === 0 && found.month !== undefined)
  ) {
    found.month = word.month
    found.monthAt = found.numbers.length
  }
  found.weekday ??= word.weekday
  return (
    word.month !== undefined ||
    word.weekday !== undefined ||
    word.isFiller ||
    (zoneAt(token)?.length ?? 0) >= token.length
  )
}

const namedDay = ({ numbers, month = 0, monthAt }: Found): CivilDate | undefined => {
  const [first = '', second] = numbers
  if (numbers.length === 1 && first.length === 4) return { year: Number(first), month, day: 1 }
  if (second === undefined || numbers.length !== 2) return undefined
  const yearFirst = first.length > 2 || (Number(first) > 31 && monthAt > 0)
  const [year, day] = yearFirst ? [first, second] : [second, first]
  return day.length > 2 ? undefined : valid(fullYear(Number(year), year.length), month, Number(day))
}

const numericDay = (
  { numbers, separators, weekday }: Found,
  hints: DateHints,
  isTwelveHours: boolean,
): CivilDate | undefined => {
  const [a = '', b = '', c = ''] = numbers
  if (numbers.length !== 3 || b.length > 2) return undefined
  if (a.length === 4) return valid(Number(a), Number(b), Number(c))
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined
  const year = fullYear(Number(c), c.length)
  const dayFirst = valid(year, Number(b), Number(a))
  const monthFirst = valid(year, Number(a), Number(b))
  if (!dayFirst || !monthFirst) return dayFirst ?? monthFirst
  if (weekday !== undefined && weekdayOf(dayFirst) !== weekdayOf(monthFirst)) {
    if (weekdayOf(monthFirst) === weekday) return monthFirst
    if (weekdayOf(dayFirst) === weekday) return dayFirst
  }
  return isMonthFirst(separators[1] ?? '', hints, isTwelveHours) ? monthFirst : dayFirst
}

const AMERICAN = /^(?:en(?:-(?:us|ca|ph))?|fil|es-us)$/i
const TWELVE_HOURS = /\d\s?[ap]\.?m\b/i

/**
 * Slashes mean month first where Americans write, and where nothing is known (as JavaScript and Go read them); so do
 * hyphens before an hour of theirs, as old forums print them.
 */
const isMonthFirst = (separator: string, { language, order }: DateHints, isTwelveHours: boolean): boolean => {
  if (order !== undefined) return order === 'mdy'
  if (separator === '/') return language === undefined || AMERICAN.test(language)
  return separator === '-' && isTwelveHours && AMERICAN.test(language ?? '')
}

const weekdayOf = ({ year, month, day }: CivilDate): number => new Date(utcMs(year, month, day)).getUTCDay()

const valid = (year: number, month: number, day: number): CivilDate | undefined =>
  isDay(year, month, day) ? { year, month, day } : undefined
