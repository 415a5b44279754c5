import { describe, expect, it } from 'vitest'
import { crashAt } from './crash-points.ts'
import { mutants } from './mutants.ts'
import type { Variant } from './simulate.ts'

/** The crashes, before and after each effect in turn, that a variant does not recover from. */
async function* unrecovered(variant?: Variant): AsyncGenerator<string> {
  const { effects } = await crashAt({ at: 0, when: 'crash before' }, variant)
  for (let at = 1; at <= effects; at += 1)
    for (const when of ['crash before', 'crash after'] as const)
      for (const { promise, detail } of (await crashAt({ at, when }, variant)).violations)
        yield `${when} effect ${at}: ${promise} (${detail})`
}

describe('one crash in clear weather', () => {
  it('breaks no promise, before or after whichever effect it comes', async () => {
    const { effects, violations } = await crashAt({ at: 0, when: 'crash before' })
    expect(violations).toEqual([])
    expect(effects).toBeGreaterThan(50)
    const broken: string[] = []
    for await (const crash of unrecovered()) broken.push(crash)
    expect(broken).toEqual([])
  }, 120_000)

  it('is found where it is not recovered from', async () => {
    const forgotten = mutants.find(({ name }) => name.startsWith('ingest points lists'))
    const first = await unrecovered(forgotten?.variant).next()
    expect(first.value).toContain('crash')
  }, 120_000)
})
