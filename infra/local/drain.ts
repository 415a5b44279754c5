import { setTimeout as sleep } from 'node:timers/promises'

const EVERY_MS = 50

/**
 * Resolves when all work is done: the queues hold nothing visible or in flight and every stream is worked off.
 * Messages whose delay is not over are not waited for. A queue can be filled by one that is looked at later, so
 * as many looks in a row must find nothing as there are queues.
 */
export async function drained(
  pendingOf: readonly (() => Promise<number>)[],
  streams: readonly { caughtUp: () => Promise<void> }[],
): Promise<void> {
  let emptyLooks = 0
  while (emptyLooks < Math.max(1, pendingOf.length)) {
    emptyLooks = (await nothingPending(pendingOf)) ? emptyLooks + 1 : 0
    if (emptyLooks > 0) await Promise.all(streams.map(stream => stream.caughtUp()))
    else await sleep(EVERY_MS)
  }
}

async function nothingPending(pendingOf: readonly (() => Promise<number>)[]): Promise<boolean> {
  for (const pending of pendingOf) if ((await pending()) > 0) return false
  return true
}
