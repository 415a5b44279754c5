const WORD = String.raw`[\p{L}\p{M}]{3,12}\.?`
const SHAPES = [
  new RegExp(
    String.raw`(?<!\p{N}[./:-]?)(?<day>\p{Nd}{1,2})(?:st|nd|rd|th|er|[.º])?\s(?:de\s)?(?<month>${WORD})(?![\p{L}\p{M}]|,?\s\p{Nd}{4})`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?<month>${WORD})\s(?<day>\p{Nd}{1,2})(?:st|nd|rd|th)?(?![\p{N}:.]|,?\s\p{Nd}{4})`,
    'giu',
  ),
  /(?<![\d./:-])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?!\d)/g,
]
const MAX_FOUND = 3

/** Days written without their year, such as "Samstag, 13. November", with the year of the page's address added. */
export function yearlessDates(text: string, year: string): string[] {
  const found = SHAPES.flatMap(shape => [...text.matchAll(shape)]).slice(0, MAX_FOUND)
  return found.map(({ groups: { day = '', month = '' } = {} }) =>
    /^\d/.test(month) ? `${day}.${month}.${year}` : `${day} ${month} ${year}`,
  )
}
