import type { CivilDate } from './calendar.ts'
import { utcMs } from './calendar.ts'

/**
 * Minutes east of UTC by abbreviation. Where two zones share one, the reading is the one that press agencies
 * mean: BST is British summer time, IST Indian time, CST, AST and AMT those of America and Armenia.
 */
const OFFSET_MINUTES: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  AST: -240,
  ADT: -180,
  NST: -210,
  NDT: -150,
  BRT: -180,
  BRST: -120,
  ART: -180,
  UYT: -180,
  CLT: -240,
  CLST: -180,
  BOT: -240,
  VET: -240,
  COT: -300,
  PET: -300,
  ECT: -300,
  BST: 60,
  WEST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  WAT: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  CAT: 120,
  SAST: 120,
  EEST: 180,
  IDT: 180,
  MSK: 180,
  EAT: 180,
  TRT: 180,
  IRST: 210,
  MSD: 240,
  GST: 240,
  GET: 240,
  AZT: 240,
  AMT: 240,
  SAMT: 240,
  AFT: 270,
  PKT: 300,
  UZT: 300,
  TMT: 300,
  TJT: 300,
  YEKT: 300,
  IST: 330,
  NPT: 345,
  BDT: 360,
  KGT: 360,
  OMST: 360,
  MMT: 390,
  ICT: 420,
  WIB: 420,
  KRAT: 420,
  HKT: 480,
  SGT: 480,
  MYT: 480,
  PHT: 480,
  AWST: 480,
  WITA: 480,
  IRKT: 480,
  JST: 540,
  KST: 540,
  WIT: 540,
  YAKT: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  VLAT: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
}

/** Names that leave open whether summer time is in force: the place and the day decide. */
const PLACES: Record<string, string> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  AT: 'America/Halifax',
  AKT: 'America/Anchorage',
  EASTERN: 'America/New_York',
  CENTRAL: 'America/Chicago',
  MOUNTAIN: 'America/Denver',
  PACIFIC: 'America/Los_Angeles',
  ATLANTIC: 'America/Halifax',
}
const LONG_NAMES: [RegExp, string][] = [
  [/^coordinated universal time|^greenwich mean time/i, 'UTC'],
  [/^british summer time/i, 'BST'],
  [/^central european (?:standard )?time/i, 'CET'],
  [/^central european summer time/i, 'CEST'],
  [/^eastern european (?:standard )?time/i, 'EET'],
  [/^eastern european summer time/i, 'EEST'],
  [/^eastern standard time/i, 'EST'],
  [/^eastern daylight time/i, 'EDT'],
  [/^central standard time/i, 'CST'],
  [/^central daylight time/i, 'CDT'],
  [/^mountain standard time/i, 'MST'],
  [/^mountain daylight time/i, 'MDT'],
  [/^pacific standard time/i, 'PST'],
  [/^pacific daylight time/i, 'PDT'],
  [/^india(?:n)? standard time/i, 'IST'],
  [/^japan(?:ese)? standard time/i, 'JST'],
  [/^korean? standard time/i, 'KST'],
  [/^(?:beijing|hong kong|singapore) (?:standard )?time/i, 'HKT'],
  [/^moscow (?:standard )?time/i, 'MSK'],
]

export type Zone = { length: number; offsetMinutes: (civil: CivilDate) => number | undefined }

/**
 * The zone that `text` begins with, and how long its words are: an offset (`+0200`, `GMT-07:00`), an
 * abbreviation, a place of the IANA database or an American zone without its season.
 */
export const zoneAt = (text: string): Zone | undefined => {
  const numeric = /^(?:(?:GMT|UTC|UT)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?Z?(?![\d:.])/i.exec(text)
  if (numeric) return fixed(numeric[0].length, numericOffset(numeric))
  for (const [pattern, name] of LONG_NAMES) {
    const match = pattern.exec(text)
    if (match) return fixed(match[0].length, OFFSET_MINUTES[name] ?? 0)
  }
  const region = /^(eastern|central|mountain|pacific|atlantic)(?: time)?(?![\p{L}])/iu.exec(text)
  if (region) return inPlace(region[0].length, PLACES[(region[1] ?? '').toUpperCase()] ?? '')
  const iana = /^[A-Z][A-Za-z]{1,20}\/[A-Za-z_+-]{2,30}(?:\/[A-Za-z_]{2,30})?\d{0,2}/.exec(text)
  if (iana) return inPlace(iana[0].length, iana[0])
  const word = /^[A-Z]{1,5}(?![\p{L}\d])/u.exec(text)?.[0] ?? ''
  if (Object.hasOwn(OFFSET_MINUTES, word)) return fixed(word.length, OFFSET_MINUTES[word] ?? 0)
  return Object.hasOwn(PLACES, word) ? inPlace(word.length, PLACES[word] ?? '') : undefined
}

const numericOffset = ([, sign, hours, minutes]: RegExpExecArray): number => {
  const total = Number(hours) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -total : total
}

const fixed = (length: number, minutes: number): Zone => ({ length, offsetMinutes: () => minutes })

const inPlace = (length: number, place: string): Zone => ({
  length,
  offsetMinutes: civil => offsetIn(place, civil),
})

/** Offset of a place at a local time, undefined for a place that is not known. */
const offsetIn = (place: string, civil: CivilDate): number | undefined => {
  const clock = clockOf(place)
  if (!clock) return undefined
  const local =
    utcMs(civil.year, civil.month, civil.day) + ((civil.hour ?? 0) * 60 + (civil.minute ?? 0)) * 60_000
  const first = offsetAt(clock, local)
  return offsetAt(clock, local - first * 60_000)
}

const clocks = new Map<string, Intl.DateTimeFormat>()
const clockOf = (place: string): Intl.DateTimeFormat | undefined => {
  const known = clocks.get(place)
  if (known) return known
  try {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' })
    if (clocks.size < 600) clocks.set(place, clock)
    return clock
  } catch {
    return undefined
  }
}

const offsetAt = (clock: Intl.DateTimeFormat, ms: number): number => {
  const name = clock.formatToParts(ms).find(part => part.type === 'timeZoneName')?.value ?? ''
  const match = /([+-])(\d{2}):?(\d{2})/.exec(name)
  return match ? numericOffset(match) : 0
}
