import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'

const Told = z.object({ seed: z.number(), isKept: z.boolean() })
export type Told = z.infer<typeof Told>

/**
 * Runs each seed of a range once, as many at a time as there are cores; which thread runs a seed changes nothing in
 * its story. `heard` hears of each as it ends, so in no order.
 * @throws when the simulator itself fails.
 */
export async function seedsOnAllCores(
  from: number,
  count: number,
  heard: (told: Told) => void,
): Promise<void> {
  const end = from + count
  let next = from
  const threads = Array.from({ length: Math.min(count, availableParallelism()) }, async () => {
    const worker = new Worker(new URL('seed-worker.ts', import.meta.url))
    for (; next < end; ) {
      worker.postMessage(next)
      next += 1
      const [told] = await once(worker, 'message')
      heard(Told.parse(told))
    }
    await worker.terminate()
  })
  await Promise.all(threads)
}
