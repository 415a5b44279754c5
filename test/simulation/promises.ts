import { simulate } from './simulate.ts'

/** What the seeds from one number to another break, a line each. */
export async function brokenIn(from: number, to: number): Promise<string[]> {
  const broken: string[] = []
  for (let seed = from; seed <= to; seed += 1)
    for (const { promise, detail } of (await simulate(seed)).violations)
      broken.push(`seed ${seed}: ${promise} (${detail})`)
  return broken
}
