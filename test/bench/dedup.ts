import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { createClusterer } from '../../shared/dedup/cluster.ts'
import { memoryHashes } from '../support/memory-hashes.ts'
import { type Scores, scoresOf } from '../support/press-stream/scores.ts'
import { type Document, pressStream } from '../support/press-stream/stream.ts'
import { minHash, type Recogniser, simHash } from './sketches.ts'
import { table } from './table.ts'

/** A line of `--stream`. Two articles of one story are the same release. */
const Line = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  text: z.string(),
  publishedAt: z.string(),
  story: z.string(),
  url: z._default(z.string(), ''),
  /** Counts for precision only: a copy that no sample of shingles can be held to. */
  isStress: z._default(z.boolean(), false),
  isIgnored: z._default(z.boolean(), false),
})

function documentsIn(file: string): Document[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
  return lines
    .map((line): Document => ({ ...Line.parse(JSON.parse(line)), kind: 'release', as: 'copy' }))
    .sort((a, b) => a.publishedAt.localeCompare(b.publishedAt))
}

function communique(): Recogniser {
  const hashes = memoryHashes()
  const clusterer = createClusterer(hashes)
  return {
    name: 'createClusterer (this project)',
    add: async release => (await clusterer.add(release)).clusterId,
    units: () => {
      const { readUnits, postingWrites, clusterWrites, claims } = hashes.counts
      return { read: readUnits, written: postingWrites + clusterWrites + claims }
    },
  }
}

const recognisers = (): Recogniser[] => [
  simHash(),
  minHash({ name: 'MinHash 14 × 8 over five words', bands: 14, rows: 8, words: 5, resemblance: 0 }),
  minHash({
    name: 'MinHash 32 × 4 over three words, Jaccard ≥ 0.5',
    bands: 32,
    rows: 4,
    words: 3,
    resemblance: 0.5,
  }),
  communique(),
]

type Run = Scores & { microseconds: number; read: number; written: number }

async function run(recogniser: Recogniser, documents: readonly Document[]): Promise<Run> {
  const clusterIds = new Map<string, string>()
  const before = process.cpuUsage()
  for (const document of documents) clusterIds.set(document.id, await recogniser.add(document))
  const { user, system } = process.cpuUsage(before)
  const { read, written } = recogniser.units()
  const an = documents.length
  return {
    ...scoresOf(documents, clusterIds),
    microseconds: (user + system) / an,
    read: read / an,
    written: written / an,
  }
}

/**
 * Prints how well and at what price copies are put together, here and by the usual settings: on a generated stream,
 * or on the articles of a file. Units are those that DynamoDB would bill for the calls made.
 */
export async function benchDedup(count = 9_500, file?: string): Promise<void> {
  const documents = file === undefined ? pressStream({ documents: count, seed: 1 }) : documentsIn(file)
  const chars = documents.reduce((sum, { text }) => sum + text.length, 0) / documents.length
  console.log(`\n${documents.length} articles of ${chars.toFixed(0)} characters on average\n`)
  const rows: string[][] = []
  for (const recogniser of recognisers()) {
    const { precision, recall, f1, crossRecall, microseconds, read, written } = await run(
      recogniser,
      documents,
    )
    const between = (crossRecall.right / crossRecall.all).toFixed(3)
    const figures = [precision, recall, f1].map(share => share.toFixed(3))
    rows.push([
      recogniser.name,
      ...figures,
      between,
      microseconds.toFixed(0),
      read.toFixed(1),
      written.toFixed(1),
    ])
  }
  const head = [
    '',
    'precision',
    'recall',
    'F1',
    'recall between sources',
    'CPU µs',
    'read units',
    'write units',
  ]
  console.log(table([head, ...rows]))
}
