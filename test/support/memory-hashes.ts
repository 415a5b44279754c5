import {
  type Claimed,
  type Cluster,
  type HashStore,
  MAX_POSTED,
  MAX_SKETCHES,
} from '../../shared/dedup/hash-store.ts'
import { clusterRow } from '../../shared/store/clusters.ts'
import { itemSizeBytes } from './item-size.ts'

/** What a write of the cluster's row is billed, by the KiB. */
function unitsOf(cluster: Cluster): number {
  return Math.ceil(itemSizeBytes(clusterRow(cluster, { N: '1800000000' })) / 1_024)
}

/** Units as DynamoDB would bill them, and calls. */
export type HashCounts = { readUnits: number; postingWrites: number; clusterWrites: number; claims: number }

export type MemoryHashes = HashStore & { counts: HashCounts }

/** A hashes table that forgets itself: the first article to claim a hash keeps it, and nothing expires. */
export function memoryHashes(): MemoryHashes {
  const claims = new Map<string, Claimed>()
  const posted = new Map<string, string[]>()
  const open = new Map<string, Cluster>()
  const counts: HashCounts = { readUnits: 0, postingWrites: 0, clusterWrites: 0, claims: 0 }

  return {
    counts,
    holder: async hash => {
      counts.readUnits += 1
      return claims.get(hash)
    },
    claim: async (hash, articleId, clusterId) => {
      counts.claims += 1
      const by = claims.get(hash)?.articleId
      if (by === undefined) claims.set(hash, { articleId, clusterId })
      return by === undefined || by === articleId ? { kind: 'claimed' } : { kind: 'owned', by }
    },
    postings: async keys => {
      counts.readUnits += keys.length / 2
      return new Map(
        keys.flatMap(key => {
          const ids = posted.get(key)
          return ids === undefined ? [] : [[key, [...ids]]]
        }),
      )
    },
    post: async (clusterId, keys) => {
      counts.postingWrites += keys.length
      return new Map(
        keys.map(({ key }) => {
          const ids = posted.get(key) ?? []
          if (!ids.includes(clusterId) && ids.length < MAX_POSTED) ids.push(clusterId)
          posted.set(key, ids)
          return [key, [...ids]]
        }),
      )
    },
    clusters: async clusterIds => {
      counts.readUnits += clusterIds.length
      return clusterIds.flatMap(id => open.get(id) ?? [])
    },
    openCluster: async (clusterId, first) => {
      const opened = { clusterId, sketches: [first] }
      counts.clusterWrites += unitsOf(opened)
      if (!open.has(clusterId)) open.set(clusterId, opened)
    },
    addSketch: async (clusterId, sketch) => {
      const cluster = open.get(clusterId)
      if (cluster === undefined || cluster.sketches.length >= MAX_SKETCHES) return
      if (cluster.sketches.some(kept => kept.articleId === sketch.articleId)) return
      const widened = { ...cluster, sketches: [...cluster.sketches, sketch] }
      counts.clusterWrites += unitsOf(widened)
      open.set(clusterId, widened)
    },
    link: async (clusterId, into) => {
      const [from, to] = [open.get(clusterId), open.get(into)]
      if (from === undefined || to === undefined) return 'refused'
      if (from.into !== undefined || to.into !== undefined) return 'refused'
      // In a transaction a unit costs two: the row that changes, and the check of the other.
      counts.clusterWrites += 2 * unitsOf(from) + 2 * unitsOf(to)
      open.set(clusterId, { ...from, into })
      return 'linked'
    },
  }
}
