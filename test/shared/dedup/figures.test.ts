import { describe, expect, it } from 'vitest'
import { areNumberedApart, figuresOf, sharedFigures } from '../../../shared/dedup/figures.ts'

const share = (one: string, other: string) => sharedFigures(figuresOf(one), figuresOf(other))

describe('the numbers of two texts', () => {
  it('are the same however they are set', () => {
    const set = 'Landed 1,204 tons, 3.5 more, at 9:30 on 12/03/2026, 17 boats, 88 men, 4 ports'
    const otherwise = 'landed 1.204 TONS ３.5 more at 9:30 on 12.03.2026 17 boats 88 men 4 ports'
    expect(share(set, otherwise)).toBe(1)
  })

  it('tell by their share which form was filled in anew', () => {
    expect(share('week 7: 12, 34, 56, 78, 90, 11', 'week 7: 13, 35, 57, 79, 91, 10')).toBeLessThan(0.2)
    expect(share('7 12 34 56 78 90', 'on page 3: 7 12 34 56 78 90, see 41 and 42')).toBe(1)
  })

  it('say nothing when there are few', () => {
    expect(share('1 2 3 4 5', '6 7 8 9 10')).toBeUndefined()
    expect(share('', '1 2 3 4 5 6 7')).toBeUndefined()
  })

  it('are compared as far as both samples go', () => {
    const many = Array.from({ length: 4_000 }, (_, number) => number).join(' ')
    expect(figuresOf(many)).toHaveLength(16)
    expect(share(many, `${many} 9001 9002 9003`)).toBeGreaterThan(0.6)
  })

  it.each([
    ['Report for week 7', 'Report for week 8', true],
    ['Calendar for 5 January 2026', 'Calendar for 6 January 2026', true],
    ['Results of 2026', 'Results of 2026, told on 3 June', false],
    ['Results', 'Results of 2026', false],
  ])('in the titles %j and %j number them apart: %j', (one, other, isApart) => {
    expect(areNumberedApart(figuresOf(one), figuresOf(other))).toBe(isApart)
  })
})
