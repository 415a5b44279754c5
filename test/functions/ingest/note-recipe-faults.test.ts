import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NoteRecipeDeps, noteRecipe } from '../../../functions/ingest/note-recipe.ts'
import type { SourceTold } from '../../../shared/store/sources.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import { memorySources } from '../../support/memory-sources.ts'
import { aSource } from '../../support/samples.ts'

const source = aSource({ article: { text: '.notice-text' } })

const sight = fc.record({ page: fc.integer({ min: 1, max: 12 }), isFound: fc.boolean() })
const batch = fc.array(sight, { minLength: 1, maxLength: 6 })
/** Batches at once, and how the writes among them fail: before they are done, or with their answer lost. */
const turn = fc.record({
  batches: fc.array(batch, { minLength: 1, maxLength: 3 }),
  faults: fc.array(fc.constantFrom('none', 'before', 'after'), { maxLength: 4 }),
})

type Turn = { batches: { page: number; isFound: boolean }[][]; faults: string[] }

function sightsOf(pages: Turn['batches'][number]) {
  return pages.map(({ page, isFound }) => ({
    page: `https://harbour.example/${page}`,
    found: isFound ? (['text'] as const) : [],
    missed: isFound ? [] : (['text'] as const),
  }))
}

/** A queue's way: what failed comes back until it is done. */
async function untilDone(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error && error.message === 'cut off')) throw error
    }
  }
}

test('whatever fails, each change of a source’s selectors is told once, and the last is how they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns: Turn[]) => {
      const told: SourceTold[] = []
      const sources = memorySources({ onHappenings: one => void told.push(one) })
      await sources.put(source)
      const faults: string[] = []
      const saveRecipe: NoteRecipeDeps['sources']['saveRecipe'] = async (...args) => {
        const fault = faults.shift()
        if (fault === 'before') throw new Error('cut off')
        const saved = await sources.saveRecipe(...args)
        if (fault === 'after') throw new Error('cut off')
        return saved
      }
      const deps = { sources: { read: sources.read, saveRecipe }, clock: fixedClock() }
      for (const { batches, faults: ofTurn } of turns) {
        faults.push(...ofTurn)
        await Promise.all(batches.map(pages => untilDone(() => noteRecipe(source, sightsOf(pages), deps))))
      }
      const recipe = (await sources.read([source.id]))[0]?.recipe
      const kinds = told.flatMap(({ happenings }) =>
        happenings.map(one => (one.kind === 'recipe-changed' ? one.to : one.kind)),
      )
      expect(kinds).toEqual(kinds.map((_, at) => (at % 2 === 0 ? 'broken' : 'matching')))
      expect(kinds.at(-1) ?? 'matching').toBe(recipe?.kind === 'broken' ? 'broken' : 'matching')
      expect(new Set(told.map(({ version }) => version)).size).toBe(told.length)
      if (recipe?.kind === 'broken') expect(recipe.missed.text).toHaveLength(5)
    }),
    { numRuns: 300 },
  )
})
