import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unseenEntries } from '../../../shared/dedup/seen-window.ts'
import type { Entry } from '../../../shared/feed/model.ts'

function entry(number: number, title = `Release ${number}`): Entry {
  return { url: `https://gov.example/${number}`, title, authors: [], categories: [], enclosures: [] }
}
function entries(...numbers: number[]): Entry[] {
  return numbers.map(number => entry(number))
}
const nothing = new Uint8Array()

describe('what a poll has not seen', () => {
  it('is everything the first time and nothing the second', () => {
    const first = unseenEntries(entries(3, 2, 1), nothing)
    expect(first.unseen).toEqual(entries(3, 2, 1))
    expect(unseenEntries(entries(3, 2, 1), first.window).unseen).toEqual([])
  })

  it('includes an entry that was edited', () => {
    const { window } = unseenEntries(entries(1, 2), nothing)
    const edited = entry(2, 'Release 2, corrected')
    expect(unseenEntries([entry(1), edited], window).unseen).toEqual([edited])
  })

  it('does not change when a document is put into another order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), order => {
        const { window } = unseenEntries(entries(1, 2, 3, 4, 5, 6), nothing)
        expect(unseenEntries(entries(...order), window).unseen).toEqual([])
      }),
    )
  })

  it('remembers what a content network shows in turn: old and new versions of a document', () => {
    const before = unseenEntries(entries(3, 2, 1), nothing).window
    const after = unseenEntries(entries(4, 3, 2), before).window
    expect(unseenEntries(entries(3, 2, 1), after).unseen).toEqual([])
  })

  it('remembers no more than three documents, or a hundred entries', () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index)
    const { window } = unseenEntries(entries(...numbers), nothing)
    expect(window.length).toBe(400 * 8)
    expect(unseenEntries(entries(1_000), window).window.length).toBe(100 * 8)
  })

  it('counts an entry that a document carries twice once', () => {
    expect(unseenEntries(entries(1, 1), nothing).unseen).toEqual(entries(1))
  })
})
