import { describe, expect, it, test } from 'vitest'
import { nextLookMs, weigh } from '../../../shared/schedule/recheck.ts'
import { anArticle } from '../../support/samples.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const seenMs = Date.parse('2026-11-21T09:00:00.000Z')
const article = anArticle({ firstSeenAt: '2026-11-21T09:00:00.000Z' })

/** Every turn of an article whose looks are each done a minute after their time. */
function allTurns(of: Parameters<typeof nextLookMs>[0]): number[] {
  const turns: number[] = []
  for (let next = nextLookMs(of, seenMs); next !== undefined; next = nextLookMs(of, next + 60_000))
    turns.push(next - Date.parse(of.changedAt))
  return turns
}

describe('when a page is looked at again', () => {
  it('is seldomer and seldomer for a month, and never again', () => {
    const turns = allTurns(article)
    expect(turns).toHaveLength(7)
    expect(turns[0]).toBeGreaterThanOrEqual(15 * 60_000)
    expect(turns[0]).toBeLessThan(19 * 60_000)
    expect(turns.at(-1)).toBeGreaterThanOrEqual(30 * DAY_MS)
    const gaps = turns.map((turn, index) => turn - (turns[index - 1] ?? 0))
    expect(gaps).toEqual(gaps.toSorted((one, other) => one - other))
  })

  it('is the same whoever asks and however often, so that two plans of one look are one', () => {
    const asked = [0, 1, 7 * 60_000].map(lateMs => nextLookMs(article, seenMs + lateMs))
    expect(new Set(asked).size).toBe(1)
  })

  it('is never at or before the time asked about, so that a turn is not planned anew while it is taken off', () => {
    const first = nextLookMs(article, seenMs) ?? 0
    expect(nextLookMs(article, first)).toBeGreaterThan(first)
  })

  it('collapses turns that an outage missed into the one that comes next', () => {
    const after = seenMs + 2 * DAY_MS
    expect(nextLookMs(article, after)).toBeGreaterThan(after)
  })

  it('starts anew with every revision, for what was edited is edited again', () => {
    const changedAt = '2026-12-20T09:00:00.000Z'
    const next = nextLookMs({ ...article, changedAt }, Date.parse(changedAt)) ?? 0
    expect(next - Date.parse(changedAt)).toBeLessThan(19 * 60_000)
  })

  it('ends three months after first sight, also for a page that never rests', () => {
    const changedAt = new Date(seenMs + 90 * DAY_MS).toISOString()
    expect(nextLookMs({ ...article, changedAt }, Date.parse(changedAt))).toBeUndefined()
  })

  it('spreads articles that were seen in one moment', () => {
    const firsts = Array.from({ length: 200 }, (_, index) =>
      nextLookMs({ ...article, articleId: `article-${index}` }, seenMs),
    )
    const minutes = Map.groupBy(firsts, first => Math.floor((first ?? 0) / 60_000))
    expect(Math.max(...[...minutes.values()].map(group => group.length))).toBeLessThan(90)
  })
})

describe('what follows from a look', () => {
  const gone = { kind: 'news', sign: 'gone' } as const

  test.each([
    ['a first news is confirmed soon', gone, undefined, { kind: 'confirm', sign: 'gone' }],
    ['what two looks saw is recorded', gone, 'gone', { kind: 'record' }],
    ['what each look sees differently waits for its turn', gone, 'a1', { kind: 'wait', sign: 'gone' }],
    [
      'an answer that tells nothing keeps the doubt',
      { kind: 'unclear' },
      'gone',
      { kind: 'wait', sign: 'gone' },
    ],
    ['a page as on record ends the doubt', { kind: 'settled' }, 'gone', { kind: 'wait' }],
  ] as const)('%s', (_, sight, before, consequence) => {
    expect(weigh(sight, before)).toEqual(consequence)
  })
})
