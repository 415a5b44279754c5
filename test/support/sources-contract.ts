import { describe, expect, test } from 'vitest'
import type { RecipeState } from '../../shared/source-recipe.ts'
import { type SourceState, UNPOLLED } from '../../shared/source-state.ts'
import type { Sources } from '../../shared/store/sources.ts'
import { aSource } from './samples.ts'

const polledOnce: SourceState = {
  ...UNPOLLED,
  version: 1,
  validators: { etag: '"a1"', url: 'https://harbour.example/notices.xml' },
  seen: Uint8Array.from({ length: 16 }, (_, index) => index),
  pace: { lastNewAt: '2026-11-21T09:00:00.000Z', meanGapMs: 3_600_000 },
}

const recipe: RecipeState = {
  version: 1,
  kind: 'matching',
  since: '2026-11-21T09:00:00.000Z',
  missed: { text: ['0a1b2c3d'] },
}

/** What every sources table keeps to. `open` gives a new, empty one. */
export function sourcesContract(ground: string, open: () => Promise<Sources>) {
  describe(`sources ${ground}`, () => {
    test('gives back a source as it was put, without a state until it was polled', async () => {
      const sources = await open()
      const source = aSource({ rights: { licence: 'CC BY 4.0' }, tags: ['sea'] })
      await sources.put(source)
      expect(await sources.read([source.id])).toEqual([{ source }])
    })

    test('putting a source again replaces it and leaves its state alone', async () => {
      const sources = await open()
      await sources.put(aSource())
      await sources.saveState('ostervik-harbour', polledOnce)
      const renamed = aSource({ name: 'Ostervik Port' })
      await sources.put(renamed)
      expect(await sources.read([renamed.id])).toEqual([{ source: renamed, state: polledOnce }])
    })

    test('reads many sources at once, each once, and leaves out those it does not know', async () => {
      const sources = await open()
      const many = Array.from({ length: 60 }, (_, index) => aSource({ id: `source-${index}` }))
      await Promise.all(many.map(source => sources.put(source)))
      const ids = many.map(({ id }) => id)
      const read = await sources.read([...ids, 'nobody', ...ids])
      expect(read.map(({ source }) => source.id).toSorted()).toEqual(ids.toSorted())
    })

    test('reads nothing when asked for nothing', async () => {
      expect(await (await open()).read([])).toEqual([])
    })

    test('a state comes back byte by byte, also when nothing was seen yet', async () => {
      const sources = await open()
      await sources.put(aSource())
      const empty = { ...polledOnce, seen: new Uint8Array() }
      await sources.saveState('ostervik-harbour', empty)
      expect((await sources.read(['ostervik-harbour']))[0]?.state).toEqual(empty)
      const next = { ...polledOnce, version: 2 }
      await sources.saveState('ostervik-harbour', next)
      expect((await sources.read(['ostervik-harbour']))[0]?.state).toEqual(next)
    })

    test('a state whose version does not follow the stored one is superseded', async () => {
      const sources = await open()
      await sources.put(aSource())
      const versions = [1, 1, 3, 2, 2, 3]
      const saved = []
      for (const version of versions) {
        saved.push(await sources.saveState('ostervik-harbour', { ...polledOnce, version, failures: version }))
      }
      expect(saved.map(({ kind }) => kind)).toEqual([
        'saved',
        'superseded',
        'superseded',
        'saved',
        'superseded',
        'saved',
      ])
      expect((await sources.read(['ostervik-harbour']))[0]?.state?.failures).toBe(3)
    })

    test('of twenty polls that end at once exactly one saves its state', async () => {
      const sources = await open()
      const saved = await Promise.all(
        Array.from({ length: 20 }, () => sources.saveState('ostervik-harbour', polledOnce)),
      )
      expect(saved.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
    })

    test('what is known of a source’s own selectors comes back with it, whatever its polls save', async () => {
      const sources = await open()
      await sources.put(aSource())
      expect(await sources.saveRecipe('ostervik-harbour', recipe)).toEqual({ kind: 'saved' })
      await sources.saveState('ostervik-harbour', polledOnce)
      expect(await sources.read(['ostervik-harbour'])).toEqual([
        { source: aSource(), state: polledOnce, recipe },
      ])
      expect(await sources.saveRecipe('ostervik-harbour', recipe)).toEqual({ kind: 'superseded' })
      const next: RecipeState = { ...recipe, version: 2, kind: 'broken' }
      expect(await sources.saveRecipe('ostervik-harbour', next)).toEqual({ kind: 'saved' })
      expect((await sources.read(['ostervik-harbour']))[0]?.recipe).toEqual(next)
      expect(await sources.schedules()).toHaveLength(1)
    })

    test('schedules tell every source, with the pace of those that were polled', async () => {
      const sources = await open()
      await sources.put(aSource())
      await sources.put(aSource({ id: 'unpolled', schedule: { minInterval: '5m', maxInterval: '1d' } }))
      await sources.saveState('ostervik-harbour', polledOnce)
      const schedules = (await sources.schedules()).toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
      expect(schedules).toEqual([
        {
          sourceId: 'ostervik-harbour',
          minIntervalMs: 600_000,
          maxIntervalMs: 21_600_000,
          pace: polledOnce.pace,
        },
        { sourceId: 'unpolled', minIntervalMs: 300_000, maxIntervalMs: 86_400_000 },
      ])
    })

    test('a source that was removed is read and scheduled no more, and finds its state when it comes back', async () => {
      const sources = await open()
      await sources.put(aSource())
      await sources.saveState('ostervik-harbour', polledOnce)
      await sources.remove('ostervik-harbour')
      expect(await sources.read(['ostervik-harbour'])).toEqual([])
      expect(await sources.schedules()).toEqual([])
      await sources.put(aSource())
      expect(await sources.read(['ostervik-harbour'])).toEqual([{ source: aSource(), state: polledOnce }])
    })

    test('removing a source that is not there changes nothing', async () => {
      const sources = await open()
      await sources.put(aSource())
      await sources.remove('nobody')
      expect(await sources.read(['ostervik-harbour'])).toHaveLength(1)
    })

    test('plan remembers nothing at first, then what it saved last', async () => {
      const sources = await open()
      expect(await sources.planMemory()).toEqual({ version: 0, catalogueIds: [] })
      const memory = { version: 1, slot: '2026-11-21T09:00:00.000Z', catalogueIds: ['ostervik-harbour'] }
      expect(await sources.savePlanMemory(memory)).toEqual({ kind: 'saved' })
      expect(await sources.planMemory()).toEqual(memory)
    })

    test('of two plans at once the second to finish is superseded', async () => {
      const sources = await open()
      await sources.savePlanMemory({ version: 1, catalogueIds: ['first'] })
      expect(await sources.savePlanMemory({ version: 1, catalogueIds: ['second'] })).toEqual({
        kind: 'superseded',
      })
      expect((await sources.planMemory()).catalogueIds).toEqual(['first'])
    })

    test('what plan remembers is no source', async () => {
      const sources = await open()
      await sources.savePlanMemory({ version: 1, catalogueIds: [] })
      expect(await sources.schedules()).toEqual([])
    })
  })
}
