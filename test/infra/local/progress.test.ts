import { expect, test } from 'vitest'
import { printable, progressDisplay } from '../../../infra/local/progress-display.ts'
import { openTally, sourcesWithoutState } from '../../../infra/local/run-summary.ts'
import type { Progress } from '../../../shared/progress.ts'

const polled = (
  outcome: Extract<Progress, { progress: 'polled' }>['outcome'],
  reason?: string,
): Progress => ({
  progress: 'polled',
  sourceId: 'one',
  outcome,
  entries: 3,
  queued: 3,
  ...(reason !== undefined && { reason }),
})
/** A document that changed, but whose entries had all been seen. */
const seenBefore: Progress = {
  progress: 'polled',
  sourceId: 'two',
  outcome: 'unchanged',
  entries: 4,
  queued: 0,
}
const ingested = (
  outcome: Extract<Progress, { progress: 'ingested' }>['outcome'],
  duplicateOf?: string,
): Progress => ({
  progress: 'ingested',
  sourceId: 'one',
  outcome,
  headline: 'Bridge opened',
  ...(duplicateOf !== undefined && { duplicateOf }),
})

test('shows a source only when its state changes', () => {
  const display = progressDisplay()
  const states = [
    polled('read'),
    polled('unchanged'),
    polled('unreachable', 'timeout'),
    polled('unreachable'),
    polled('superseded'),
    polled('read'),
  ]
  expect(states.map(display).map(line => line?.replace(/ +/g, ' ').trim())).toEqual([
    'source one answers: 3 entries',
    undefined,
    'source one unreachable: timeout',
    undefined,
    undefined,
    'source one answers: 3 entries',
  ])
})

test('shows each article, and a copy as a copy', () => {
  const display = progressDisplay()
  expect(display(ingested('created'))).toMatch(/^ {2}created +one +Bridge opened$/)
  expect(display(ingested('created', 'other'))).toMatch(/^ {2}copy /)
  expect(display({ progress: 'planned', slot: 'x', sources: 1, looks: 0 })).toBeUndefined()
})

test('shows a look at a page again only when it found something', () => {
  const display = progressDisplay()
  const look = { progress: 'looked', sourceId: 'one', articleId: 'a' } as const
  expect(display({ ...look, outcome: 'unchanged' })).toBeUndefined()
  expect(display({ ...look, outcome: 'withdrawn', revision: 2, headline: 'Bridge opened' })).toMatch(
    /^ {2}withdrawn +one +Bridge opened$/,
  )
})

test('lets no headline command the terminal', () => {
  expect(printable('\u001b[2Jgone\r\nnext\u202eline')).toBe(' [2Jgone next line')
  expect(printable('x'.repeat(500))).toHaveLength(200)
})

test('adds a run up', () => {
  const tally = openTally([
    { id: 'one', name: 'One', kind: 'feed' },
    { id: 'two', name: 'Two', kind: 'page' },
    { id: 'three', name: 'Three', kind: 'page' },
  ])
  const lines = [
    polled('unreachable', 'timeout'),
    polled('read'),
    polled('superseded'),
    seenBefore,
    ingested('created'),
    ingested('created', 'other'),
    ingested('revised'),
    ingested('duplicate'),
    ingested('rejected'),
  ]
  for (const line of lines) tally.count(line)
  tally.countEvent()
  expect(tally.summary()).toEqual({
    sources: [
      { id: 'one', name: 'One', kind: 'feed', state: 'read', entries: 9, created: 2 },
      { id: 'two', name: 'Two', kind: 'page', state: 'unchanged', entries: 4, created: 0 },
      { id: 'three', name: 'Three', kind: 'page', state: 'unknown', entries: 0, created: 0 },
    ],
    polled: 4,
    entries: 13,
    created: 2,
    revised: 1,
    duplicates: 5,
    rejected: 1,
    events: 1,
  })
  expect(sourcesWithoutState(tally.summary())).toEqual(['three'])
})
