import type { Clock } from '../runtime/clock.ts'

/** Between two tries of what was refused in part; the clients' own retries know only calls that fail whole. */
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

/** Waits after the n-th refused attempt: at random up to 100 ms, then 200, 400 …, so that no two come back in step. */
export async function pauseAfter(attempt: number, clock: Clock): Promise<void> {
  await clock.sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt))
}
