import type { ParsedDate } from './calendar.ts'
import { ANY_DATE, FULL_DATE } from './date-shapes.ts'
import { parseDate } from './parse-date.ts'
import type { DateHints } from './written-date.ts'

const MAX_SEARCHED_CHARS = 2_000

/** The first day, month and year written somewhere in a text, with the words it was found in. */
export const findDate = (text: string, hints: DateHints = {}): (ParsedDate & { raw: string }) | undefined => {
  const searched = text.slice(0, MAX_SEARCHED_CHARS)
  for (const shape of [FULL_DATE, ANY_DATE]) {
    for (const [match] of searched.matchAll(shape)) {
      const raw = match.trim()
      const parsed = parseDate(raw, hints)
      if (parsed) return { ...parsed, raw }
    }
  }
  return undefined
}
