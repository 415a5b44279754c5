import { expect, test } from 'vitest'
import { readAgain, readRedrive } from '../../../infra/operations/arguments.ts'

const NOW = '2026-11-22T12:00:00.000Z'

test('a span is read in any zone, to our own time; it ends now unless said otherwise', () => {
  expect(readAgain(['--from', '2026-11-20T09:00+01:00', '--stage', 'prod'], NOW)).toEqual({
    kind: 'asked',
    options: {
      place: { kind: 'stage', stage: 'prod' },
      fromIso: '2026-11-20T08:00:00.000Z',
      untilIso: NOW,
      sourceId: undefined,
      after: undefined,
      name: undefined,
      eventsPerSecond: 50,
      sourcesPath: 'sources.yaml',
      dryRun: false,
    },
  })
  const read = readAgain(
    ['--from', '2026-11-20', '--to', '2026-11-21', '--source', 'harbour', '--dry-run'],
    NOW,
  )
  expect(read).toMatchObject({
    options: {
      place: { kind: 'data', dataPath: 'data' },
      fromIso: '2026-11-20T00:00:00.000Z',
      untilIso: '2026-11-21T00:00:00.000Z',
      sourceId: 'harbour',
      dryRun: true,
    },
  })
})

test.each([
  [[], '--from is missing'],
  [['--from', '2026-11-20T09:00'], 'a time with its zone'],
  [['--from', '2026-11-40'], 'a time with its zone'],
  [['--from', '2026-02-31'], 'a time with its zone'],
  [['--from', '2026-11-20', '--after', 'undefined'], 'the cursor that an interrupted run told'],
  [['--from', '2026-11-20', '--after', `2026-11-19T09:00:00.000Z#${'a'.repeat(32)}#1`], 'none before --from'],
  [['--from', 'yesterday'], 'a time with its zone'],
  [['--from', '2026-11-23'], '--from must come before --to'],
  [['--from', '2026-11-20', '--rate', '0'], '--rate'],
  [['--from', '2026-11-20', '--rate', 'fast'], '--rate'],
  [['--from', '2026-11-20', '--stage', 'prod', '--data', 'data'], 'not both'],
  [['--form', '2026-11-20'], '--form'],
])('%j is told in one sentence', (words, reason) => {
  expect(readAgain(words, NOW)).toEqual({ kind: 'wrong', reason: expect.stringContaining(reason) })
})

test('an interrupted run goes on where it told', () => {
  const after = `2026-11-20T09:00:00.000Z#${'a'.repeat(32)}#12`
  expect(readAgain(['--from', '2026-11-20', '--after', after], NOW)).toMatchObject({ options: { after } })
})

test('help is asked for before anything else', () => {
  expect(readAgain(['--help'], NOW)).toEqual({ kind: 'help' })
  expect(readRedrive(['-h'])).toEqual({ kind: 'help' })
})

test('a redrive takes every queue, or the one that is named', () => {
  expect(readRedrive([])).toMatchObject({
    options: {
      queues: ['polls', 'entries', 'outbox', 'webhook'],
      sourcesPath: 'sources.yaml',
      dryRun: false,
    },
  })
  expect(readRedrive(['--queue', 'entries', '--dry-run'])).toMatchObject({
    options: { queues: ['entries'], dryRun: true },
  })
  expect(readRedrive(['--queue', 'clock'])).toMatchObject({ kind: 'wrong' })
})
