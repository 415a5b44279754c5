import type { HashStore } from '../../shared/store/hashes.ts'

export type MemoryHashes = HashStore & { owners: ReadonlyMap<string, string> }

/** A hashes table that forgets itself: the first article to claim a hash keeps it. */
export function memoryHashes(): MemoryHashes {
  const owners = new Map<string, string>()
  return {
    owners,
    owner: async hash => owners.get(hash),
    claim: async (hash, articleId) => {
      const by = owners.get(hash)
      if (by === undefined) owners.set(hash, articleId)
      return by === undefined || by === articleId ? { kind: 'claimed' } : { kind: 'owned', by }
    },
  }
}
