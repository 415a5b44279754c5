import { describe, expect, it } from 'vitest'
import { orderOf, type SeenEntry } from '../../../shared/dedup/entry-order.ts'
import { entryHash } from '../../../shared/dedup/fingerprint.ts'
import { unseenEntries } from '../../../shared/dedup/seen-window.ts'
import type { Entry } from '../../../shared/feed/model.ts'
import { anEntry } from '../../support/samples.ts'

const first = anEntry({ title: 'Ferry sails on Monday' })
const second = anEntry({ title: 'Ferry sails on Tuesday' })

function seen(entry: Entry, pollVersion: number | undefined, minute = 0): SeenEntry {
  return { entryHash: entryHash(entry), pollVersion, seenAt: `2026-11-21T09:0${minute}:00.000Z` }
}

/** The state that polls left behind which saw these documents, one after the other. */
function stateAfter(version: number, ...documents: Entry[][]) {
  return {
    version,
    seen: documents.reduce<Uint8Array>(
      (window, document) => unseenEntries(document, window).window,
      new Uint8Array(),
    ),
  }
}

describe('of two entries of one article', () => {
  it('the later is the one whose poll was to save the greater version, whatever the clocks said', () => {
    const state = stateAfter(5, [first], [second])
    expect(orderOf(seen(second, 5, 0), seen(first, 4, 9), state)).toBe('later')
    expect(orderOf(seen(first, 4, 9), seen(second, 5, 0), state)).toBe('earlier')
  })

  it('seen by two polls made from one version, the one that was saved is the later', () => {
    const state = stateAfter(4, [second])
    expect(orderOf(seen(second, 4, 0), seen(first, 4, 9), state)).toBe('later')
    expect(orderOf(seen(first, 4, 9), seen(second, 4, 0), state)).toBe('earlier')
  })

  it('stays open until either of two such polls is saved', () => {
    const state = stateAfter(3)
    expect(orderOf(seen(second, 4), seen(first, 4), state)).toBe('unsettled')
  })

  it('standing in one document, the upper is the later', () => {
    const state = stateAfter(4, [second, first])
    expect(orderOf(seen(second, 4), seen(first, 4), state)).toBe('later')
    expect(orderOf(seen(first, 4), seen(second, 4), state)).toBe('earlier')
  })

  it('delivered again when the window has long forgotten them, the clock is asked', () => {
    const others = Array.from({ length: 200 }, (_, number) => anEntry({ title: `Release ${number}` }))
    const state = stateAfter(90, [second], others)
    expect(orderOf(seen(first, 4, 1), seen(second, 4, 2), state)).toBe('earlier')
    expect(orderOf(seen(second, 4, 2), seen(first, 4, 1), state)).toBe('later')
  })

  it('the clock is asked as well where a state was lost and counts from one again', () => {
    const state = stateAfter(2, [second])
    expect(orderOf(seen(second, 3, 2), seen(first, 400, 1), state)).toBe('later')
    expect(orderOf(seen(first, 400, 1), seen(second, 3, 2), state)).toBe('earlier')
  })

  it('the clock is asked where one was recorded before versions were kept', () => {
    expect(orderOf(seen(second, 4, 2), seen(first, undefined, 1), stateAfter(4))).toBe('later')
  })

  it('an entry delivered twice is the same, saved or not', () => {
    expect(orderOf(seen(first, 4), seen(first, 4), stateAfter(3))).toBe('same')
    expect(orderOf(seen(first, 4), seen(first, 4), stateAfter(4, [first]))).toBe('same')
  })
})
