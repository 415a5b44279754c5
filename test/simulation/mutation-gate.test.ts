import { describe, expect, it } from 'vitest'
import { mutants } from './mutants.ts'
import { simulate } from './simulate.ts'

const MAX_SEEDS = 200

describe('the simulator finds out', () => {
  it.each(mutants)(
    'when $name',
    async ({ variant }) => {
      let broken = 0
      for (let seed = 1; seed <= MAX_SEEDS && broken === 0; seed += 1)
        broken = (await simulate(seed, { variant })).violations.length
      expect(broken).toBeGreaterThan(0)
    },
    60_000,
  )
})
