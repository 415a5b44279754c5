import type { NearDates } from './date-lines.ts'
import { type DateReading, daysBetween, type FoundDate, firstDate } from './stated-date.ts'

/** The first date of some lines that is no later than the last change the page tells beside its headline. */
export function firstUnchanged(
  dates: readonly string[],
  near: NearDates | undefined,
  reading: DateReading,
): FoundDate | undefined {
  const changed = firstDate(near?.changed ?? [], 'text', reading)
  for (const date of dates) {
    const found = firstDate([date], 'text', reading)
    if (found && (!changed || daysBetween(found.iso, changed.iso) <= 0)) return found
  }
  return undefined
}

/** The date that lines beside the headline give. */
export function nearest(near: NearDates, reading: DateReading): FoundDate | undefined {
  const spoken = firstDate(near.spoken, 'text', reading)
  if (spoken) return spoken
  const bare = firstUnchanged(near.bare, near, reading)
  const later = firstDate(near.spokenLater, 'text', reading)
  // Events are announced before their day, answers are "posted" after that of the article.
  return bare && later ? (daysBetween(bare.iso, later.iso) > 0 ? later : bare) : (bare ?? later)
}

/** A date beside the headline that can contradict what the page states: the line says so, or says nothing else. */
export function contraryDate({ spoken, alone }: NearDates, reading: DateReading): FoundDate | undefined {
  const isSure = (date: string) =>
    reading.order !== undefined ||
    firstDate([date], 'text', { ...reading, order: 'dmy' })?.iso ===
      firstDate([date], 'text', { ...reading, order: 'mdy' })?.iso
  return firstDate([...spoken, ...alone].filter(isSure), 'text', reading)
}

/** A date in a box beside the article: next to the headline, else the only one, since a list of others has several. */
export function besideDate(
  { near, all }: { near: string[]; all: string[] },
  reading: DateReading,
): FoundDate | undefined {
  return (
    firstDate(near, 'text', reading) ??
    (new Set(all).size === 1 ? firstDate(all, 'text', reading) : undefined)
  )
}
