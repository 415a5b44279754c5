import { freeBytesAt, MIN_FREE_BYTES } from './data-folder.ts'
import type { Gate } from './gate.ts'

const EVERY_MS = 2_000

/**
 * Shuts the gate while the disk under the data folder is nearly full. Without it every message would fail until
 * its queue buries it, for a fault that is none of its own.
 */
export function watchDisk(path: string, gate: Gate, tell: (news: string) => void): { stop: () => void } {
  const timer = setInterval(async () => {
    const hasRoom = (await freeBytesAt(path)) >= MIN_FREE_BYTES
    if (hasRoom === gate.isOpen()) return
    if (hasRoom) gate.open()
    else gate.shut()
    tell(
      hasRoom
        ? 'there is room on the disk again: going on'
        : `the disk under ${path} is full: waiting for room, nothing is lost`,
    )
  }, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
