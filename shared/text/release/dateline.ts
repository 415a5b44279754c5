import { FULL_DATE } from '../../date/date-shapes.ts'
import { parseDate } from '../../date/parse-date.ts'
import { isAgency, isCapitals, isLabel, isRegion } from './dateline-names.ts'

const HEAD_CHARS = 160
/** A leap year, so that 29 February is a day where no year is written. */
const SOME_YEAR = 2024
/** What follows a city that has nothing else to show for itself. */
const PROSE_CHARS = 60
/** A month's name and its day, such as `September 30`. */
const DAY_CHARS = 12
const MAX_PLACE_WORDS = 5

const GAP = /[\s,،、;•=]+/uy
const DASH = /(?:\.?-{1,2}|[—–―])(?=[\s(/\p{L}\p{N}"“«„'‘]|$)|-{2,}/uy
const STOP = /[.:։।。]/uy
const MARK = /[([/]\s?([^()[\]/\n]{2,40}?)\s?[)\]/]/uy
const DAY_AND_MONTH =
  /(?:\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|d['’])?\p{L}[\p{L}\p{M}]{1,11}|\p{L}[\p{L}\p{M}]{1,11}\.?\s+\d{1,2}(?:st|nd|rd|th)?)(?![\p{L}\p{N}])/uy
const YEAR = /,?\s*(?:19|20)\d\d(?!\d)/uy
const CLOCK =
  /(?:@|at|um|à|alle|в|о)?\s*\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|US\/\w+|Eastern|Central|Pacific|Mountain|Uhr))?/uy
/** A short word may end in the dot of an abbreviation (`Calif.`), a longer one ends a sentence. */
const WORD =
  /(?:(?:de|del|della|di|da|do|dos|du|des|la|las|los|le|les|el|al|am|an der|auf|upon|sur|on|of|the|and|und|et|y|e|i|и|на|ar|ad)\s)?(?:\p{Lu}\.(?:\p{Lu}\.)+|[\p{Lu}\p{Lo}][\p{L}\p{M}'’]{0,4}\.(?=[\s,])|[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*[\p{L}\p{M}])/uy

/** What was read of a paragraph's beginning so far. */
type Read = { places: string[]; dates: string[]; marks: string[]; stops: number }

const WHOLE_DATE = new RegExp(FULL_DATE.source, FULL_DATE.flags.replace('g', 'y'))
/** Patterns of dates are dear: a date has a number among its first words. */
const MAY_BE_DATE = /(?:\p{L}[\p{L}\p{M}.'’]{0,20}[\s,.]{1,3}){0,2}\p{Nd}/uy

/** A date with its year. */
function wholeDateAt(text: string, at: number, language: string | undefined): string | undefined {
  const date = taken(WHOLE_DATE, text, at)
  return date !== undefined && parseDate(date, { language }) ? date : undefined
}

/** A day and a month without a year, or followed by one. */
function dayAt(text: string, at: number, language: string | undefined): string | undefined {
  const day = taken(DAY_AND_MONTH, text, at)
  if (day === undefined || !parseDate(`${day} ${SOME_YEAR}`, { language })) return undefined
  return day + (taken(YEAR, text, at + day.length) ?? '')
}

function taken(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Whether a name before a date only says which day of the week it is: `On Monday, 5 May`. */
function isDayWord(place: string, date: string, language: string | undefined): boolean {
  const name = place.replace(/^(?:on|am|den|le|el|il|em|na)\s/iu, '')
  return (
    /^(?:on|in|am|since|from|until|by)$/iu.test(name) ||
    [date, `${date} ${SOME_YEAR}`].some(day => parseDate(`${name}, ${day}`, { language }) !== undefined)
  )
}

function isProse(rest: string): boolean {
  return (
    rest.length >= PROSE_CHARS && /^["“«„'‘(]?[\p{Lu}\p{N}$€£]/u.test(rest) && /\p{Ll}{3}.*[.!?]/u.test(rest)
  )
}

export type DatelineHints = {
  language?: string | undefined
  /** Whether a city in capitals alone will do: further down they are headings of a list. */
  mayBeBare: boolean
}

type Ending = { rest: string; kind: 'dash' | 'stop' | 'mark' | 'end' }

/** Whether what was read before an ending is a place with something that makes it a dateline. */
function isDateline(
  { places, dates, marks, stops }: Read,
  { rest, kind }: Ending,
  { language, mayBeBare }: DatelineHints,
): boolean {
  const [first, second] = places.filter(place => !isAgency(place))
  const [date] = dates
  if (first === undefined || first.split(' ').length > MAX_PLACE_WORDS) return false
  const hasRegion = second !== undefined && isRegion(second, language)
  if (isLabel(first) && !hasRegion) return false
  const hasAgency = [...marks, ...places].some(isAgency)
  if (date !== undefined && isDayWord(first, date, language)) return false
  if (kind === 'mark') return date !== undefined && /^["“«„]?[\p{Lu}\p{Lo}\p{N}]/u.test(rest)
  if (kind === 'stop') return date !== undefined && (hasAgency || marks.length > 0)
  // A line of its own that has a name and a day may be a byline.
  if (kind === 'end') return date !== undefined && (hasRegion || hasAgency || !first.includes(' '))
  if (date !== undefined) return true
  if (hasAgency || hasRegion) return true
  if (!mayBeBare) return false
  const isMarked = marks.length === 0 || marks.some(mark => /^\p{Lu}{2,8}$/u.test(mark))
  return isCapitals(first) && places.length === 1 && stops === 0 && isMarked && isProse(rest)
}

/** Agencies of East Asia set theirs in brackets, or end it with the character for a dispatch. */
const EAST_ASIAN =
  /^(?:[【［[（(](?:[^】］\])）\n]{0,24}(?:\d{1,2}日|[=＝])[^】］\])）\n]{0,24})[】］\])）]|[\p{Script=Han}、·]{2,16}\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|電|讯|訊))/u
const EAST_ASIAN_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

function eastAsianDateline(paragraph: string): string | undefined {
  const found = EAST_ASIAN.exec(paragraph)?.[0]
  return found !== undefined && EAST_ASIAN_LETTER.test(found) ? found : undefined
}

/** `(Yerevan, 3 May)`, `(Dallas, Texas) –` */
function bracketedDateline(paragraph: string, hints: DatelineHints): string | undefined {
  const mark = taken(MARK, paragraph, 0)
  if (mark === undefined || mark.startsWith('/')) return undefined
  const inner = mark.slice(1, -1).trim()
  const rest = paragraph.slice(mark.length).trimStart()
  const dash = taken(DASH, rest, 0) ?? ''
  const scan = new DatelineScan(inner, rest.slice(dash.length).trimStart(), hints)
  return scan.read(dash === '' ? 'end' : 'dash') === inner ? mark : undefined
}

/** Reads names, dates and marks of agencies from the start of a paragraph, up to the last ending that makes it a dateline. */
class DatelineScan {
  private readonly places: string[] = []
  private readonly dates: string[] = []
  private readonly marks: string[] = []
  private place = ''
  private stops = 0
  private found: string | undefined
  /** Whether a date or an agency came since `found`: behind a dash the story begins, unless they are still to come. */
  private hasMore = true
  private readonly head: string
  private readonly following: string
  private readonly hints: DatelineHints

  constructor(head: string, following: string, hints: DatelineHints) {
    this.head = head
    this.following = following
    this.hints = hints
  }

  /** @returns the dateline, if the head has one; its own end is an ending of this kind. */
  read(lastEnding: Ending['kind']): string | undefined {
    let at = 0
    while (at < this.head.length) {
      const next = this.step(at)
      if (next === undefined) return this.found
      at = next
    }
    this.end(lastEnding, at, at)
    return this.found
  }

  /** Reads one part. @returns where the next one begins; undefined where the story does. */
  private step(at: number): number | undefined {
    const gap = taken(GAP, this.head, at)
    if (gap !== undefined) {
      if (gap.trim() !== '') this.endPlace()
      return at + gap.length
    }
    return this.stepMark(at) ?? this.stepDate(at) ?? this.stepEnding(at) ?? this.stepWord(at)
  }

  private stepMark(at: number): number | undefined {
    const mark = taken(MARK, this.head, at)
    if (mark === undefined) return undefined
    this.endPlace()
    this.marks.push(mark.slice(1, -1))
    this.hasMore = true
    this.end('mark', at + mark.length, at + mark.length)
    return at + mark.length
  }

  private stepDate(at: number): number | undefined {
    const date = this.dateAt(at)
    const time = date ?? taken(CLOCK, this.head, at)
    if (time === undefined) return undefined
    this.endPlace()
    if (date !== undefined) this.dates.push(date)
    this.hasMore = true
    return at + time.length
  }

  private dateAt(at: number): string | undefined {
    if (taken(MAY_BE_DATE, this.head, at) === undefined) return undefined
    const { language } = this.hints
    return wholeDateAt(this.head, at, language) ?? dayAt(this.head, at, language)
  }

  private stepEnding(at: number): number | undefined {
    const dash = taken(DASH, this.head, at)
    const stop = dash ?? taken(STOP, this.head, at)
    if (stop === undefined) return this.head[at] === '/' ? this.afterSlash(at) : undefined
    this.end(dash === undefined ? 'stop' : 'dash', at, at + stop.length)
    if (dash !== undefined) return at + stop.length
    this.stops++
    // What stands behind a colon is said of what stands before it.
    return stop === ':' ? undefined : at + stop.length
  }

  private afterSlash(at: number): number {
    this.endPlace()
    return at + 1
  }

  private stepWord(at: number): number | undefined {
    const word = taken(WORD, this.head, at)
    if (word === undefined) return undefined
    const isNamed = isAgency(word)
    const isNews = isNamed && ![...this.marks, ...this.places].some(isAgency)
    if (this.found !== undefined && !isNews && !/\d/.test(this.head.slice(at, at + DAY_CHARS)))
      return undefined
    this.place = this.place === '' ? word : `${this.place} ${word}`
    const end = at + word.length
    if (isNamed) {
      this.hasMore = true
      this.end('stop', word.endsWith('.') ? end - 1 : end, end)
    }
    return end
  }

  private endPlace(): void {
    if (this.place !== '') this.places.push(this.place)
    this.place = ''
  }

  private end(kind: Ending['kind'], from: number, to: number): void {
    this.endPlace()
    const rest = `${this.head.slice(to).trimStart()}${this.following}`
    const { places, dates, marks, stops } = this
    if (!this.hasMore || !isDateline({ places, dates, marks, stops }, { rest, kind }, this.hints)) return
    this.found = this.head.slice(0, from).trim().replace(/[,،]$/u, '')
    this.hasMore = false
  }
}

/**
 * The dateline that a paragraph opens with: place, and day or agency, as in `BRUSSELS, 12 March 2026 –`,
 * `МОСКВА, 5 мая. /ТАСС/.` or `北京3月5日电`. A city alone must stand in capitals before a sentence. Undefined for a
 * name before a dash, which may be anything.
 */
export function datelineOf(
  paragraph: string,
  hints: DatelineHints = { mayBeBare: true },
): string | undefined {
  const line = paragraph.trimStart()
  if (/^[-–—*•|]/.test(line)) return undefined
  if (EAST_ASIAN_LETTER.test(line.slice(0, 6))) return eastAsianDateline(line)
  const whole = line.length <= HEAD_CHARS && !line.includes('\n')
  const head = whole ? line : (line.slice(0, HEAD_CHARS).split('\n')[0] ?? '')
  const following = line.slice(head.length)
  return (
    bracketedDateline(line.slice(0, HEAD_CHARS), hints) ??
    new DatelineScan(head, following, hints).read('end')
  )
}
