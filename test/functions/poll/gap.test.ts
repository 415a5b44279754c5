import { describe, expect, it } from 'vitest'
import { hasGap } from '../../../functions/poll/gap.ts'
import type { Entry } from '../../../shared/feed/model.ts'
import { anEntry } from '../../support/samples.ts'

const lastNewAt = '2026-11-21T09:00:00.000Z'
const known = { seen: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), pace: { lastNewAt } }

function entries(count: number, publishedAt?: string): Entry[] {
  const { publishedAt: _, ...undated } = anEntry()
  return Array.from({ length: count }, (_, index) => ({
    ...undated,
    guid: `notice-${index}`,
    ...(publishedAt !== undefined && { publishedAt }),
  }))
}

describe('a gap', () => {
  const fresh = entries(20, '2026-11-21T09:30:00Z')

  it('is when nothing of a document was ever seen', () => {
    expect(hasGap(fresh, fresh, known)).toBe(true)
    expect(hasGap(fresh, fresh.slice(1), known)).toBe(false)
  })

  it('is not on the first poll, nor in a document that turns over whole with every release', () => {
    expect(hasGap(fresh, fresh, { ...known, seen: new Uint8Array() })).toBe(false)
    const few = fresh.slice(0, 4)
    expect(hasGap(few, few, known)).toBe(false)
  })

  it('is not when the document reaches back to before the last news: its entries were edited', () => {
    const edited = [...fresh, ...entries(1, '2026-11-21T08:59:59Z')]
    expect(hasGap(edited, edited, known)).toBe(false)
  })

  it('takes a day without a time for the end of that day, and an undated document at its word', () => {
    const today = entries(9, '2026-11-21')
    expect(hasGap(today, today, known)).toBe(true)
    const yesterday = entries(9, '2026-11-20')
    expect(hasGap(yesterday, yesterday, known)).toBe(false)
    const undated = entries(9)
    expect(hasGap(undated, undated, known)).toBe(true)
  })
})
