type HostQueueOptions = {
  /** Between the end of one task and the beginning of the next for the same host. */
  gapMs: number
  /** How many hosts are asked at once. */
  concurrency: number
  /** Milliseconds; only differences count. */
  now: () => number
  sleep: (durationMs: number) => Promise<void>
}

export type HostQueue = {
  /** Runs a task when it is the turn of the URL's host; settles as the task does. */
  run: <Result>(url: string, task: () => Promise<Result>) => Promise<Result>
}

function createSlots(concurrency: number) {
  const waiting: (() => void)[] = []
  let free = concurrency
  return {
    async take() {
      if (free > 0) free -= 1
      else await new Promise<void>(resolve => waiting.push(resolve))
    },
    release() {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}

/**
 * Lets tasks run side by side, but never two for one host, and none sooner than `gapMs` after the one before it.
 * A host's tasks run in the order they came; one that waits for its host takes no place from another's.
 * Holds within one process only.
 */
export function createHostQueue({ gapMs, concurrency, now, sleep }: HostQueueOptions): HostQueue {
  const slots = createSlots(concurrency)
  const freeAtByHost = new Map<string, Promise<number>>()
  return {
    async run(url, task) {
      const host = URL.parse(url)?.hostname ?? url
      const before = freeAtByHost.get(host)
      const turn = Promise.withResolvers<number>()
      freeAtByHost.set(host, turn.promise)
      try {
        // A clock set back meanwhile must not lengthen the wait.
        const waitMs = before ? Math.min((await before) - now(), gapMs) : 0
        if (waitMs > 0) await sleep(waitMs)
        await slots.take()
        try {
          return await task()
        } finally {
          slots.release()
        }
      } finally {
        turn.resolve(now() + gapMs)
      }
    },
  }
}
