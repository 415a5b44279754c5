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
  /** Appends an event, unless one with the same `detail.id` is there already. Returns whether it was new. */
  append: (event: { detail: unknown }) => boolean
  close: () => void
}

const Identified = z.object({ detail: z.object({ id: z.string() }) })

/** Opens the log. A last line that a kill cut short is taken away: its event was never confirmed and comes again. */
export async function openEventLog(path: string): Promise<EventLog> {
  if (existsSync(path)) dropHalfLine(path)
  const ids = await knownIds(path)
  const file = openSync(path, 'a')
  return {
    append: event => {
      const id = z.safeParse(Identified, event).data?.detail.id
      if (id !== undefined && ids.has(id)) return false
      // One write for the whole line; a disk that fills up in the middle of it must not leave a half.
      const line = Buffer.from(`${JSON.stringify(event)}\n`)
      const before = fstatSync(file).size
      if (writeSync(file, line) !== line.length) {
        ftruncateSync(file, before)
        throw new Error(`${path} has no room for another event`)
      }
      if (id !== undefined) ids.add(id)
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

async function knownIds(path: string): Promise<Set<string>> {
  const ids = new Set<string>()
  if (!existsSync(path)) return ids
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const event = z.safeParse(Identified, JSON.parse(line))
    if (event.success) ids.add(event.data.detail.id)
  }
  return ids
}
