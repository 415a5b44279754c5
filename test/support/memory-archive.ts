import type { Archive } from '../../shared/store/archive.ts'

export type StoredObject = { bytes: Uint8Array; contentType: string }
export type MemoryArchive = Archive & { objects: ReadonlyMap<string, StoredObject> }

/** An archive that forgets itself. The first object under a key stays, as If-None-Match makes S3 do. */
export function memoryArchive(): MemoryArchive {
  const objects = new Map<string, StoredObject>()
  return {
    objects,
    put: async ({ key, bytes, contentType }) => {
      if (!objects.has(key)) objects.set(key, { bytes: Uint8Array.from(bytes), contentType })
    },
    read: async (key, range) => {
      const found = objects.get(key)
      if (found === undefined || range === undefined) return found && Uint8Array.from(found.bytes)
      // S3 answers 416 to a range that starts behind the end, and cuts one that only ends there.
      if (range.offset >= found.bytes.length) throw new Error(`could not read ${key} from the archive`)
      return found.bytes.slice(range.offset, range.offset + range.length)
    },
  }
}
