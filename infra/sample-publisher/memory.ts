import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** What the publisher keeps across restarts: the port, for articles are known by their address, and its correction. */
export const Memory = z.strictObject({ port: z.optional(z.int()), revisedAt: z.optional(z.string()) })
export type Memory = z.infer<typeof Memory>

const fileIn = (stateDir: string) => join(stateDir, 'sample-publisher.json')

/** What was kept in a directory; nothing the first time. Throws when the file holds anything else. */
export async function recall(stateDir: string): Promise<Memory> {
  const file = fileIn(stateDir)
  try {
    return Memory.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {}
    throw new Error(`${file} is not what the sample publisher wrote; delete it to begin anew`, { cause })
  }
}

/** Keeps it, replacing the file in one step, so that a kill leaves the old or the new. */
export async function remember(stateDir: string, memory: Memory): Promise<void> {
  await mkdir(stateDir, { recursive: true })
  const draft = `${fileIn(stateDir)}.new`
  await writeFile(draft, JSON.stringify(memory))
  await rename(draft, fileIn(stateDir))
}
