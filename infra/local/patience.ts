import { setTimeout as sleep } from 'node:timers/promises'

/** A predecessor that was killed a moment ago may still hold a port or the data folder for an instant. */
const PATIENCE_MS = 3_000
const EVERY_MS = 100

/** Tries again while it is refused, for three seconds at most; what is refused then is refused. */
export async function patiently<Outcome extends { kind: string }>(
  attempt: () => Promise<Outcome>,
): Promise<Outcome> {
  const endsAtMs = performance.now() + PATIENCE_MS
  for (;;) {
    const outcome = await attempt()
    if (outcome.kind !== 'refused' || performance.now() > endsAtMs) return outcome
    await sleep(EVERY_MS)
  }
}
