import { describe, expect, it } from 'vitest'
import { backOffMs } from '../../../shared/schedule/back-off.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

describe('the pause of a failing source', () => {
  it('doubles with every failure in a row and ends at a day', () => {
    const pauses = [1, 2, 3, 12, 500].map(failures => backOffMs(failures, 5 * MINUTE_MS))
    expect(pauses).toEqual([5 * MINUTE_MS, 10 * MINUTE_MS, 20 * MINUTE_MS, DAY_MS, DAY_MS])
  })

  it('is lengthened by what the publisher asks for, never shortened', () => {
    expect(backOffMs(1, 5 * MINUTE_MS, 30 * MINUTE_MS)).toBe(30 * MINUTE_MS)
    expect(backOffMs(1, 5 * MINUTE_MS, 1)).toBe(5 * MINUTE_MS)
    expect(backOffMs(1, 5 * MINUTE_MS, 88 * 60 * MINUTE_MS)).toBe(DAY_MS)
  })
})
