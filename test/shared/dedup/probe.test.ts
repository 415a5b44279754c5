import { expect, it } from 'vitest'
import { MAX_POSTED } from '../../../shared/dedup/hash-store.ts'
import { lookUp, type Release } from '../../../shared/dedup/probe.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { releaseText, releaseTitle } from '../../support/release-text.ts'

const release: Release = {
  id: 'release',
  source: 'harbour',
  url: 'https://harbour.example/1',
  title: releaseTitle(1),
  text: releaseText(1),
  publishedAt: '2026-11-20',
}

/** A table in which so many other clusters stand under the first of the release's keys after its title. */
async function sharedBy(count: number) {
  const hashes = memoryHashes()
  const { keys } = await lookUp(release, hashes)
  for (let cluster = 0; cluster < count; cluster += 1)
    await hashes.post(`cluster-${cluster}`, keys.slice(1, 2))
  return { before: keys, after: await lookUp(release, hashes) }
}

it('a key under which a few clusters stand leads to them', async () => {
  const { before, after } = await sharedBy(2)
  expect(after.candidateIds).toEqual(['cluster-0', 'cluster-1'])
  expect(after.keys[1]).toEqual({ key: before[1]?.key, named: ['cluster-0', 'cluster-1'] })
})

it('a key that many clusters share is boilerplate: it is not posted again, and not compared', async () => {
  const { before, after } = await sharedBy(MAX_POSTED)
  expect(after.keys.map(({ key }) => key)).not.toContain(before[1]?.key)
  expect(after.keys).toHaveLength(before.length)
  expect(after.probe.boilerplate.size).toBe(1)
  const [boilerplate] = after.probe.boilerplate
  expect([...after.probe.sketch.shingles]).not.toContain(boilerplate)
})

it('a text that is mostly boilerplate is looked up by more of its keys', async () => {
  const hashes = memoryHashes()
  const { probe } = await lookUp(release, hashes)
  const common = [...probe.sketch.shingles.subarray(0, 20)].map(hash => ({
    key: `near#1#${hash.toString(36)}`,
    named: [],
  }))
  for (let cluster = 0; cluster < MAX_POSTED; cluster += 1) await hashes.post(`cluster-${cluster}`, common)
  const unitsBefore = hashes.counts.readUnits
  const { keys } = await lookUp(release, hashes)
  expect(hashes.counts.readUnits - unitsBefore).toBeGreaterThan(13)
  expect(hashes.counts.readUnits - unitsBefore).toBeLessThanOrEqual(16)
  expect(keys.length).toBeGreaterThanOrEqual(9)
})

it('an article without a date that can be read is undated', async () => {
  const { probe } = await lookUp({ ...release, publishedAt: 'last Monday' }, memoryHashes())
  expect(probe.sketch.day).toBeUndefined()
})
