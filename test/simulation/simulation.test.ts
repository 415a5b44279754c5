import { describe, expect, it } from 'vitest'
import { mutants } from './mutants.ts'
import { brokenIn } from './promises.ts'
import { simulate } from './simulate.ts'
import { smallestOf } from './smallest.ts'

describe('the pipeline, whatever goes wrong around it', () => {
  it('keeps its promises in the first 500 of a thousand stories', async () => {
    expect(await brokenIn(1, 500)).toEqual([])
  }, 300_000)

  it('goes the same way again from the same seed, step by step', async () => {
    for (const seed of [12, 69, 1_000]) {
      const [first, second] = [await simulate(seed), await simulate(seed)]
      expect(second.fingerprint).toBe(first.fingerprint)
      expect(first.mishaps.length).toBeGreaterThan(0)
    }
  })
})

describe('a story that breaks a promise', () => {
  it('is told with the few mishaps that it takes', async () => {
    const swallowed = mutants.find(({ name }) => name === 'failed messages are acknowledged')
    const whole = await simulate(2, { variant: swallowed?.variant })
    const smallest = await smallestOf(2, swallowed?.variant)
    expect(whole.mishaps.length).toBeGreaterThan(5)
    expect(smallest?.mishaps).toHaveLength(1)
    expect(smallest?.outcome.lines.join('\n')).toContain(`BROKEN ${smallest?.promise}`)
  }, 60_000)
})
