/** Two signals within this time are one Ctrl-C: npm passes on what the terminal has sent to everybody already. */
const SAME_PRESS_MS = 500

/** Resolves on the first Ctrl-C (or SIGTERM, SIGHUP); the second ends the process on the spot. */
export function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let askedMs: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      askedMs ??= performance.now()
      if (performance.now() - askedMs > SAME_PRESS_MS) process.exit(130)
      resolve()
    })
  }
  return promise
}
