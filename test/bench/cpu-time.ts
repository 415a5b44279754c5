/** One of those compared, and the work that it does. */
export type Contender = { name: string; work: () => unknown }

/** A contender's CPU milliseconds for one piece of work, one number a round. */
export type Timing = { name: string; ms: number[] }

/** How often: `rounds` are counted after `warmUp` that are not; each measures `repeats` pieces of work at once. */
export type Effort = { rounds: number; warmUp: number; repeats: number }

/**
 * CPU time (user and system, all threads, so that collecting garbage counts) of each contender on the same work.
 * The contenders take turns within a round and change their order from round to round: what else runs on
 * the machine, and whose garbage is collected when, falls on all alike.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  { rounds, warmUp, repeats }: Effort,
): Promise<Timing[]> {
  const runners = contenders.map(({ name, work }) => ({ name, work, ms: [] as number[] }))
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = round % runners.length
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      const ms = await cpuMs(runner.work, repeats)
      if (round >= warmUp) runner.ms.push(ms)
    }
  }
  return runners.map(({ name, ms }) => ({ name, ms }))
}

async function cpuMs(work: () => unknown, repeats: number): Promise<number> {
  const before = process.cpuUsage()
  for (let done = 0; done < repeats; done++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / repeats
}
