/** Short beside the patience of the next start, which finds the port and the data folder free by then. */
const EVERY_MS = 200

/**
 * Ends this process when npm, which started it, has been killed: nobody is left who could stop it. What it was
 * doing is done again after the next start. Without npm it may outlive whoever started it.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = process.ppid
  setInterval(() => {
    if (process.ppid !== npm) process.exit(1)
  }, EVERY_MS).unref()
}
