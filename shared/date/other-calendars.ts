const DAY_MS = 86_400_000
/** Mean lengths of the year and the day 1/1/1 of each calendar, near enough to begin a search (days since 1970). */
const CALENDARS = {
  persian: { yearDays: 365.2422, firstDay: -492_268 },
  'islamic-umalqura': { yearDays: 354.3671, firstDay: -492_148 },
} as const
type Calendar = keyof typeof CALENDARS

const clocks = new Map<Calendar, Intl.DateTimeFormat>()

function clockOf(calendar: Calendar): Intl.DateTimeFormat {
  const known = clocks.get(calendar)
  if (known) return known
  const format = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, format)
  clocks.set(calendar, made)
  return made
}

function partsAt(calendar: Calendar, days: number): Record<string, number> {
  const parts = clockOf(calendar).formatToParts(days * DAY_MS)
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
}

/** The day of another calendar as ISO 8601, undefined where that calendar has no such day: found by asking the runtime's. */
function isoOf(calendar: Calendar, year: number, month: number, day: number): string | undefined {
  const { yearDays, firstDay } = CALENDARS[calendar]
  let days = Math.round(firstDay + (year - 1) * yearDays + (month - 1) * (yearDays / 12) + day - 1)
  for (let tries = 0; tries < 6; tries++) {
    const at = partsAt(calendar, days)
    const months = (year - (at.year ?? 0)) * 12 + month - (at.month ?? 0)
    const off = Math.round(months * (yearDays / 12)) + day - (at.day ?? 0)
    if (off === 0 && months === 0) return new Date(days * DAY_MS).toISOString().slice(0, 10)
    days += off === 0 ? Math.sign(months) : off
  }
  return undefined
}

const PERSIAN =
  'فروردین|حمل اردیبهشت|ثور خرداد|جوزا تیر|سرطان مرداد|اسد شهریور|سنبله مهر|میزان آبان|عقرب آذر|قوس دی|جدی بهمن|دلو اسفند|حوت'
    .split(' ')
    .map(names => names.split('|'))
const ISLAMIC = [
  ['محرم'],
  ['صفر'],
  ['ربيع الأول'],
  ['ربيع الآخر', 'ربيع الثاني'],
  ['جمادى الأولى'],
  ['جمادى الآخرة', 'جمادى الثانية'],
  ['رجب'],
  ['شعبان'],
  ['رمضان'],
  ['شوال'],
  ['ذو القعدة', 'ذي القعدة'],
  ['ذو الحجة', 'ذي الحجة'],
]

/** A rule that reads day, month's name and a year of the 14th or 15th century. */
function named(calendar: Calendar, months: readonly (readonly string[])[]): Rule {
  const names = months.flat().join('|')
  return [
    new RegExp(`(\\d{1,2})\\s(${names})\\s?(?:ماه\\s)?،?\\s?(1[34]\\d{2})(?:\\s?هـ)?(?!\\d)`),
    (match, [, day, name = '', year]) =>
      isoOf(calendar, Number(year), months.findIndex(of => of.includes(name)) + 1, Number(day)) ?? match,
  ]
}

type Rule = [RegExp, (match: string, groups: readonly string[]) => string]

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  R: 2018,
  H: 1988,
  S: 1925,
}
const eraYear = (era = '', year = ''): number => (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))

/** Where the words themselves name the calendar. */
const STATED: readonly Rule[] = [
  [/(令和|平成|昭和)\s?(元|\d{1,2})\s?年/, (_, [, era, year]) => `${eraYear(era, year)}年`],
  [/(?:中華)?民[國国]\s?(\d{2,3})\s?年/, (_, [, year]) => `${Number(year) + 1911}年`],
  [/พ\.?\s?ศ\.?\s?(2[45]\d{2})/, (_, [, year]) => String(Number(year) - 543)],
  [/ค\.?\s?ศ\.?\s?(?=\d{4})/, () => ''],
  named('persian', PERSIAN),
  named('islamic-umalqura', ISLAMIC),
]
/** Where only the language of the page tells it: years that no other calendar in use there has. */
const ASSUMED: readonly [RegExp, Rule][] = [
  [
    /^ja/,
    [
      /(?<![\p{L}\d])([RHS])(\d{1,2})[./](\d{1,2})[./](\d{1,2})(?!\d)/u,
      (_, [, era, y, m, d]) => `${eraYear(era, y)}-${m}-${d}`,
    ],
  ],
  [/^th/, [/(?<!\d)(2[45]\d{2})(?!\d)/, (_, [, year]) => String(Number(year) - 543)]],
  [
    /^zh(?!-(?:hans|cn|sg))/i,
    [
      /(?<!\d)(1\d{2})(?=\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}(?!\d))/,
      (_, [, year]) => String(Number(year) + 1911),
    ],
  ],
  [
    /^(?:fa|prs|ps)/,
    [
      /(?<!\d)(1[34]\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
      (match, [, y, m, d]) => isoOf('persian', Number(y), Number(m), Number(d)) ?? match,
    ],
  ],
]
const THAI_SHORT = /(?<=\p{Script=Thai}[.\s]{1,2})([67]\d)(?!\d)/u

/**
 * A written date with its year (and month, where the calendar has its own) turned into ours: Japanese eras, the years
 * of the Republic in Taiwan, Buddhist years in Thailand, the solar calendar of Iran and Afghanistan, and the Islamic one
 * by Umm al-Qura. Calendars that the words do not name are assumed from the language alone. Expects ASCII digits.
 */
export function inOurCalendar(text: string, language: string | undefined): string {
  const rules = [...STATED, ...ASSUMED.filter(([of]) => of.test(language ?? '')).map(([, rule]) => rule)]
  let read = text
  for (const [shape, rewrite] of rules) {
    read = read.replace(shape, (...groups) => rewrite(String(groups[0]), groups.map(String)))
  }
  return read.replace(THAI_SHORT, year => String(Number(year) + 1957))
}
