const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|\.|º|ª)?`
const WORD = String.raw`\p{L}[\p{L}\p{M}]{2,14}\.?`
const YEAR = String.raw`(?:19|20)\d\d`
const TIME = String.raw`(?:,?\s{0,2}(?:[|·•–—-]\s?)?(?:at\s|um\s|à\s|в\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?`
/** Shapes of dates within a sentence; every repetition is bounded, so a search costs what the text is long. */
const SHAPES = [
  String.raw`${YEAR}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?`,
  String.raw`${YEAR}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日`,
  String.raw`${YEAR}\s?년\s?\d{1,2}\s?월\s?\d{1,2}\s?일`,
  String.raw`${YEAR}[./]\s?\d{1,2}[./]\s?\d{1,2}`,
  String.raw`\d{1,2}([./-])\d{1,2}\1(?:${YEAR}|\d{2})${TIME}`,
  String.raw`${DAY}[\s-]{1,2}(?:(?:de|of|di|d['’])\s?)?${WORD}[,\s-]{1,2}(?:(?:de|del|do)\s)?${YEAR}${TIME}`,
  String.raw`${WORD}\s{1,2}${DAY},?\s{1,2}${YEAR}${TIME}`,
]
const DATE = new RegExp(String.raw`(?<![\p{L}\d])(?:${SHAPES.join('|')})(?![\d\p{L}])`, 'giu')

/** Strings within a text that have the shape of a date, in order; the first `limit` of them. */
export function dateLikeParts(text: string, limit: number): string[] {
  const parts: string[] = []
  for (const [part] of text.matchAll(DATE)) {
    parts.push(part)
    if (parts.length >= limit) break
  }
  return parts
}
