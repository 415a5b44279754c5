import { existsSync } from 'node:fs'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The one folder that holds all state of a local ground, in the hands of one process at a time. */
export type DataFolder = {
  path: string
  file: (...names: string[]) => string
  /** Lets the next process in. The operating system does the same when this one is killed. */
  release: () => void
}

export type OpenedFolder = { kind: 'open'; folder: DataFolder } | { kind: 'refused'; reason: string }

/** Below this the engines could stop between two writes, so the ground does not start, and pauses while running. */
export const MIN_FREE_BYTES = 64 * 1024 * 1024

/** Makes the folder if need be, tries that it can be written, and locks it. Every refusal is one sentence. */
export async function openDataFolder(givenPath: string): Promise<OpenedFolder> {
  const path = resolve(givenPath)
  try {
    await makeFolder(join(path, 'logs'))
    await writeFile(join(path, '.probe'), Buffer.alloc(64 * 1024))
    await rm(join(path, '.probe'))
    const freeBytes = await freeBytesAt(path)
    if (freeBytes < MIN_FREE_BYTES)
      return refused(
        path,
        `is on a disk with ${megabytes(freeBytes)} MB free; ${megabytes(MIN_FREE_BYTES)} MB are needed`,
      )
  } catch (error) {
    return refused(path, writeFailure(error))
  }
  return lock(path)
}

// Node's own recursive mkdir never ends where a parent exists but takes no folders, as below /proc.
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  await mkdir(path)
}

/** Bytes that this user may still write on the disk under a path. */
export async function freeBytesAt(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}

// An exclusive SQLite transaction is a lock that the operating system takes back from a killed process,
// so no stale lock file can keep the folder closed.
function lock(path: string): OpenedFolder {
  const database = new DatabaseSync(join(path, 'lock'))
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (String(error).includes('locked'))
      return refused(
        path,
        'is in use by another running npm start; stop that one or choose another with --data',
      )
    throw error
  }
  const folder = {
    path,
    file: (...names: string[]) => join(path, ...names),
    release: () => database.close(),
  }
  return { kind: 'open', folder }
}

const writeFailures = new Map([
  ['ENOSPC', 'is on a disk that is full'],
  ['EDQUOT', 'is over its disk quota'],
  ['EROFS', 'is on a disk that can only be read'],
  ['EACCES', 'may not be written (permission denied)'],
  ['EPERM', 'may not be written (not permitted)'],
  ['ENOTDIR', 'is not a directory'],
  ['EEXIST', 'is not a directory'],
  ['ENOENT', 'cannot be made there'],
])

function writeFailure(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error
  return writeFailures.get(String(error.code)) ?? `cannot be used (${error.code})`
}

function refused(path: string, reason: string): OpenedFolder {
  return { kind: 'refused', reason: `the data folder ${path} ${reason}` }
}
