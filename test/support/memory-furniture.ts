import type { FurnitureStore, KnownFurniture } from '../../shared/store/furniture.ts'
import { NO_FURNITURE } from '../../shared/text/furniture/learned.ts'

export type MemoryFurniture = FurnitureStore & { known: ReadonlyMap<string, KnownFurniture> }

/** A store of furniture that forgets itself. */
export function memoryFurniture(): MemoryFurniture {
  const known = new Map<string, KnownFurniture>()
  return {
    known,
    read: async sourceId => structuredClone(known.get(sourceId) ?? { version: 0, state: NO_FURNITURE }),
    save: async (sourceId, next) => {
      const stored = known.get(sourceId)
      if (stored !== undefined && stored.version !== next.version - 1) return { kind: 'superseded' }
      known.set(sourceId, structuredClone(next))
      return { kind: 'saved' }
    },
  }
}
