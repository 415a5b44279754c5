import { existsSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { DataFolder } from './data-folder.ts'

/** Where the engines of a running ground answer. */
export const Endpoints = z.object({
  dynamodb: z.string(),
  aws: z.string(),
  bus: z.string(),
  secrets: z.string(),
})
export type Endpoints = z.infer<typeof Endpoints>

const FILE = 'endpoints.json'

/** Lets commands find the engines while the ground runs; whether it does, the folder's lock says. */
export async function writeEndpoints(folder: DataFolder, endpoints: Endpoints): Promise<void> {
  await writeFile(folder.file(`${FILE}.new`), JSON.stringify(endpoints))
  await rename(folder.file(`${FILE}.new`), folder.file(FILE))
}

export async function removeEndpoints(folder: DataFolder): Promise<void> {
  await rm(folder.file(FILE), { force: true })
}

/** The endpoints of the ground that runs, or last ran, over a folder; undefined when none has told any. */
export function readEndpoints(dataPath: string): Endpoints | undefined {
  const path = join(dataPath, FILE)
  return existsSync(path) ? z.parse(Endpoints, JSON.parse(readFileSync(path, 'utf8'))) : undefined
}
