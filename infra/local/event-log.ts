import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from 'zod/mini'

/** events.ndjson: every event that the bus took, one JSON line each, in the order of their coming. */
export type EventLog = {
  /** Appends an event, unless its `detail.id` is there already, or was in the same replay. Returns whether it was new. */
  append: (event: { detail: unknown }) => boolean
  close: () => void
}

const Identified = z.object({ detail: z.object({ id: z.string(), replayname: z.optional(z.string()) }) })

/** A fact is told once, and once more in every replay. */
function nameOf(event: unknown): string | undefined {
  const detail = z.safeParse(Identified, event).data?.detail
  return detail?.replayname === undefined ? detail?.id : `${detail.id} in ${detail.replayname}`
}

/** Opens the log. A last line that a kill cut short is taken away: its event was never confirmed and comes again. */
export async function openEventLog(path: string): Promise<EventLog> {
  if (existsSync(path)) dropHalfLine(path)
  const names = await announcedNames(path)
  const file = openSync(path, 'a')
  return {
    append: event => {
      const name = nameOf(event)
      if (name !== undefined && names.has(name)) return false
      // One write for the whole line; a disk that fills up in the middle of it must not leave a half.
      const line = Buffer.from(`${JSON.stringify(event)}\n`)
      const before = fstatSync(file).size
      if (writeSync(file, line) !== line.length) {
        ftruncateSync(file, before)
        throw new Error(`${path} has no room for another event`)
      }
      if (name !== undefined) names.add(name)
      return true
    },
    close: () => closeSync(file),
  }
}

function dropHalfLine(path: string): void {
  const file = openSync(path, 'r+')
  let end = fstatSync(file).size
  const block = Buffer.alloc(64 * 1024)
  while (end > 0) {
    const start = Math.max(0, end - block.length)
    const length = readSync(file, block, 0, end - start, start)
    const newline = block.subarray(0, length).lastIndexOf(0x0a)
    if (newline !== -1) {
      end = start + newline + 1
      break
    }
    end = start
  }
  ftruncateSync(file, end)
  closeSync(file)
}

/** The ids of the events in a log; of a replayed one with the replay's name behind it. */
export async function announcedNames(path: string): Promise<Set<string>> {
  const names = new Set<string>()
  if (!existsSync(path)) return names
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const name = nameOf(JSON.parse(line))
    if (name !== undefined) names.add(name)
  }
  return names
}
