import { describe, expect, it } from 'vitest'
import { pageMutants } from './page-mutants.ts'
import { playPages } from './page-story.ts'

const MAX_SEEDS = 200

async function broken(seed: number): Promise<string[]> {
  const { violations } = await playPages(seed)
  return violations.map(({ promise, detail }) => `seed ${seed}: ${promise} (${detail})`)
}

describe('pages that are edited, withdrawn and restored in silence', () => {
  it('end up on record as what became of them, whatever goes wrong meanwhile', async () => {
    const found: string[] = []
    for (let seed = 1; seed <= 60; seed += 1) found.push(...(await broken(seed)))
    expect(found).toEqual([])
  }, 120_000)

  it.each(pageMutants)(
    'are found to be recorded wrongly when $name',
    async ({ variant }) => {
      let count = 0
      for (let seed = 1; seed <= MAX_SEEDS && count === 0; seed += 1)
        count = (await playPages(seed, { variant })).violations.length
      expect(count).toBeGreaterThan(0)
    },
    120_000,
  )
})
