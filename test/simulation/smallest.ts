import { type Outcome, simulate, type Variant } from './simulate.ts'

/** The fewest mishaps that still break the same promise, and what happened under them. */
export type Smallest = { mishaps: readonly string[]; outcome: Outcome; promise: string }

/**
 * Leaves out halves of what went wrong, then quarters and so on, for as long as the promise stays broken
 * (Zeller's delta debugging). Promises not kept yet are looked
 * into only where no other is broken. Undefined when the seed keeps all.
 */
export async function smallestOf(seed: number, variant?: Variant): Promise<Smallest | undefined> {
  const tell = async (only?: readonly string[]) =>
    await simulate(seed, {
      ...(variant !== undefined && { variant }),
      ...(only !== undefined && { only: new Set(only) }),
    })
  const whole = await tell()
  const promise = whole.violations[0]?.promise
  if (promise === undefined) return undefined
  const isBroken = ({ violations }: Outcome) => violations.some(broken => broken.promise === promise)

  let kept: readonly string[] = whole.mishaps
  let outcome = whole
  for (let share = Math.ceil(kept.length / 2); share >= 1; share = share === 1 ? 0 : Math.ceil(share / 2)) {
    for (let start = 0; start < kept.length; ) {
      const fewer = kept.filter((_, place) => place < start || place >= start + share)
      const without = await tell(fewer)
      if (isBroken(without)) {
        kept = without.mishaps
        outcome = without
      } else start += share
    }
  }
  return { mishaps: kept, outcome, promise }
}
