const FIRST_SECONDS = 10
const LONGEST_SECONDS = 3_600

/**
 * Seconds until a message that was received so many times without success is tried again: 10, 20, 40 … an hour,
 * of which the second half is left to `chance` (0 to 1), so that what failed together does not come back together.
 */
export function backOffSeconds(receiveCount: number, chance: number): number {
  const fullSeconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(receiveCount - 1, 20))
  return Math.round(fullSeconds * (0.5 + chance / 2))
}
