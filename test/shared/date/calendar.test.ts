import { describe, expect, it } from 'vitest'
import { localIso, utcIso } from '../../../shared/date/calendar.ts'
import { parseDate } from '../../../shared/date/parse-date.ts'

const shown = (raw: string) => {
  const parsed = parseDate(raw)
  return parsed && localIso(parsed)
}

describe('a time by the clock of its publisher', () => {
  it.each([
    ['2026-11-21T23:30:00+04:00', '2026-11-21T23:30:00+04:00'],
    ['Sat, 21 Nov 2026 00:10:00 +0530', '2026-11-21T00:10:00+05:30'],
    ['November 21, 2026 9 p.m. EST', '2026-11-21T21:00:00-05:00'],
    ['2026-11-21T23:30:00Z', '2026-11-21T23:30:00Z'],
    ['21 Nov 2026', '2026-11-21'],
  ])('keeps the day that was written: %s', (raw, local) => {
    expect(shown(raw)).toBe(local)
  })

  it('is the same moment in UTC', () => {
    expect(utcIso('2026-11-21T23:30:00-05:00')).toBe('2026-11-22T04:30:00Z')
    expect(utcIso('2026-11-21T23:30:00Z')).toBe('2026-11-21T23:30:00Z')
    expect(utcIso('2026-11-21')).toBe('2026-11-21')
  })
})
