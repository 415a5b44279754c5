import { beforeAll, describe, expect, it } from 'vitest'
import { createClusterer } from '../../../shared/dedup/cluster.ts'
import type { Release } from '../../../shared/dedup/probe.ts'
import { type MemoryHashes, memoryHashes } from '../../support/memory-hashes.ts'
import { randomOf, releaseText, releaseTitle } from '../../support/release-text.ts'

/** What outlets do to a release before they print it. */
const EDITS: readonly ((text: string, seed: number) => string)[] = [
  text => text,
  (text, seed) => `Home\nMenu\nLatest news\n${text}\n${releaseText(seed + 5_000, 6)}\nShare this article`,
  (text, seed) => `${releaseText(seed + 6_000, 1).slice(0, 20)}, 21 November (Coast Wire) -- ${text}`,
  text => text.slice(0, text.length / 2),
  text => text.split('\n\n').toReversed().join('\n\n'),
  (text, seed) => replacedWords(text, seed, 0.08),
  (text, seed) => releaseText(seed + 7_000, 2) + text.slice(text.indexOf('.')),
]

function replacedWords(text: string, seed: number, share: number): string {
  const random = randomOf(seed)
  return text.replace(/\S+/g, word => (random() < share ? `un${word}` : word))
}

type Article = Release & { story: string }

/** Stories of ten publishers, each with its own paragraph under all of them; a third are one of a series. */
function story(seed: number): Article[] {
  const publisher = seed % 10
  const isSeries = seed % 3 === 0
  const about = `Notes for readers\n${releaseText(8_000 + publisher, 8)}`
  const shared = isSeries ? releaseText(8_100 + publisher, 10) : ''
  const text = `${releaseText(seed, isSeries ? 14 : 24)}\n\n${shared}`
  const title = isSeries ? `${releaseTitle(8_200 + publisher)} number ${seed}` : releaseTitle(seed)
  const day = `2026-${String(1 + (seed % 12)).padStart(2, '0')}-${String(1 + (seed % 28)).padStart(2, '0')}`
  const common = { story: `story-${seed}`, title, url: '', publishedAt: day }
  const own = { ...common, id: `${seed}-own`, source: `publisher-${publisher}`, text: `${text}\n\n${about}` }
  const copies = Array.from({ length: seed % 4 }, (_, index) => {
    const edit = EDITS[(seed + index * 3) % EDITS.length] ?? (same => same)
    return {
      ...common,
      id: `${seed}-${index}`,
      source: `outlet-${(seed + index) % 17}`,
      text: edit(text, seed + index),
    }
  })
  return [own, ...copies]
}

function pairs(groups: Iterable<readonly Article[]>): [Article, Article][] {
  return [...groups].flatMap(group =>
    group.flatMap((one, index) => group.slice(0, index).map((other): [Article, Article] => [one, other])),
  )
}

describe('a stream of 300 stories in date order', () => {
  const articles = Array.from({ length: 300 }, (_, seed) => story(seed))
    .flat()
    .toSorted((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''))
  const clusterIds = new Map<string, string>()
  let hashes: MemoryHashes

  beforeAll(async () => {
    hashes = memoryHashes()
    const clusterer = createClusterer(hashes)
    for (const article of articles) clusterIds.set(article.id, (await clusterer.add(article)).clusterId)
  })

  it('loses few copies', () => {
    const copies = pairs(Map.groupBy(articles, article => article.story).values())
    const found = copies.filter(([one, other]) => clusterIds.get(one.id) === clusterIds.get(other.id))
    expect(copies.length).toBe(750)
    expect(found.length / copies.length).toBeGreaterThanOrEqual(0.98)
  })

  it('makes hardly two stories one', () => {
    const together = pairs(Map.groupBy(articles, article => clusterIds.get(article.id)).values())
    const right = together.filter(([one, other]) => one.story === other.story)
    expect(right.length / together.length).toBeGreaterThanOrEqual(0.99)
  })

  it('costs no more than a table of postings may', () => {
    const { readUnits, postingWrites, clusterWrites } = hashes.counts
    expect((postingWrites + clusterWrites) / articles.length).toBeLessThanOrEqual(9)
    expect(readUnits / articles.length).toBeLessThanOrEqual(18)
  })
})
