import type { ParsedDate } from './calendar.ts'
import { parseDate } from './parse-date.ts'
import type { DateHints } from './written-date.ts'

const TIME = String.raw`(?:[\s,T–|-]{1,4}(?:at |um |à |kl\.? ?)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?`
/** Shapes that hold a day, a month and a year; which of them is a date the parser decides. */
const SHAPES = [
  new RegExp(String.raw`(?<![\d.])\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)${TIME}`, 'u'),
  new RegExp(String.raw`(?<![\d.])\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{4}(?!\d)${TIME}`, 'u'),
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|\.)?,?\s?(?:de |d['’])?\p{L}{3,14}\.?,?\s?(?:de |del )?\d{4}(?!\d)${TIME}`,
    'iu',
  ),
  new RegExp(String.raw`(?<!\p{L})\p{L}{3,14}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)${TIME}`, 'iu'),
  /\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/u,
  /(?<![\d.])\d{1,2}[-./]\d{1,2}[-./]\d{2}(?![\d./-])/u,
]

/** The first day, month and year written somewhere in a text, with the words it was found in. */
export const findDate = (text: string, hints: DateHints = {}): (ParsedDate & { raw: string }) | undefined => {
  const searched = text.slice(0, 2_000)
  for (const shape of SHAPES) {
    const raw = shape.exec(searched)?.[0].trim()
    const parsed = raw === undefined ? undefined : parseDate(raw, hints)
    if (raw !== undefined && parsed) return { ...parsed, raw }
  }
  return undefined
}
