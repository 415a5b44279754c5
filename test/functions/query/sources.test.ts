import { expect, test } from 'vitest'
import { intervalWords } from '../../../functions/query/source-view.ts'
import { UNPOLLED } from '../../../shared/source-state.ts'
import { aSource } from '../../support/samples.ts'
import { newsroom } from './newsroom.ts'

const FAILING = {
  ...UNPOLLED,
  version: 1,
  validators: { etag: '"secret-of-the-publisher"' },
  seen: new Uint8Array(16),
  failures: 3,
  pace: { lastNewAt: '2026-11-20T12:00:00.000Z', notBefore: '2026-11-21T13:00:00.000Z' },
  health: { kind: 'failing' as const, reason: 'http-503', since: '2026-11-21T08:00:00.000Z' },
}

test('sources are listed by id, with how each fares', async () => {
  const room = newsroom()
  await room.sources.put(aSource({ id: 'zebra' }))
  await room.sources.put(aSource({ id: 'aardvark' }))
  await room.sources.saveState('zebra', FAILING)
  const { json } = await room.askJson('/sources')
  expect(json.sources).toEqual([
    { ...aSource({ id: 'aardvark' }), interval: 'every 10 min' },
    {
      ...aSource({ id: 'zebra' }),
      interval: 'every 80 min',
      state: {
        health: FAILING.health,
        failures: 3,
        lastNewAt: '2026-11-20T12:00:00.000Z',
        notBefore: '2026-11-21T13:00:00.000Z',
      },
    },
  ])
})

test('a source with selectors of its own tells whether they match, and which do not', async () => {
  const room = newsroom()
  const since = '2026-11-21T08:00:00.000Z'
  const missed = { text: ['1', '2', '3', '4', '5'], title: ['5'] }
  const article = { text: '.notice', title: 'h1' }
  await room.sources.put(aSource({ article }))
  expect((await room.askJson('/sources/ostervik-harbour')).json).not.toHaveProperty('recipe')
  await room.sources.saveRecipe('ostervik-harbour', { version: 1, kind: 'broken', since, missed })
  const { json } = await room.askJson('/sources/ostervik-harbour')
  expect(json).toEqual({
    ...aSource({ article }),
    interval: 'every 10 min',
    recipe: { kind: 'broken', since, selectors: ['text'] },
  })
  await room.sources.put(aSource())
  expect((await room.askJson('/sources/ostervik-harbour')).json).not.toHaveProperty('recipe')
})

test('one source answers itself; a source nobody follows is not found', async () => {
  const room = newsroom()
  await room.sources.put(aSource())
  const { json } = await room.askJson('/sources/ostervik-harbour')
  expect(json).toEqual({ ...aSource(), interval: 'every 10 min' })
  expect(await room.askJson('/sources/nobody')).toMatchObject({ status: 404 })
  expect(await room.askJson('/sources/%23plan')).toMatchObject({ status: 404 })
  expect(await room.askJson('/sources?limit=5')).toMatchObject({
    status: 400,
    json: { hint: 'This address takes none.' },
  })
})

test.each([
  [600_000, 'every 10 min'],
  [4_800_000, 'every 80 min'],
  [7_200_000, 'every 2 h'],
  [9_600_000, 'every 2 h 40 min'],
  [86_400_000, 'every 24 h'],
])('%i ms are "%s"', (intervalMs, words) => {
  expect(intervalWords(intervalMs)).toBe(words)
})
