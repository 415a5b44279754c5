import { beforeAll, describe, expect, it } from 'vitest'
import { createClusterer } from '../../../shared/dedup/cluster.ts'
import { type MemoryHashes, memoryHashes } from '../../support/memory-hashes.ts'
import { type Scores, scoresOf } from '../../support/press-stream/scores.ts'
import { pressStream } from '../../support/press-stream/stream.ts'

describe('a month of a made-up press in ten scripts, with forms that are filled in again and again', () => {
  const documents = pressStream({ documents: 3_000, seed: 7 })
  let scores: Scores
  let hashes: MemoryHashes

  beforeAll(async () => {
    hashes = memoryHashes()
    const clusterer = createClusterer(hashes)
    const clusterIds = new Map<string, string>()
    for (const document of documents) {
      clusterIds.set(document.id, (await clusterer.add(document)).clusterId)
    }
    scores = scoresOf(documents, clusterIds)
  }, 60_000)

  it('is told apart', () => {
    expect(scores.precision).toBeGreaterThanOrEqual(0.98)
  })

  it('is put together', () => {
    expect(scores.recall).toBeGreaterThanOrEqual(0.97)
    expect(scores.crossRecall.right / scores.crossRecall.all).toBeGreaterThanOrEqual(0.97)
  })

  it('costs no more than it may', () => {
    const { postingWrites, clusterWrites, readUnits } = hashes.counts
    expect((postingWrites + clusterWrites) / documents.length).toBeLessThanOrEqual(8)
    expect(readUnits / documents.length).toBeLessThanOrEqual(18)
  })
})
