const YEAR = '(?<year>(?:19|20)[0-9]{2})'
const MONTH = '(?<month>0[1-9]|1[0-2])'
const DAY = '(?<day>0[1-9]|[12][0-9]|3[01])'
const NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Shapes of days in paths: a folder each, one folder, within a name; months of newspapers' archives in English letters. */
const SHAPES = [
  new RegExp(`/${YEAR}[/-]?${MONTH}[/-]?${DAY}(?=[/_.-]|$)`),
  new RegExp(`(?<=[/_-])${YEAR}([-_])${MONTH}\\2${DAY}(?![0-9])`),
  new RegExp(`/${YEAR}/(?<name>${NAMES.join('|')})[a-z]{0,6}/(?<day>0?[1-9]|[12][0-9]|3[01])(?=/|$)`, 'i'),
  new RegExp(`(?<=[/_-])${DAY}[-.]${MONTH}[-.]${YEAR}(?![0-9])`),
]

/** The day that an address holds, as ISO 8601; whether the calendar has it is not asked. */
export function urlDate(url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  for (const shape of SHAPES) {
    const { year, month, day = '', name = '' } = shape.exec(path)?.groups ?? {}
    const ofName = String(NAMES.indexOf(name.toLowerCase()) + 1)
    if (year !== undefined) return `${year}-${(month ?? ofName).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return undefined
}

const PERIODS = [new RegExp(`/${YEAR}[/-]?${MONTH}(?=/|$)`), new RegExp(`/${YEAR}(?=/)`)]

/** The month or, where it names no month, the year that folders of an address stand for: `2015-07`, `2015`. */
export function urlPeriod(url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  for (const shape of PERIODS) {
    const { year, month } = shape.exec(path)?.groups ?? {}
    if (year !== undefined) return month === undefined ? year : `${year}-${month}`
  }
  return undefined
}
