import { describe, expect, it } from 'vitest'
import { orderOfDates } from '../../../shared/feed/date-order.ts'

describe('whether day or month comes first in a list', () => {
  it('is told by one number above twelve', () => {
    expect(orderOfDates(['20/11/2026', '08/11/2026'])).toBe('dmy')
    expect(orderOfDates(['11/20/2026', '11/08/2026'])).toBe('mdy')
  })

  it('is told by the order of the list, newest first', () => {
    expect(orderOfDates(['02/12/2026', '09/11/2026', '05/11/2026'])).toBe('dmy')
    expect(orderOfDates(['12/02/2026', '11/09/2026', '11/05/2026'])).toBe('mdy')
  })

  it('is that of days and not of months in a row', () => {
    expect(orderOfDates(['12/11/2026', '11/11/2026', '10/11/2026', '09/11/2026'])).toBe('dmy')
    expect(orderOfDates(['11/12/2026', '11/11/2026', '11/10/2026', '11/09/2026'])).toBe('mdy')
  })

  it('is unknown when the dates contradict each other, are too few or are written in words', () => {
    expect(orderOfDates(['20/11/2026', '11/20/2026'])).toBeUndefined()
    expect(orderOfDates(['02/12/2026', '09/11/2026'])).toBeUndefined()
    expect(orderOfDates(['20 November 2026', '2026-11-08'])).toBeUndefined()
  })
})
